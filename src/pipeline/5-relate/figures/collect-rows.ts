import { agesWithoutNames } from '../../../lang/en/amounts/read-counted.ts'
import { COMMON_STEMS, stemWord } from '../../../lang/en/words/verb-forms.ts'
import { splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Amount, FigureRow } from '../../../model/figure.ts'
import type { Span, SpanInFile } from '../../../model/passage.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Source } from '../../../model/source.ts'
import { orderSources, publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../arrange-sentences.ts'
import { findSentence, isOverlapping, sentencesInOrder } from '../arrange-sentences.ts'
import { findLast, isWeakAct, MODES, readActs } from '../read-acts.ts'
import type { Stories } from '../stories/group-stories.ts'
import { areOneNumber, haveTwoBounds } from './compare-values.ts'
import { findInhabited, isOfInhabitants } from './find-inhabited.ts'
import { actOf, countsPeople, nameCounted, nameQuantity, qualifiersOf } from './name-quantity.ts'
import { readLasting } from './read-durations.ts'
import { decidedPeriod, decidedPlace, findPeriod, findPlaceOfFigure } from './read-frame.ts'
import type { FigureScope } from './read-scope.ts'
import { readScope, weekdayOf } from './read-scope.ts'

/** A row of the ledger with what decides on its table. */
export interface FigureStatement {
  readonly row: FigureRow
  readonly quantity: string
  /** Head noun of what is counted, as a stem; "people" where the quantity implies them. */
  readonly head: string
  readonly qualifiers: ReadonlySet<string>
  readonly scope: FigureScope
  /** The story of its source. */
  readonly story: number
  /** Its source gives no other number for this: all its statements of the quantity can be one. */
  readonly isOnly: boolean
  /** Its source gives no other number of this thing, whatever it says of it. */
  readonly isOnlyOfThing: boolean
  /** The first statement of this quantity in its source, in the headline or the first sentences. */
  readonly isLeading: boolean
  /** ISO weekday that its source dates a figure to first. */
  readonly leadDay: number | undefined
  /** Other numbers of its sentence, with what they count: the same in two sources shows that they tell of one thing. */
  readonly anchors: ReadonlySet<string>
  /** Stems of the uncommon words around it. */
  readonly stems: ReadonlySet<string>
  /** Kinds of things the sentence tells of, beside what the quantity says itself. */
  readonly acts: ReadonlySet<string>
  /** Places that the sentence names. */
  readonly entities: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  /** Persons and organisations that the sentence names. */
  readonly bodies: ReadonlySet<string>
  /** Stems of every word of the opening of its source. */
  readonly around: ReadonlySet<string>
  /** A name says whose people are counted: "Norlandish soldiers". */
  readonly isNamed: boolean
  /** It says in how many places something is: "in five villages". */
  readonly isWhere: boolean
  /** Every entity of its source. */
  readonly known: ReadonlySet<string>
}

type Collected = Omit<FigureStatement, 'isOnly' | 'isOnlyOfThing' | 'isLeading' | 'leadDay' | 'anchors'> & {
  readonly position: number
}

/** Code units on either side of a number in which acts are read: a sentence may be a whole table. */
const AROUND = 300
/** Sentences, the headline among them, that lead a source. */
const LEADING = 5
/** The same for the words that two statements are told alike with. */
const NEAR = 100

/** Quantities of one person. */
const PERSONAL = new Set(['age', 'fall', 'sentence'])

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
      const { amounts = [], dates = [] } = found.get(source.file) ?? {}
      const story = stories.get(source.file)!
      const all = sentencesInOrder(source, sentences)
      const known = new Set(all.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)))
      const around = new Set(
        all.slice(0, LEADING).flatMap(({ text }) => splitWords(text).map(({ key }) => stemWord(key))),
      )
      const order = new Map(all.map((sentence, at) => [sentence, at] as const))
      const placeOf = ({ span }: { span: Span }) => {
        const sentence = findSentence(sentences, source.file, span)
        const own = sentence && sentences.get(passageKey(source.file, sentence.passage))
        return sentence && { sentence, previous: own?.[own.indexOf(sentence) - 1] }
      }
      const lengths = dates.flatMap((date) => {
        const place = placeOf(date)
        return (place && readLasting(date, place.sentence, place.previous)) ?? []
      })
      return [...amounts, ...lengths].flatMap((amount) => {
        const place = placeOf(amount)
        if (!place) return []
        const { sentence, previous } = place
        const row = collectRow(source, amount, sentence, previous, order.get(sentence)!, dates, story, known, sentences)
        return [{ ...row, around }]
      })
    })
  shareAges(collected)
  const alike = Map.groupBy(collected, keyInSource)
  const only = new Map([...alike].map(([key, held]) => [key, areOneNumber(held.map(({ row }) => row))]))
  const first = new Set(
    [...Map.groupBy(collected, ({ quantity, row }) => `${quantity} ${row.at.file}`).values()].map(([one]) => one),
  )
  const days = new Map(sources.map((one) => [one.file, leadDay(one, sentences, found.get(one.file)?.dates ?? [])]))
  const rowsOf = (one: Collected) => alike.get(keyInSource(one))!.map(({ row }) => row)
  const things = Map.groupBy(collected, thingInSource)
  const ofThing = new Map([...things].map(([key, held]) => [key, areOneNumber(held.map(({ row }) => row))]))
  const bySentence = Map.groupBy(collected, keyOfSentence)
  return collected.map((one) => ({
    ...one,
    anchors: new Set(bySentence.get(keyOfSentence(one))!.flatMap((other) => (other === one ? [] : anchorsOf(other)))),
    isOnly: only.get(keyInSource(one))!,
    isOnlyOfThing: ofThing.get(thingInSource(one))!,
    leadDay: days.get(one.row.at.file),
    isLeading: one.position < LEADING && first.has(one) && !haveTwoBounds(rowsOf(one)),
  }))
}

