import { readData } from '../../../../text/read-data.ts'
import type { ResolvedMention } from '../../../../model/entity.ts'
import type { Amount } from '../../../../model/figure.ts'
import type { Sentence } from '../../../comparison.ts'

/** Behind the subject of a sentence that says what it is. */
const COPULA = /^ (?:is|was)\b/u

interface Inhabited {
  readonly settlements: readonly string[]
  readonly inhabitants: readonly string[]
  readonly holding: readonly string[]
}

const { settlements, inhabitants, holding }: Inhabited = readData('./inhabited.yml', import.meta.url)
const SETTLEMENT = settlements.join('|')
const HOLDING = new RegExp(`\\b(?:${holding.join('|')}) $`, 'iu')
const INHABITANTS = new RegExp(`^ (?:${inhabitants.join('|')})\\b`, 'u')
/** "The island, which": a settlement that the sentence before names. */
const ANAPHOR = new RegExp(`^(?:The|This) (?:[\\p{Ll}-]+ ){0,2}(${SETTLEMENT})\\b`, 'u')
const SUFFIX = new RegExp(`(?: refugee)? (?:${SETTLEMENT})s?$`, 'u')
/** Between a place and what is said of it: "Northport, a city of", "Ardo island, home to", "Ardo city which". */
const APPOSED = new RegExp(`^(?: (?:${SETTLEMENT}))?(?:,|\\s?[-–—(]| which)`, 'u')
/** Code units between a place and the number of those who live there: "Northport, a city of 40,000". */
const BESIDE = 90
/** Code units at the head of a sentence in which its subject stands. */
const HEAD = 5

/** "The island has 4,000 residents": who lives there is counted, whatever else is said of them. */
export function isOfInhabitants({ span }: Amount, { text, start }: Sentence): boolean {
  return HOLDING.test(text.slice(0, span.start - start)) && INHABITANTS.test(text.slice(span.end - start))
}

/**
 * The place that a number of people live in: the subject of "is home to" and "has a population of", else the place right
 * before it. "The island" and "it" stand for the place that the sentence before names.
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

/** "Qeshm" and "Qeshm Island" are one place to live in. */
export function settlementOf(place: string): string {
  return place.replace(SUFFIX, '')
}
