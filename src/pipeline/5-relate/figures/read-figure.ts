import type { Comparison } from '../../../lang/comparison.ts'
import { actOf, countsPeople } from '../../../lang/kinds.ts'
import { keysWithin } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Amount, FigurePeriod, FigureRow } from '../../../model/figure.ts'
import type { Range, Span, SpanInFile } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { isOverlapping } from '../../../text/ranges.ts'
import { findSentence, isCommonStem, stemsOf, strongActsOf } from '../sentences.ts'
import type { FigureReading } from './figure-statement.ts'
import { isPersonal } from './figure-statement.ts'

/** Context of a figure: its sentence, the one before it in the passage, and facts of its source. */
export interface FigureContext extends Pick<FigureReading, 'story' | 'known' | 'sites' | 'around' | 'position'> {
  readonly source: Source
  readonly reader: Comparison
  readonly sentence: Sentence
  readonly previous: Sentence | undefined
  readonly dates: readonly DateMention[]
  readonly sentences: Sentences
}

/** Code units on either side of a number in which acts are read: a sentence may be a whole table. */
const AROUND = 300
/** The same for the words by which the wording of two statements is compared. */
const NEAR = 100

/** Reads what one amount counts, and its scope. */
export function readFigure(amount: Amount, context: FigureContext): FigureReading {
  const { source, reader, sentence, previous, dates, story, known, sites, around, position } = context
  const { figures } = reader
  const { span, counted } = amount
  const scope = figures.readScope(span, sentence, previous, dates, publishedOn(source))
  const isDwelling = scope.cues.has('population') || figures.isOfInhabitants(amount, sentence)
  const quantity = isDwelling ? 'dwelling' : figures.nameQuantity(amount)
  const peoples = countsPeople(quantity) ? peoplesOf(counted, span, sentence) : new Set<string>()
  const row = composeRow(amount, context, isDwelling)
  const head = figures.nameCounted(quantity, isDwelling || peoples.size > 0 ? undefined : counted)
  const acts = strongActsOf(sentence, rangeAround(sentence, span, AROUND))
  const places = sentence.mentions.filter(({ kind, form }) => kind === 'place' && form === 'name')
  return {
    row,
    quantity,
    head,
    noun: figures.headOf(counted),
    isOfPeople: head === figures.nameCounted('death', undefined),
    own: new Set([head, ...stemsOf({ text: amount.measure ?? '', language: source.language })]),
    least: figures.leastOf(row.words) ?? 0,
    settlement: row.place && figures.settlementOf(row.place),
    qualifiers: peoples.size > 0 ? peoples : isDwelling ? new Set() : figures.qualifiersOf(counted),
    isNamed: countsPeople(quantity) && /\p{Lu}\p{Ll}/u.test(counted ?? ''),
    scope,
    position,
    persons: isPersonal(quantity) ? personsOf(amount, sentence, figures) : entitiesOf(sentence, ['person']),
    bodies: entitiesOf(sentence, ['person', 'organisation']),
    story,
    stems: uncommonStems(sentence, rangeAround(sentence, span, NEAR)),
    acts: new Set(acts.filter((act) => act !== actOf(quantity))),
    entities: new Set(places.map(({ entity }) => entity)),
    areas: new Set(
      places
        .filter(({ span: { end } }) => figures.isArea(sentence.text.slice(end - sentence.start)))
        .map(({ entity }) => entity),
    ),
    around,
    known,
    sites,
    isWhere: reader.cues.locative.includes(
      keysWithin(sentence.text, { start: 0, end: span.start - sentence.start }).at(-1) ?? '',
    ),
  }
}