const keyOfSentence = ({ row: { sentence } }: Collected) => `${sentence.file} ${sentence.passage} ${sentence.start}`

/** From this number on, two sources that give it of the same things do not agree by chance. */
const ANCHOR = 10

function anchorsOf({ row: { low, high, unit }, quantity, head }: Collected): string[] {
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
      (one) => one.passage === span.passage && one.start <= span.start && span.start < one.end && !isReaction(one.text),
    )
  return dates
    .filter((date) => isIn(date) && !/\d/.test(wordsOf(date)))
    .map(weekdayOf)
    .find((day) => day !== undefined)
}

function isReaction(text: string): boolean {
  const keys = splitWords(text).map(({ key }) => key)
  return findLast(keys, MODES.reaction).at >= 0
}

/** Within a story, a person whose age is told is known by the age too: "the 36-year-old". */
function shareAges(collected: readonly Collected[]): void {
  const ages = new Map<string, Set<string>>()
  for (const { quantity, row, persons, story } of collected)
    if (quantity === 'age')
      for (const person of persons)
        ages.set(`${story} ${person}`, (ages.get(`${story} ${person}`) ?? new Set()).add(`age:${row.low}`))
  for (const { quantity, persons, story } of collected)
    if (quantity === 'fall')
      for (const person of [...persons])
        for (const age of ages.get(`${story} ${person}`) ?? []) (persons as Set<string>).add(age)
}

function thingInSource({ row, head }: Collected): string {
  return `${row.unit} ${head} ${row.at.file}`
}

function keyInSource({ row, quantity, head, qualifiers, scope, persons, isNamed }: Collected): string {
  if (PERSONAL.has(quantity)) return `${quantity} ${[...persons].sort().join(' ')} ${row.at.file}`
  const kind = [...qualifiers].sort().join(' ')
  const people = isNamed ? `people ${kind}` : 'people'
  const what = quantity === 'seizure' ? `${head} ${kind}` : countsPeople(quantity) ? people : head
  return `${quantity} ${row.unit} ${what} ${scope.time ?? ''} ${[...scope.cues].sort().join(' ')} ${row.at.file}`
}

function collectRow(
  source: Source,
  amount: Amount,
  sentence: Sentence,
  previous: Sentence | undefined,
  position: number,
  dates: readonly DateMention[],
  story: number,
  known: ReadonlySet<string>,
  sentences: Sentences,
): Omit<Collected, 'around'> {
  const { span, low, high, unit, counted, measure, credited, certainty, rule } = amount
  const { file, passage, start, end } = sentence
  const period =
    amount.time === undefined ? findPeriod(amount, sentence, dates) : decidedPeriod(amount.time, file, dates)
  const date = publishedOn(source)
  const scope = readScope(span, sentence, previous, dates, date)
  const isDwelling = scope.cues.has('population') || isOfInhabitants(amount, sentence)
  const quantity = isDwelling ? 'dwelling' : nameQuantity(amount)
  const found = isDwelling ? findInhabited(amount, sentence, previous) : findPlaceOfFigure(amount, sentence)
  const place = amount.place === undefined ? found : decidedPlace(amount.place, file, sentences)
  const row: FigureRow = {
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
  const peoples = countsPeople(quantity) ? peoplesOf(counted, span, sentence) : new Set<string>()
  const near = sentence.text.slice(Math.max(0, span.start - start - NEAR), span.end - start + NEAR)
  const around = sentence.text.slice(Math.max(0, span.start - start - AROUND), span.end - start + AROUND)
  const acts = readActs(splitWords(around).map(({ key }) => stemWord(key)))
  return {
    row,
    quantity,
    head: isDwelling || peoples.size > 0 ? nameCounted(quantity, undefined) : nameCounted(quantity, counted),
    qualifiers: peoples.size > 0 ? peoples : isDwelling ? new Set() : qualifiersOf(counted),
    isNamed: countsPeople(quantity) && /\p{Lu}\p{Ll}/u.test(counted ?? ''),
    scope,
    position,
    persons: PERSONAL.has(quantity) ? personsOf(amount, sentence) : namesOf(sentence),
    bodies: new Set(
      sentence.mentions.filter(({ kind }) => kind === 'person' || kind === 'organisation').map(({ entity }) => entity),
    ),
    story,
    stems: new Set(
      splitWords(near)
        .map(({ key }) => stemWord(key))
        .filter((stem) => stem.length > 2 && !/^\d/.test(stem) && !COMMON_STEMS.has(stem)),
    ),
    acts: new Set([...acts.keys()].filter((act) => !isWeakAct(act) && act !== actOf(quantity))),
    entities: new Set(
      sentence.mentions.filter(({ kind, form }) => kind === 'place' && form === 'name').map(({ entity }) => entity),
    ),
    known,
    isWhere: MODES.locative.includes(splitWords(sentence.text.slice(0, span.start - start)).at(-1)?.key ?? ''),
  }
}

const namesOf = ({ mentions }: Sentence) =>
  new Set(mentions.filter(({ kind }) => kind === 'person').map(({ entity }) => entity))

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
