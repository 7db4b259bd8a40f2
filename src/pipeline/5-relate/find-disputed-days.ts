import { isOfOneDay } from '../../lang/kinds.ts'
import { splitWords } from '../../lang/words.ts'
import type { DateMention } from '../../model/date.ts'
import type { FigureRow, FigureTable } from '../../model/figure.ts'
import type { Findings } from '../../model/dossier.ts'
import { parseDay } from '../../text/calendar.ts'
import { compare } from '../../text/compare.ts'
import type { Sentence, Sentences } from './sentences.ts'
import { comparisonOf, findSentence, hasCue } from './sentences.ts'
import type { Stories } from './stories/group-stories.ts'

/** Something that can only be of one day, with the days that sources give it. */
export interface DisputedDay {
  /** Label for readers: "26 detention", "died". */
  readonly name: string
  readonly reason: string
  readonly rows: readonly { readonly date: DateMention; readonly sentence: Sentence }[]
}

/** Numbers from this on do not agree by chance between two sources. */
const ANCHOR = 10
/** Words beyond which a sentence is a list or a table. */
const LONGEST = 60
/** Days by which two datings of one thing may differ. */
const NEAR = 2

/**
 * Finds days that sources of one story disagree on, where something shows that they mean one event: a person, who
 * dies once, or the same number of the same thing.
 */
export function findDisputedDays(
  figures: readonly FigureTable[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
): DisputedDay[] {
  const dates = new Map(findings.map((one) => [one.file, one.dates.filter(isDay)]))
  return [...findDeathDays(dates, sentences, stories), ...findCountedDays(figures, dates, sentences, stories)].filter(
    areDisputed,
  )
}

type Dates = ReadonlyMap<string, readonly DateMention[]>
type DayRow = DisputedDay['rows'][number]

const isDay = ({ lo, hi, type }: DateMention) => lo !== undefined && lo.length === 10 && lo === hi && type !== 'SET'

/** Two or three days near each other, and no source gives two. */
function areDisputed({ rows }: DisputedDay): boolean {
  const days = new Set(rows.map(({ date }) => date.lo!))
  const span = [...days].map((day) => parseDay(day)!)
  const isOneEach = [...Map.groupBy(rows, ({ sentence }) => sentence.file).values()].every(
    (held) => new Set(held.map(({ date }) => date.lo)).size === 1,
  )
  return days.size > 1 && Math.max(...span) - Math.min(...span) <= NEAR && isOneEach
}

/** A person is known by name or, within a story, by age: "the 36-year-old died on Friday". */
function findDeathDays(dates: Dates, sentences: Sentences, stories: Stories): DisputedDay[] {
  const groups: { keys: Set<string>; rows: DayRow[] }[] = []
  for (const held of sentences.values())
    for (const sentence of held) {
      const dead = comparisonOf(sentence)?.deaths.findDead(sentence) ?? []
      const keys = dead.map((key) => `${stories.get(sentence.file)} ${key}`)
      const date = keys.length > 0 ? onlyDay(sentence, dates) : undefined
      if (!date) continue
      const home = groups.find((group) => keys.some((key) => group.keys.has(key)))
      if (home) {
        home.rows.push({ date, sentence })
        for (const key of keys) home.keys.add(key)
      } else groups.push({ keys: new Set(keys), rows: [{ date, sentence }] })
    }
  const reason = 'Both tell of the death of one person, who is named or known by age.'
  return groups.map(({ keys, rows }) => ({ name: `death | ${[...keys][0]!.replace(/^\S+ /, '')}`, reason, rows }))
}

/** The only day of a sentence that dates its event. */
function onlyDay(sentence: Sentence, dates: Dates): DateMention | undefined {
  const own = (dates.get(sentence.file) ?? []).filter(
    ({ span }) => span.passage === sentence.passage && span.start >= sentence.start && span.end <= sentence.end,
  )
  return own.length === 1 && isOfEvent(own[0]!, sentence) ? own[0] : undefined
}

/** Not the day on which somebody said or condemned it. */
function isOfEvent({ span }: DateMention, sentence: Sentence): boolean {
  const { text, start } = sentence
  const isSaid = comparisonOf(sentence)?.statements.isOfSaying(
    text.slice(0, span.start - start),
    text.slice(span.end - start),
  )
  return !isSaid && !hasCue(sentence, 'reaction', 'negation', 'denial', 'future', 'schedule')
}

/** "Took 14 paintings on Monday", "took 14 paintings on Tuesday": figures with a day of their own, by number and thing. */
function findCountedDays(
  figures: readonly FigureTable[],
  dates: Dates,
  sentences: Sentences,
  stories: Stories,
): DisputedDay[] {
  const counted = figures.flatMap(({ quantity, unit, rows }) =>
    unit === 'count' && isOfOneDay(quantity) ? rows.flatMap((row) => dayOf(row, quantity, dates, sentences) ?? []) : [],
  )
  const groups = Map.groupBy(counted, ({ what, sentence }) => `${stories.get(sentence.file)} ${what}`)
  const reason = 'Both give the same number of the same thing, in one story.'
  return [...groups.values()]
    .map((held) => ({ name: held[0]!.what, reason, rows: held }))
    .sort((a, b) => compare(a.name, b.name))
}

function dayOf(row: FigureRow, quantity: string, dates: Dates, sentences: Sentences) {
  const { low, high, period, sentence: at, counted } = row
  const sentence = findSentence(sentences, at.file, at)
  const own = (dates.get(at.file) ?? []).find(
    ({ span }) => span.passage === period?.at.passage && span.start === period.at.start,
  )
  const date = own ?? (sentence && onlyDay(sentence, dates))
  if (!date || !sentence || low === undefined || low !== high || low < ANCHOR || !isOfEvent(date, sentence))
    return undefined
  if (splitWords(sentence.text).length > LONGEST || /\p{Lu}\S*$/u.test(counted ?? '')) return undefined
  const what = quantity === 'count' ? splitWords(counted ?? '').at(-1)?.key : quantity
  return what === undefined ? undefined : { what: `${low} ${what}`, date, sentence }
}
