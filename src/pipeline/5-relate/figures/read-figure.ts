import { agesWithoutNames } from '../../../lang/en/amounts/read-counted.ts'
import { COMMON_STEMS, stemWord } from '../../../lang/en/words/verb-forms.ts'
import { splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Amount, FigureRow } from '../../../model/figure.ts'
import type { Span, SpanInFile } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../arrange-sentences.ts'
import { findSentence, isOverlapping } from '../arrange-sentences.ts'
import { isWeakAct, readActs } from '../../../lang/acts.ts'
import { MODES } from '../modes.ts'
import type { FigureReading } from './figure-statement.ts'
import { isPersonal } from './figure-statement.ts'
import { findInhabited, isOfInhabitants } from './find-inhabited.ts'
import { actOf, countsPeople, nameCounted, nameQuantity, qualifiersOf } from './name-quantity.ts'
import { decidedPeriod, decidedPlace, findPeriod, findPlaceOfFigure } from './read-frame.ts'
import { readScope } from './read-scope.ts'

/** What a figure is read with: its sentence, the one before it in the passage, and what is known of its source. */
export interface FigureContext extends Pick<FigureReading, 'story' | 'known' | 'around' | 'position'> {
  readonly source: Source
  readonly sentence: Sentence
  readonly previous: Sentence | undefined
  readonly dates: readonly DateMention[]
  readonly sentences: Sentences
}

/** Code units on either side of a number in which acts are read: a sentence may be a whole table. */
const AROUND = 300
/** The same for the words that two statements are told alike with. */
const NEAR = 100

/** Reads what one amount is of. */
export function readFigure(amount: Amount, context: FigureContext): FigureReading {
  const { source, sentence, previous, dates, story, known, around, position } = context
  const { span, counted } = amount
  const scope = readScope(span, sentence, previous, dates, publishedOn(source))
  const isDwelling = scope.cues.has('population') || isOfInhabitants(amount, sentence)
  const quantity = isDwelling ? 'dwelling' : nameQuantity(amount)
  const peoples = countsPeople(quantity) ? peoplesOf(counted, span, sentence) : new Set<string>()
  const acts = readActs(splitWords(textAround(sentence, span, AROUND)).map(({ key }) => stemWord(key)))
  return {
    row: composeRow(amount, context, isDwelling),
    quantity,
    head: nameCounted(quantity, isDwelling || peoples.size > 0 ? undefined : counted),
    qualifiers: peoples.size > 0 ? peoples : isDwelling ? new Set() : qualifiersOf(counted),
    isNamed: countsPeople(quantity) && /\p{Lu}\p{Ll}/u.test(counted ?? ''),
    scope,
    position,
    persons: isPersonal(quantity) ? personsOf(amount, sentence) : entitiesOf(sentence, ['person']),
    bodies: entitiesOf(sentence, ['person', 'organisation']),
    story,
    stems: uncommonStems(textAround(sentence, span, NEAR)),
    acts: new Set([...acts.keys()].filter((act) => !isWeakAct(act) && act !== actOf(quantity))),
    entities: new Set(
      sentence.mentions.filter(({ kind, form }) => kind === 'place' && form === 'name').map(({ entity }) => entity),
    ),
    around,
    known,
    isWhere: MODES.locative.includes(splitWords(sentence.text.slice(0, span.start - sentence.start)).at(-1)?.key ?? ''),
  }
}

function composeRow(
  amount: Amount,
  { source, sentence, previous, dates, sentences }: FigureContext,
  isDwelling: boolean,
): FigureRow {
  const { span, low, high, unit, counted, measure, credited, certainty, rule } = amount
  const { file, passage, start, end } = sentence
  const found = isDwelling ? findInhabited(amount, sentence, previous) : findPlaceOfFigure(amount, sentence)
  const place = amount.place === undefined ? found : decidedPlace(amount.place, file, sentences)
  const period =
    amount.time === undefined ? findPeriod(amount, sentence, dates) : decidedPeriod(amount.time, file, dates)
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

function textAround({ text, start }: Sentence, span: Span, reach: number): string {
  return text.slice(Math.max(0, span.start - start - reach), span.end - start + reach)
}

function uncommonStems(text: string): Set<string> {
  const stems = splitWords(text).map(({ key }) => stemWord(key))
  return new Set(stems.filter((stem) => stem.length > 2 && !/^\d/.test(stem) && !COMMON_STEMS.has(stem)))
}

function entitiesOf({ mentions }: Sentence, kinds: readonly string[]): Set<string> {
  return new Set(mentions.filter(({ kind }) => kinds.includes(kind)).map(({ entity }) => entity))
}

/** Where people are counted by their nation alone ("40 Norlanders"): the name, as a qualifier of people. */
function peoplesOf(counted: string | undefined, { end }: Span, { mentions, text, start }: Sentence): Set<string> {
  if (counted === undefined) return new Set()
  const named = mentions.find(
    ({ form, span }) =>
      form === 'demonym' && span.start >= end && text.slice(span.start - start, span.end - start) === counted,
  )
  return new Set(named ? [stemWord(counted.toLowerCase())] : [])
}

/** Whose age or fall it is: those that the words for the counted name; of a fall, the people of the clause by name or age. */
function personsOf({ unit, counted, span }: Amount, sentence: Sentence): Set<string> {
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