function composeRow(
  amount: Amount,
  { source, reader: { figures }, sentence, previous, dates, sentences }: FigureContext,
  isDwelling: boolean,
): FigureRow {
  const { span, low, high, unit, counted, measure, credited, certainty, rule } = amount
  const { file, passage, start, end } = sentence
  const found = isDwelling ? figures.findInhabited(amount, sentence, previous) : figures.findPlace(amount, sentence)
  const place = amount.place === undefined ? found : decidedPlace(amount.place, file, sentences)
  const period =
    amount.time === undefined ? figures.findPeriod(amount, sentence, dates) : decidedPeriod(amount.time, file, dates)
  const date = publishedOn(source)
  return {
    at: inFile(file, span),
    sentence: { file, passage, start, end },
    words: wordsAt(sentence, span),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    unit,
    ...(counted !== undefined && { counted }),
    ...(measure !== undefined && { measure }),
    ...(place !== undefined && { place }),
    ...(period && { period }),
    ...(credited && { credited: creditTo(credited, findSentence(sentences, file, credited.span) ?? sentence) }),
    ...(date !== undefined && { date }),
    certainty,
    rule,
  }
}

function rangeAround({ start }: Sentence, span: Span, reach: number): Range {
  return { start: Math.max(0, span.start - start - reach), end: span.end - start + reach }
}

function uncommonStems(one: Sentence, part: Range): Set<string> {
  return new Set(stemsOf(one, part).filter((stem) => stem.length > 2 && !/^\d/.test(stem) && !isCommonStem(stem, one)))
}

function entitiesOf({ mentions }: Sentence, kinds: readonly string[]): Set<string> {
  return new Set(mentions.filter(({ kind }) => kinds.includes(kind)).map(({ entity }) => entity))
}

/** Where people are counted by their nation alone ("40 Norlanders"): the name, as a qualifier of people. */
function peoplesOf(counted: string | undefined, { end }: Span, sentence: Sentence): Set<string> {
  const { mentions, text, start, language } = sentence
  if (counted === undefined) return new Set()
  const named = mentions.find(
    ({ form, span }) =>
      form === 'demonym' && span.start >= end && text.slice(span.start - start, span.end - start) === counted,
  )
  return new Set(named ? stemsOf({ text: counted, language }) : [])
}

/** Whose age or fall it is: those that the words for the counted name; of a fall, the people of the clause by name or age. */
function personsOf(
  { unit, counted, span }: Amount,
  sentence: Sentence,
  { agesWithoutNames }: Comparison['figures'],
): Set<string> {
  const { mentions, text, start } = sentence
  const people = mentions.filter(({ kind }) => kind === 'person')
  const textOf = (at: Span) => text.slice(at.start - start, at.end - start)
  if (unit === 'year')
    return new Set(people.filter(({ span: at }) => counted?.includes(textOf(at))).map(({ entity }) => entity))
  const ages = agesWithoutNames(text.slice(0, span.start - start))
  const last = people.findLast(({ span: at }) => at.end <= span.start)
  return new Set([...(last ? [last.entity] : []), ...ages.slice(-1).map((age) => `age:${age}`)])
}

function creditTo(
  { words, span }: NonNullable<Amount['credited']>,
  sentence: Sentence,
): NonNullable<FigureRow['credited']> {
  const held = sentence.mentions.filter(
    (mention) => mention.form === 'name' && isOverlapping(mention.span, span) && mention.kind !== 'place',
  )
  const entity = (held.find(({ kind }) => kind === 'person') ?? held[0])?.entity
  return { words, at: inFile(sentence.file, span), ...(entity !== undefined && { entity }) }
}

function wordsAt(sentence: Sentence, { start, end }: Span): string {
  return sentence.text.slice(start - sentence.start, end - sentence.start)
}

function inFile(file: string, { passage, start, end }: Span): SpanInFile {
  return { file, passage, start, end }
}

/** The place that an editor gives a figure; none when the editor says that it has none. */
function decidedPlace(place: Amount['place'], file: string, sentences: Sentences): string | undefined {
  const sentence = place && findSentence(sentences, file, place.span)
  return sentence?.mentions.find(({ kind, span }) => kind === 'place' && isOverlapping(span, place!.span))?.entity
}

/** The same for the time. */
function decidedPeriod(time: Amount['time'], file: string, dates: readonly DateMention[]): FigurePeriod | undefined {
  const date = time && dates.find(({ span }) => isOverlapping(span, time.span))
  if (!date) return undefined
  const { span, lo, hi, type, timex } = date
  return {
    words: time.words,
    at: { ...span, file },
    ...(lo !== undefined && { lo }),
    ...(hi !== undefined && { hi }),
    ...(type === 'DURATION' && timex !== undefined && { timex }),
  }
}
