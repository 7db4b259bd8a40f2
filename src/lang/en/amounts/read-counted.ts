import type { Amount } from '../../../model/figure.ts'
import type { Passage } from '../../../model/passage.ts'
import type { Token } from '../../../text/tokens.ts'
import { ELLIPTICAL, HEADLINE_VERBS, MEASURE_WORDS, MEASURES, STOPS } from './vocabulary.ts'
import { isPossessive } from '../words/verb-forms.ts'

/** The counted phrase, as indices of tokens; empty when the text omits it ("11 million others"). */
export interface CountedPhrase {
  readonly start: number
  readonly end: number
  /** True if a word such as "others" replaces the thing counted. */
  readonly isElliptical: boolean
}

const MAX_WORDS = 6

/**
 * Reads the noun phrase behind a number: "civilians", "women prisoners" of "dozens of women prisoners",
 * "members" of "12 percent of the members", no owner of a counted thing ("the bank’s 300 clerks"); money and shares need the "of". Ends before a verb, a preposition or a mark.
 */
export function readCounted(tokens: readonly Token[], at: number, unit: string): CountedPhrase {
  if (unit !== 'count' && lower(tokens[at]) !== 'of') return { start: at, end: at, isElliptical: false }
  const start = isTotal(tokens, at) ? at + 3 : skipOf(tokens, at)
  let end = start
  while (end < tokens.length && end - start < MAX_WORDS && isPart(tokens, end, start)) end += 1
  while (end > start && /^(?:-|of)$/.test(tokens[end - 1]!.text)) end -= 1
  const words = tokens.slice(start, end)
  if (isPossessive(words.at(-1)?.text ?? '')) return { start, end: start, isElliptical: false }
  const isElliptical = words.length > 0 && words.every(({ text }) => ELLIPTICAL.has(text.toLowerCase()))
  return isElliptical
    ? { start, end: start, isElliptical }
    : { start: Math.min(afterMore(tokens, start), end), end, isElliptical }
}

const lower = (token: Token | undefined) => token?.text.toLowerCase() ?? ''

/** "Bringing to 10 the number of guards who were killed." */
const isTotal = (tokens: readonly Token[], at: number) =>
  ['the', 'number', 'of'].every((word, step) => lower(tokens[at + step]) === word)

/** Over "of", "of the", "of its 30", and "of them" where a noun follows: "nine of them children". */
function skipOf(tokens: readonly Token[], at: number): number {
  if (lower(tokens[at]) !== 'of') return at
  let next = at + 1
  while (/^(?:the|its|their|his|her|all|those|these|our|\d[\d,]*)$/.test(lower(tokens[next]))) next += 1
  const isApposition = /^(?:them|whom|which)$/.test(lower(tokens[next])) && /s$|ren$|men$/.test(lower(tokens[next + 1]))
  return isApposition ? next + 1 : next
}

/** "two more prisoners", "30 other groups" count prisoners and groups. */
const afterMore = (tokens: readonly Token[], start: number) =>
  /^(?:more|other|additional|further)$/.test(lower(tokens[start])) ? start + 1 : start

function isPart(tokens: readonly Token[], at: number, start: number): boolean {
  const word = lower(tokens[at])
  if (word === '-') return at > start && tokens[at - 1]!.end === tokens[at]!.start
  if (word === 'of') return at > start
  if (isAroundOneWord(tokens, at)) return true
  if (at === start && ELLIPTICAL.has(word)) return true
  if (isModelNumber(tokens, at)) return true
  if (
    !/^[\p{L}\p{M}’']+$/u.test(tokens[at]!.text) ||
    STOPS.has(word) ||
    MEASURE_WORDS.get(word) === 'miss' ||
    HEADLINE_VERBS.has(word)
  )
    return false
  return at === start ? !isFinite(word) : !endsPhrase(tokens, at)
}

/** The number of a make: "AK-47 rifles", "F 16s". */
const isModelNumber = (tokens: readonly Token[], at: number) =>
  /^\d{1,4}$/.test(tokens[at]!.text) &&
  /^\p{Lu}{1,4}$/u.test((tokens[at - 1]?.text === '-' ? tokens[at - 2] : tokens[at - 1])?.text ?? '')

/** A verb behind the first noun ends the phrase: "people died", "prisoners held"; "rebel-held" goes on. */
function endsPhrase(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]!.text === '-') return false
  const word = lower(tokens[at])
  return isFinite(word) || /.{3}(?:ed|ing)$/.test(word)
}

const isFinite = (word: string) => {
  const form = MEASURES.get(word)?.form
  return form === 'past' || (form === 'ing' && word !== 'building') || word === 'dead'
}

/** The marks of one quoted word inside the phrase: "forty “independent” groups". */
function isAroundOneWord(tokens: readonly Token[], at: number): boolean {
  const isMark = (index: number) => /^["“”]$/u.test(tokens[index]?.text ?? '')
  const isFree = (index: number) => !STOPS.has(lower(tokens[index])) && /^\p{L}/u.test(tokens[index]?.text ?? '')
  if (!isMark(at)) return false
  return (isMark(at + 2) && isFree(at + 3)) || (isMark(at - 2) && isFree(at + 1))
}

const NAME = String.raw`\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'.-]*){1,3}`
/** "Ada Vale, 45,", "45-year-old engineer Ada Vale". */
const PATTERNS = [
  new RegExp(String.raw`(?<name>${NAME}), (?:aged )?(?<age>[1-9]\d?)(?=[,.;)]| (?:from|of)\b)`, 'dgu'),
  new RegExp(String.raw`\b(?<age>[1-9]\d?)-year-old(?: \p{L}+){0,3}? (?<name>${NAME})`, 'dgu'),
]

/** Finds the ages that a passage gives people by name, in years. A single capitalised word may be no name. */
export function readAges({ ordinal, text }: Passage): Amount[] {
  if (!/[1-9]\d?(?:[,.;)]|-year| (?:from|of))/.test(text)) return []
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ groups, indices }) => {
      const [start, end] = indices!.groups!.age!
      const age = Number(groups!.age)
      return {
        span: { passage: ordinal, start, end },
        low: age,
        high: age,
        unit: 'year',
        counted: groups!.name!,
        measure: 'age',
        certainty: 'stated',
        rule: 'amount/age',
      } satisfies Amount
    }),
  ).sort((a, b) => a.span.start - b.span.start)
}

/** Ages that refer to a person: "the 36-year-old". */
export function agesWithoutNames(text: string): number[] {
  return [...text.matchAll(/\b([1-9]\d?)-year-old\b/g)].map(([, age]) => Number(age))
}
