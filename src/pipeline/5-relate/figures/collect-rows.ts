import type { DateMention } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Span } from '../../../model/passage.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Source } from '../../../model/source.ts'
import { weekdayOf } from '../../../text/calendar.ts'
import { rememberLast } from '../../../text/remember.ts'
import { orderSources } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, findSentence, hasCue, sentencesIn, sentencesInOrder, stemsOf } from '../sentences.ts'
import type { Stories } from '../stories/group-stories.ts'
import { areOneNumber, haveTwoBounds } from './compare-values.ts'
import type { FigureStatement, FigureReading } from './figure-statement.ts'
import { keyInSource, keyOfSentence, thingInSource } from './figure-statement.ts'
import { readFigure } from './read-figure.ts'

/** Sentences, the headline among them, that lead a source. */
const LEADING = 5

/** Collects every amount of every source, earliest dated source first. */
export function collectRows(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
): FigureStatement[] {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one]))
  const collected = [...sources]
    .sort((a, b) => places.get(a.file)! - places.get(b.file)!)
    .flatMap((source) => {
      const [own, story] = [found.get(source.file), stories.get(source.file)!]
      const parts = [own, story, sentencesIn(source, sentences)]
      return rememberReadings(source, parts, () => collectOf(source, own, sentences, story))
    })
    .map((one) => ({ ...one, persons: new Set(one.persons) }))
  shareAges(collected)
  const days = new Map(
    sources.map((source) => {
      const dates = found.get(source.file)?.dates ?? []
      const parts = [dates, sentencesIn(source, sentences)]
      return [source.file, rememberDay(source, parts, () => leadDay(source, sentences, dates))]
    }),
  )
  return judgeInSource(collected, days)
}

const rememberReadings = rememberLast<Source, FigureReading[]>()
const rememberDay = rememberLast<Source, number | undefined>()

function collectOf(
  source: Source,
  { amounts = [], dates = [] }: Partial<Findings> = {},
  sentences: Sentences,
  story: number,
): FigureReading[] {
  const reader = comparisonOf(source)
  if (!reader) return []
  const all = sentencesInOrder(source, sentences)
  const known = new Set(all.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))
  const sites = new Set(all.flatMap(({ mentions }) => mentions.filter(isSite).map(({ entity }) => nameOfKey(entity))))
  const around = new Set(all.slice(0, LEADING).flatMap((sentence) => stemsOf(sentence)))
  const order = new Map(all.map((sentence, at) => [sentence, at] as const))
  const placeOf = (span: Span) => {
    const sentence = findSentence(sentences, source.file, span)
    const own = sentence && sentences.get(passageKey(source.file, sentence.passage))
    return sentence && { sentence, previous: own?.[own.indexOf(sentence) - 1] }
  }
  const lengths = dates.flatMap((date) => {
    const place = placeOf(date.span)
    return (place && reader.figures.readLasting(date, place.sentence, place.previous)) ?? []
  })
  return [...amounts, ...lengths].flatMap((amount) => {
    const place = placeOf(amount.span)
    if (!place) return []
    const position = order.get(place.sentence)!
    return [readFigure(amount, { source, reader, ...place, position, dates, story, known, sites, around, sentences })]
  })
}

const isSite = ({ kind, form, subtype }: Sentence['mentions'][number]) =>
  kind === 'place' && form === 'name' && subtype === undefined

/** The name in an entity's key, without the number of a namesake. */
const nameOfKey = (key: string) => key.replace(/ \(\d+\)$/, '')

/** Adds context from the other figures of its source to each. */
function judgeInSource(
  collected: readonly FigureReading[],
  days: ReadonlyMap<string, number | undefined>,
): FigureStatement[] {
  const alike = judgeNumbers(collected, keyInSource)
  const things = judgeNumbers(collected, thingInSource)
  const bySentence = Map.groupBy(collected, keyOfSentence)
  const first = new Set(
    [...Map.groupBy(collected, ({ quantity, row }) => `${quantity} ${row.at.file}`).values()].map(([one]) => one),
  )
  return collected.map((one) => {
    const own = alike.get(keyInSource(one))!
    return {
      ...one,
      anchors: new Set(bySentence.get(keyOfSentence(one))!.flatMap((other) => (other === one ? [] : anchorsOf(other)))),
      isOnly: own.isOne,
      isOnlyOfThing: things.get(thingInSource(one))!.isOne,
      leadDay: days.get(one.row.at.file),
      isLeading: one.position < LEADING && first.has(one) && !own.haveTwoBounds,
    }
  })
}

function judgeNumbers(collected: readonly FigureReading[], keyOf: (one: FigureReading) => string) {
  return new Map(
    [...Map.groupBy(collected, keyOf)].map(([key, held]) => {
      const rows = held.map(({ row }) => row)
      const least = Math.max(...held.map((one) => one.least))
      return [key, { isOne: areOneNumber(rows, least), haveTwoBounds: haveTwoBounds(rows) }] as const
    }),
  )
}

/** Numbers from this on do not agree by chance between two sources. */
const ANCHOR = 10

function anchorsOf({ row: { low, high, unit }, quantity, head }: FigureReading): string[] {
  if (unit === 'magnitude' && low !== undefined) return [`${low} magnitude`]
  if (unit !== 'count' || low === undefined || low !== high || low < ANCHOR) return []
  return [head, quantity === 'count' ? '' : quantity].flatMap((what) => (what === '' ? [] : [`${low} ${what}`]))
}

/** The day that a source's opening gives its news; not the day on which somebody condemned it. */
function leadDay({ file, passages }: Source, sentences: Sentences, dates: readonly DateMention[]): number | undefined {
  const opening = passages.flatMap(({ ordinal }) => sentences.get(passageKey(file, ordinal)) ?? []).slice(0, LEADING)
  const wordsOf = ({ span }: DateMention) =>
    passages.find(({ ordinal }) => ordinal === span.passage)?.text.slice(span.start, span.end) ?? ''
  const isIn = ({ span }: DateMention) =>
    opening.some(
      (one) =>
        one.passage === span.passage && one.start <= span.start && span.start < one.end && !hasCue(one, 'reaction'),
    )
  return dates
    .filter((date) => isIn(date) && !/\d/.test(wordsOf(date)))
    .map(weekdayOf)
    .find((day) => day !== undefined)
}

/** Within a story, a person of known age is identified by the age as well: "the 36-year-old". */
function shareAges(collected: readonly (FigureReading & { readonly persons: Set<string> })[]): void {
  const ages = new Map<string, Set<string>>()
  for (const { quantity, row, persons, story } of collected)
    if (quantity === 'age')
      for (const person of persons)
        ages.set(`${story} ${person}`, (ages.get(`${story} ${person}`) ?? new Set()).add(`age:${row.low}`))
  for (const { quantity, persons, story } of collected)
    if (quantity === 'fall')
      for (const person of [...persons]) for (const age of ages.get(`${story} ${person}`) ?? []) persons.add(age)
}
