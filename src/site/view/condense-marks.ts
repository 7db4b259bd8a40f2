import type { Mark } from '../../figures/strip.ts'
import { wordDate } from '../../figures/word-date.ts'
import { MOST_ON_A_PAGE, nameSpan } from './divide-by-time.ts'
import { wordCount } from './word-count.ts'

/** Length of `2016-03`. */
const MONTH_LENGTH = 7
const LARGEST = 1.2
const SMALLEST = 0.4

/** What many marks become, and where they lead. */
interface Condensed {
  /** Address of the list that the marks stand for, as `/timeline/`. */
  readonly list: string
  /** What one mark is, as `dated event`. */
  readonly noun: string
  /** Ids of the parts of the list that have a page. */
  readonly periods: ReadonlySet<string>
}

/**
 * The marks of a strip, or one a month (and one a year for what names no month) when there are too many to be told
 * apart: its area stands for how many, and it leads to the part of the list that holds them.
 */
export function condenseMarks(marks: readonly Mark[], { list, noun, periods }: Condensed): readonly Mark[] {
  if (marks.length <= MOST_ON_A_PAGE) return marks
  const groups = Map.groupBy(
    marks.filter((mark) => nameSpan(mark)),
    (mark) => nameSpan(mark)!.slice(0, MONTH_LENGTH),
  )
  const most = Math.max(...[...groups.values()].map((of) => of.length))
  return [...groups].map(([span, of]) => ({
    ...(span.length === 4 ? { lo: `${span}-01-01`, hi: `${span}-12-31` } : { lo: `${span}-15`, hi: `${span}-15` }),
    kind: of[0]?.kind,
    label: `${wordDate(span)}: ${wordCount(of.length, noun)}`,
    href: `${list}in/${periods.has(span) ? span : span.slice(0, 4)}/`,
    size: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(of.length / most),
  }))
}
