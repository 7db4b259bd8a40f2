import { readData } from '../../../../text/read-data.ts'
import type { Amount } from '../../../../model/figure.ts'
import { stemWord } from '../../words/verb-forms.ts'
import { countsPeople } from '../../../kinds.ts'
import { keyPhrase, splitWords } from '../../../words.ts'
import type { ResolvedMention } from '../../../../model/entity.ts'
import type { Sentence } from '../../../sentence-readers.ts'

interface Quantity {
  readonly measures: readonly string[]
  readonly counted: readonly string[]
}

interface Quantities {
  readonly quantities: Record<string, Quantity>
  readonly same: Record<string, string>
  readonly tail: readonly string[]
  readonly sizes: readonly string[]
  readonly vague: Readonly<Record<string, number>>
  readonly light: readonly string[]
}

const { quantities, same, tail, sizes, vague, light }: Quantities = readData('./quantities.yml', import.meta.url)
const BY_MEASURE = index(({ measures }) => measures)
const BY_COUNTED = index(({ counted }) => counted)
const SAME = new Map(Object.entries(same))
const TAIL = new Set(tail)
const SIZES = new Set(sizes)
const LIGHT = new Set(light)

/** The kind of quantity that an amount states, as `quantities.yml` has it; the measure itself for other kinds. */
export function nameQuantity({ measure, counted }: Amount): string {
  const head = stemWord(headOf(counted) ?? '')
  return (
    BY_MEASURE.get(stemWord(keyPhrase(measure ?? ''))) ??
    BY_COUNTED.get(head) ??
    (measure === undefined || LIGHT.has(measure) ? 'count' : measure)
  )
}

/** The minimum of a vague number, if its source also gives another number of the same thing: 20 of "dozens". */
export function leastOf(words: string): number | undefined {
  return vague[words.toLowerCase()]
}

/** The stem of the thing counted; "people" if the quantity counts them and nothing else is named; empty if unknown. */
export function nameCounted(quantity: string, counted: string | undefined): string {
  const head = headOf(counted)
  return stemWord(head ?? (countsPeople(quantity) ? 'people' : ''))
}

/** Stems of the head noun's modifiers: "assault" and "ak47" of "AK-47 assault rifles". */
export function qualifiersOf(counted: string | undefined): Set<string> {
  const words = joinMakes(splitWords(counted ?? '').map(({ key }) => key))
  const end = words.findIndex((word) => TAIL.has(word))
  const phrase = end >= 0 ? words.slice(0, end) : words
  const kinds = phrase.slice(0, -1).filter((word) => !SIZES.has(word))
  return new Set(phrase.some(isMake) ? [] : kinds.map(stemWord))
}

/** The head noun of the thing counted: "pro-reform groups in the south" gives "groups". */
export function headOf(counted: string | undefined): string | undefined {
  const words = joinMakes(splitWords(counted ?? '').map(({ key }) => key))
  const end = words.findIndex((word) => TAIL.has(word))
  const phrase = end >= 0 ? words.slice(0, end) : words
  const head = phrase.find(isMake) ?? phrase.at(-1)
  return head === undefined ? undefined : (SAME.get(head) ?? head)
}

/** "AK-47 rifles", "AK 47 guns" and "AK-47s" are one make: its number is the head. */
const isMake = (word: string) => /^\p{L}{1,4}\d{1,4}$/u.test(word)

/** Joins the parts of a make, and of a compound that `same` writes in one word: "speed boats". */
function joinMakes(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words.map((one) => one.replace(/(?<=\d)s$/, ''))) {
    const compound = `${joined.at(-1) ?? ''}${word}`
    const isModel = /^\d{1,4}$/.test(word) && /^\p{L}{1,4}$/u.test(joined.at(-1) ?? '')
    if (isModel || (joined.length > 0 && SAME.has(compound))) joined.splice(-1, 1, compound)
    else joined.push(word)
  }
  return joined
}

function index(read: (quantity: Quantity) => readonly string[]): Map<string, string> {
  return new Map(
    Object.entries(quantities).flatMap(([name, quantity]) =>
      read(quantity).map((word) => [stemWord(keyPhrase(word)), name] as const),
    ),
  )
}

