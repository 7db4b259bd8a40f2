import type { FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  AUXILIARIES,
  CONJUNCTIONS,
  IRREGULAR_PARTICIPLES,
  isAdverb,
  isSpoken,
  PREPOSITIONS,
  PRONOUNS,
  TIME_WORDS,
  VERBS,
} from './vocabulary.ts'

/** Words of a frame from `start` up to `end`. */
export interface Phrase {
  readonly start: number
  readonly end: number
  /** Where the head noun ends. */
  readonly coreEnd: number
}

/** How far back a clause is read. */
export const CLAUSE_REACH = 45

/** Behind these the clause's own subject follows: "which Vale called “…”". */
const FRONTED = new Set(['which', 'whom'])

export function beginsClause(words: readonly FrameWord[], at: number): boolean {
  const previous = words[at - 1]
  if (!previous || previous.quoted !== undefined) return true
  return (
    CONJUNCTIONS.has(previous.lower) || FRONTED.has(previous.lower) || /^(?:[,;:(…]|-+|–|—|\.+)$/u.test(previous.text)
  )
}

/** Within how many words a sentence comes to its subject. */
const OPENING = 80

/** The first phrase of the frame that begins a clause and is followed by a verb or an apposition, before `limit`. */
export function findMainSubject(words: readonly FrameWord[], limit: number, from = 0): Phrase | undefined {
  for (let start = from; start < Math.min(limit, from + OPENING); start += 1) {
    if (!beginsClause(words, start) || isSubordinate(words, start)) continue
    const phrase = readNounPhrase(words, start)
    const end = phrase?.ends.findLast((at) => at <= limit && isFollowedByVerb(words, at))
    if (phrase && end !== undefined) return { start, end, coreEnd: Math.min(phrase.coreEnd, end) }
  }
  return undefined
}

const isSubordinate = (words: readonly FrameWord[], at: number) => {
  const previous = words[at - 1]
  return previous !== undefined && CONJUNCTIONS.has(previous.lower) && !/^(?:and|but|so|yet|or)$/.test(previous.lower)
}

/** Over "on Friday" between subject and verb. */
const skipDay = (words: readonly FrameWord[], at: number) =>
  words[at]?.lower === 'on' && TIME_WORDS.has(words[at + 1]?.lower ?? '') ? at + 2 : at

export function isFollowedByVerb(words: readonly FrameWord[], at: number): boolean {
  const start = skipDay(words, at)
  const next = words.slice(start, start + 5).find(({ lower }) => !isAdverb(lower))
  if (!next || PREPOSITIONS.has(next.lower)) return false
  return isFiniteVerb(next.lower) || /.{2}(?:ed|s)$/.test(next.lower) || isAside(words, at) || opensRelative(words, at)
}

/** "A team that reported …": a noun phrase with a relative clause. */
const opensRelative = (words: readonly FrameWord[], at: number) =>
  /^(?:that|which|who)$/.test(words[at]?.lower ?? '') &&
  (isFiniteVerb(words[at + 1]?.lower ?? '') ||
    /.{2}ed$|^(?:an?|the)$/.test(words[at + 1]?.lower ?? '') ||
    /^\p{Lu}/u.test(words[at + 1]?.text ?? ''))

/** ", who has left," or ", a lawyer," before a verb. */
function isAside(words: readonly FrameWord[], at: number): boolean {
  if (words[at]?.text !== ',') return false
  const isAge = /^\d{1,3}$/.test(words[at + 1]?.text ?? '') && words[at + 2]?.text === ','
  if (isAge) return isFollowedByVerb(words, at + 3) || isAside(words, at + 2)
  const close = words.slice(at + 1, at + CLAUSE_REACH).findIndex(({ text }) => text === ',')
  const next = close < 0 ? undefined : words.slice(at + close + 2, at + close + 5).find(({ lower }) => !isAdverb(lower))
  return next !== undefined && (isFiniteVerb(next.lower) || /.{2}ed$/.test(next.lower))
}

export const isFiniteVerb = (lower: string) => AUXILIARIES.has(lower) || VERBS.has(lower) || isSpoken(lower)

/**
 * The sentence's first phrase, from which the verb is parted by more than one apposition or by a participle:
 * "The town, the oldest and poorest of the coast, said", "Two men holding a banner shouted", "A report released on Monday found".
 */
export function subjectAcross(words: readonly FrameWord[], end: number): Phrase | undefined {
  const start = openingOf(words, end)
  const phrase = readNounPhrase(words, start)
  if (!phrase || PRONOUNS.has(words[start]!.lower)) return undefined
  const from = phrase.ends.findLast((at) => at <= end)
  if (from === undefined || !isAcross(words, from, end)) return undefined
  return { start, end: from, coreEnd: Math.min(phrase.coreEnd, from) }
}

/** The first word of the last clause that a conjunction or the sentence itself opens before `end`. */
function openingOf(words: readonly FrameWord[], end: number): number {
  const joint = words.findLastIndex(
    ({ lower, text }, at) => at < end - 1 && (/^(?:although|but|that|though|while)$/.test(lower) || text === ';'),
  )
  const opens = joint + 1
  return isAdverb(words[opens]!.lower) ? opens + 1 : opens
}

/** Whether only asides and one participle phrase are between a noun and its verb. */
function isAcross(words: readonly FrameWord[], from: number, end: number): boolean {
  const between = words.slice(from, end)
  if (between.length > CLAUSE_REACH || between.some(({ quoted, text }) => quoted !== undefined || /^[;:]$/.test(text)))
    return false
  const [first, second] = between
  if (first?.text === ',') return between.at(-1)!.text === ',' && isNominal(words, from + 1) && !hasVerb(between)
  const isPassive = isParticiple(first?.lower ?? '') && isCircumstance(second?.lower ?? '')
  const isActive = /^\p{Ll}{3,}ing$/u.test(first?.text ?? '') && !isSpoken(first!.lower)
  return (isPassive || isActive) && !between.some(({ text }) => text === ',') && !hasVerb(between.slice(1))
}

const isParticiple = (lower: string) => /.{2}ed$/.test(lower) || IRREGULAR_PARTICIPLES.has(lower)

const isNominal = (words: readonly FrameWord[], at: number) => readNounPhrase(words, at) !== undefined

const hasVerb = (words: readonly FrameWord[]) => words.some(({ lower }) => isFiniteVerb(lower))

const isCircumstance = (lower: string) => PREPOSITIONS.has(lower) || /^(?:last|late|early|yesterday|today)$/.test(lower)
