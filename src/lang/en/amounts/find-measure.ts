import type { Range } from '../../../model/passage.ts'
import type { Token } from '../../../text/tokens.ts'
import {
  BARRIERS,
  MEASURE_AUXILIARIES,
  CAPACITIES,
  HEADLINE_VERBS,
  LIGHT_VERBS,
  MEASURE_NOUNS,
  MEASURE_PHRASES,
  MEASURE_WORDS,
  MEASURES,
  POINTING,
  STOPS,
  TOLL_WORDS,
} from './vocabulary.ts'

const REACH_AFTER = 6
const REACH_BEFORE = 12
/** Words of an aside between commas: "41 people, nine of them children, have died". */
const ASIDE = 8

/** The measure of a number: the verb or noun that says what happened to the counted. */
export interface Measure {
  readonly lemma: string
  /** True if the verb is directly beside the number, not counting forms of "be" and "have": "32 were wounded". */
  readonly isAdjacent: boolean
}

/** Where to look, as indices of tokens. */
export interface MeasureWindow {
  /** The first token of the number, and the token after the thing counted. */
  readonly start: number
  readonly end: number
  /** True for a number of things, false for money and shares: "built with 3 percent". */
  readonly isCount: boolean
  /** Offsets of the sentence. */
  readonly sentence: Range
}

/**
 * Finds the measure of a number: a toll before it, a noun or adjective that implies it ("deaths", "on board"), the
 * verb directly after it ("nine civilians were killed"), else the nearest verb before it ("executed up to 13,000
 * prisoners").
 */
export function findMeasure(tokens: readonly Token[], place: MeasureWindow): Measure | undefined {
  const { start, end, sentence, isCount } = place
  const headline = HEADLINE_VERBS.has(lower(tokens[end])) ? MEASURES.get(lower(tokens[end]))?.lemma : undefined
  const lemma = lemmaBefore(tokens, start) ?? wordsOf(tokens, start, end) ?? phraseAt(tokens, end) ?? headline
  if (lemma) return { lemma, isAdjacent: true }
  const verb = isCount && BARRIERS.has(lower(tokens[start - 1])) ? undefined : before(tokens, start, sentence)
  if (isCount && PLACING.test(lower(tokens[start - 1])) && BE_OR_HAVE.test(lower(tokens[end]))) return verb
  return verb?.isAdjacent && isParticiple(tokens, end)
    ? verb
    : (after(tokens, skipAside(tokens, end), sentence) ?? verb)
}

/** "Homes in five villages had been damaged": the verb is of the homes. */
const PLACING = /^(?:across|in)$/
const BE_OR_HAVE = /^(?:are|had|has|have|was|were)$/

/** Behind the object of a verb a past form says which ones are meant: "recalled 12 cars sold in May". */
const isParticiple = (tokens: readonly Token[], at: number) =>
  /^(?:past|ing)$/.test(MEASURES.get(lower(tokens[at]))?.form ?? '')

const lower = (token: Token | undefined) => token?.text.toLowerCase() ?? ''

/** The measure in a noun before the number: "the death toll has risen to 47", "a population of 40,000". */
function lemmaBefore(tokens: readonly Token[], start: number): string | undefined {
  if (isToll(tokens, start)) return 'die'
  const at = lower(tokens[start - 1]) === 'of' ? start - 2 : start - 1
  return lower(tokens[at]) === 'population' ? 'live' : undefined
}

/** "The death toll has risen to 47." */
function isToll(tokens: readonly Token[], start: number): boolean {
  let at = start - 1
  while (TOLL_WORDS.has(lower(tokens[at]))) at -= 1
  return lower(tokens[at]) === 'toll' && at < start - 1
}

const wordsOf = (tokens: readonly Token[], start: number, end: number) =>
  tokens
    .slice(start, end + 1)
    .map((token) => MEASURE_WORDS.get(lower(token)))
    .find((found) => found !== undefined)

/** "248 people on board". */
const phraseAt = (tokens: readonly Token[], at: number) =>
  MEASURE_PHRASES.get(`${lower(tokens[at])} ${lower(tokens[at + 1])}`)

/** "Eighty have fallen ill." */
const ILLNESS = new Set(['ill', 'sick'])

const MODAL = /^(?:to|will|would|can|could|may|might|must|shall|should|did|do|does|they|we)$/i

/** Participles that are mostly nouns: "a building", "the landing". */
const NOUNS = new Set(['building', 'hearing', 'landing', 'meeting', 'shelling', 'shipping'])
const AUXILIARIES = /^(?:am|are|be|been|being|by|is|of|was|were)$/

/** The lemma of a verb in use, not of a noun that looks alike: "the attack", "in fines". */
function verbAt(tokens: readonly Token[], at: number): string | undefined {
  const verb = MEASURES.get(lower(tokens[at]))
  const previous = lower(tokens[at - 1])
  const isNoun = verb?.form === 'ing' && NOUNS.has(lower(tokens[at])) && !AUXILIARIES.test(previous)
  if (!verb || isNoun || (verb.form === 'base' && !MODAL.test(previous))) return undefined
  if (ILLNESS.has(lower(tokens[at + 1]))) return 'sicken'
  if (verb.form === 'present' && (STOPS.has(previous) || POINTING.has(previous)) && previous !== 'who') return undefined
  const noun = LIGHT_VERBS.has(verb.lemma) ? MEASURE_NOUNS.get(lower(tokens[at + 1])) : undefined
  return noun ?? ((previous === 'to' && capacityAt(tokens, at - 2)) || verb.lemma)
}

/** "Licensed to carry 180" is a capacity: nobody is carried. */
function capacityAt(tokens: readonly Token[], at: number): string | undefined {
  const lemma = MEASURES.get(lower(tokens[at]))?.lemma
  return lemma !== undefined && CAPACITIES.has(lemma) ? lemma : undefined
}

/** The position after an aside between the thing counted and its verb. */
function skipAside(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== ',') return end
  const length = tokens.slice(end + 1, end + 1 + ASIDE).findIndex(({ text }) => text === ',')
  const next = end + length + 2
  return length > 0 && MEASURE_AUXILIARIES.has(lower(tokens[next])) ? next : end
}

function after(tokens: readonly Token[], end: number, sentence: Range): Measure | undefined {
  let isAdjacent = true
  for (let at = end; at < end + REACH_AFTER && (tokens[at]?.start ?? sentence.end) < sentence.end; at += 1) {
    if (/^[,;:—–()]$|^(?:and|but|that)$/u.test(tokens[at]!.text)) return undefined
    const lemma = (isAdjacent ? MEASURE_WORDS.get(lower(tokens[at])) : undefined) ?? verbAt(tokens, at)
    if (lemma) return { lemma, isAdjacent }
    isAdjacent &&= MEASURE_AUXILIARIES.has(lower(tokens[at]))
  }
  return undefined
}

function before(tokens: readonly Token[], start: number, sentence: Range): Measure | undefined {
  for (let at = start - 1; at >= start - REACH_BEFORE && (tokens[at]?.start ?? -1) >= sentence.start; at -= 1) {
    if (/^(?:[;:]|said|says|that|while|whereas|but|although)$/.test(tokens[at]!.text)) return undefined
    const lemma = verbAt(tokens, at)
    if (lemma) return { lemma, isAdjacent: at === start - 1 }
  }
  return undefined
}
