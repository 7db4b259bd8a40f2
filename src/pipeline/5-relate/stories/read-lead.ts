import type { DateMention } from '../../../model/date.ts'
import type { Amount } from '../../../model/figure.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Span } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { isoWeekday, parseDay } from '../../../text/calendar.ts'
import { rememberLast } from '../../../text/remember.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { isCommonStem, sentencesIn, sentencesInOrder, stemsOf } from '../sentences.ts'

/** Subject of a source, read from its headline and its opening. */
export interface Lead {
  readonly file: string
  /** Stems of its uncommon words and keys of the entities it names. */
  readonly terms: ReadonlySet<string>
  /** Numbers with their units, and times of day: "count 12", "magnitude 4.6", "T02:09". */
  readonly numbers: ReadonlySet<string>
  /** ISO weekdays (Monday 1 to Sunday 7) that its opening dates something to. */
  readonly weekdays: ReadonlySet<number>
  /** Day of publication in days since 1970-01-01, else the first day that the opening gives. */
  readonly day: number | undefined
}

/** Sentences, the headline among them, that open a source. */
const OPENING = 7

type Found = Pick<Findings, 'dates' | 'amounts'>

/** Reads the lead of a source. */
export function readLead(source: Source, sentences: Sentences, found: Found): Lead {
  return remember(source, [found, sentencesIn(source, sentences)], () => readOpening(source, sentences, found))
}

const remember = rememberLast<Source, Lead>()

function readOpening(source: Source, sentences: Sentences, { dates, amounts }: Found): Lead {
  const opening = sentencesInOrder(source, sentences).slice(0, OPENING)
  const isIn = ({ span }: { span: Span }) =>
    opening.some((one) => one.passage === span.passage && one.start <= span.start && span.start < one.end)
  const dated = dates.filter((date) => date.type !== 'DURATION' && date.type !== 'SET' && isIn(date))
  const days = dated.flatMap(({ lo, hi }) => (lo !== undefined && lo === hi ? (parseDay(lo) ?? []) : []))
  return {
    file: source.file,
    terms: readTerms(opening, source),
    numbers: new Set([...amounts.filter(isIn).flatMap(numberOf), ...dated.flatMap(timeOf)]),
    weekdays: new Set([...dated.flatMap(weekdayOf), ...days.map(isoWeekday)]),
    day: parseDay(publishedOn(source) ?? '') ?? days[0],
  }
}

function readTerms(opening: readonly Sentence[], source: Source): Set<string> {
  const named = opening.flatMap(({ mentions }) => mentions.filter(({ form }) => form !== 'demonym'))
  const stems = opening.flatMap((sentence) => stemsOf(sentence))
  return new Set([
    ...named.map(({ entity }) => entity),
    ...stems.filter((stem) => stem.length > 1 && !isCommonStem(stem, source)),
  ])
}

const numberOf = ({ low, high, unit }: Amount): string[] => {
  const value = low ?? high
  return value === undefined || (unit === 'count' && value < 3) ? [] : [`${unit} ${value}`]
}

/** "T02:09" of a date or time. */
const timeOf = ({ timex }: DateMention): string[] => /T\d\d:\d\d/.exec(timex ?? '')?.slice() ?? []

/** `XXXX-WXX-4` is some Thursday. */
const weekdayOf = ({ timex }: DateMention): number[] => {
  const found = /^XXXX-WXX-([1-7])/.exec(timex ?? '')
  return found ? [Number(found[1])] : []
}