/** The copula after the subject of a sentence. */
const COPULA = /^ (?:is|was)\b/u

interface Inhabited {
  readonly settlements: readonly string[]
  readonly inhabitants: readonly string[]
  readonly holding: readonly string[]
  readonly areas: readonly string[]
}

const { settlements, inhabitants, holding, areas }: Inhabited = readData('./inhabited.yml', import.meta.url)
const SETTLEMENT = settlements.join('|')
const HOLDING = new RegExp(`\\b(?:${holding.join('|')}) $`, 'iu')
const INHABITANTS = new RegExp(`^ (?:${inhabitants.join('|')})\\b`, 'u')
/** "The island, which": a settlement that the sentence before names. */
const ANAPHOR = new RegExp(`^(?:The|This) (?:[\\p{Ll}-]+ ){0,2}(${SETTLEMENT})\\b`, 'u')
const SUFFIX = new RegExp(`(?: refugee)? (?:${SETTLEMENT})s?$`, 'u')
/** Between a place and its apposition: "Northport, a city of", "Ardo island, home to", "Ardo city which". */
const APPOSED = new RegExp(`^(?: (?:${SETTLEMENT}))?(?:,|\\s?[-–—(]| which)`, 'u')
/** Code units between a place and the number of those who live there: "Northport, a city of 40,000". */
const BESIDE = 90
/** Code units at the start of a sentence that contain its subject. */
const HEAD = 5

/** "The island has 4,000 residents": the residents are counted, whatever else the sentence says of them. */
export function isOfInhabitants({ span }: Amount, { text, start }: Sentence): boolean {
  return HOLDING.test(text.slice(0, span.start - start)) && INHABITANTS.test(text.slice(span.end - start))
}

/**
 * The place of a number of residents: the subject of "is home to" and "has a population of", else the place directly
 * before it. "The island" and "it" refer to the place in the sentence before.
 */
export function findInhabited(
  { span }: Amount,
  sentence: Sentence,
  previous: Sentence | undefined,
): string | undefined {
  const { text, start } = sentence
  const before = text.slice(0, span.start - start)
  const named = placesOf(sentence).filter(({ span: place }) => place.end <= span.start)
  const [subject] = named
  const isSubject = subject && subject.span.start - start < HEAD && COPULA.test(text.slice(subject.span.end - start))
  if (subject && (isSubject || (subject.span.start - start < HEAD && HOLDING.test(before)))) return subject.entity
  const pointed = previous && findPointed(text, previous)
  if (pointed !== undefined && HOLDING.test(before)) return pointed
  return named.findLast(
    ({ span: place }) =>
      span.start - place.end <= BESIDE && APPOSED.test(text.slice(place.end - start, span.start - start)),
  )?.entity
}

const placesOf = ({ mentions }: Sentence) =>
  mentions.filter(({ kind, form }: ResolvedMention) => kind === 'place' && form === 'name')

/** The place that "The island" or "It" points back to. */
function findPointed(text: string, previous: Sentence): string | undefined {
  const places = placesOf(previous)
  const noun = ANAPHOR.exec(text)?.[1]
  const words = ({ span }: ResolvedMention) =>
    previous.text.slice(span.start - previous.start, span.end - previous.start).toLowerCase()
  if (noun !== undefined)
    return (places.findLast((one) => words(one).endsWith(noun)) ?? (places.length === 1 ? places[0] : undefined))
      ?.entity
  const isSubject = places[0] !== undefined && places[0].span.start - previous.start < HEAD
  return /^It\b/u.test(text) && isSubject ? places[0]!.entity : undefined
}

const AREA = new RegExp(`^ (?:${areas.join('|')})\\b`, 'i')

/** Whether a place's name ends before a noun for an area: " province, the governor said". */
export function isArea(behind: string): boolean {
  return AREA.test(behind)
}

/** "Qeshm" and "Qeshm Island" are one place to live in. */
export function settlementOf(place: string): string {
  return place.replace(SUFFIX, '')
}
