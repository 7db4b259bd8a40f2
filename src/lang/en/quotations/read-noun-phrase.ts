import type { FrameWord } from './frame-sentences.ts'
import {
  ATTITUDE,
  AUXILIARIES,
  COLLECTIVES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  isSpoken,
  PERSON_NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  SPEECH,
  TIME_WORDS,
  TITLES,
  VERBS,
} from './vocabulary.ts'

/** A noun phrase in a frame; positions are indices of words. */
export interface NounPhrase {
  readonly start: number
  /** Where its head noun ends: before "in the Free Army" of "an official in the Free Army". */
  readonly coreEnd: number
  /** Every place where the phrase may end, ascending: after its head, and after each phrase with a preposition. */
  readonly ends: readonly number[]
}

const MAX_WORDS = 24

/**
 * Reads the noun phrase that begins at a word.
 *
 * @param words words of one frame
 * @param start index of its first word
 * @returns undefined if no noun phrase begins there, or if it is a time ("last week")
 */
export function readNounPhrase(words: readonly FrameWord[], start: number): NounPhrase | undefined {
  const first = words[start]
  if (!first || !canStart(words, start)) return undefined
  if (PRONOUNS.has(first.lower)) return { start, coreEnd: start + 1, ends: [start + 1] }
  const head = readCore(words, start)
  if (head === start || isTime(words, start, head)) return undefined
  const coreEnd = readJoined(words, head)
  return {
    start,
    coreEnd,
    ends: [head, ...(coreEnd > head ? [coreEnd] : []), ...readComplements(words, start, coreEnd)],
  }
}

/** Takes in what "and" joins to the head: "Christian and Kurdish parties". */
function readJoined(words: readonly FrameWord[], head: number): number {
  if (!/^(?:and|&)$/.test(words[head]?.lower ?? '')) return head
  const end = readCore(words, head + 1)
  return end === head + 1 ? head : end
}

function canStart(words: readonly FrameWord[], at: number): boolean {
  const { lower, text } = words[at]!
  if (PRONOUNS.has(lower) || DETERMINERS.has(lower)) return true
  return (
    isNoun(words, at, at) && (!/^\p{Lu}?\p{Ll}+ing$/u.test(text) || isNameInIng(words, at) || isBeforePerson(words, at))
  )
}

/** "Beijing said": a participle has no verb of speech right behind it. */
const isNameInIng = (words: readonly FrameWord[], at: number) =>
  /^\p{Lu}/u.test(words[at]!.text) && SPEECH.get(words[at + 1]?.lower ?? '')?.form === 'past'

/** Ends of the phrase with each further "of the army", "and Vale" taken in. */
function readComplements(words: readonly FrameWord[], start: number, coreEnd: number): number[] {
  const ends: number[] = []
  let at = coreEnd
  while (at < words.length && at - start < MAX_WORDS && opensComplement(words, at)) {
    const end = readCore(words, at + 1)
    if (end === at + 1 || isTime(words, at + 1, end)) break
    ends.push(end)
    at = end
  }
  return ends
}

function opensComplement(words: readonly FrameWord[], at: number): boolean {
  const { lower } = words[at]!
  return PREPOSITIONS.has(lower) || lower === 'and' || lower === '&' || lower === 'or'
}

function readCore(words: readonly FrameWord[], start: number): number {
  let at = start
  while (at < words.length && at - start < MAX_WORDS) {
    if (words[at]!.text === '(') {
      const close = closeOfBracket(words, at)
      if (close === 0 || at === start) break
      at = close
    } else if (isNoun(words, at, start)) at += 1
    else break
  }
  return at
}

/** The index after the bracket that closes the one at `at` within six words, or 0. */
function closeOfBracket(words: readonly FrameWord[], at: number): number {
  const close = words.slice(at, at + 8).findIndex(({ text }) => text === ')')
  return close < 0 ? 0 : at + close + 1
}

function isNoun(words: readonly FrameWord[], at: number, start: number): boolean {
  const { lower, text, quoted } = words[at]!
  const previous = at > start ? words[at - 1] : undefined
  if (quoted !== undefined)
    return previous !== undefined && words[at]!.end - words[at]!.start < 30 && isModifier(previous)
  if (!/[\p{L}\p{N}]/u.test(text)) return previous !== undefined && isInnerMark(words, at)
  if (DETERMINERS.has(lower)) return previous === undefined || DETERMINERS.has(previous.lower)
  if (/^['’]s$/u.test(text)) return previous !== undefined
  if (/^\p{Lu}/u.test(text) && previous !== undefined) return !PRONOUNS.has(lower)
  if (previous && isModifier(previous) && /^(?:earlier|first|further|later|only|then)$/.test(lower)) return true
  if (/.{2}ly$/.test(lower) && isAdverb(lower) && /^\p{Lu}/u.test(previous?.text ?? '')) return false
  return (!isClosedClass(lower) || isNameMay(words, at)) && !isVerb(words, at, previous)
}

/** "May Vale", "May said": a name, where the auxiliary has a verb in its base form behind it. */
const isNameMay = (words: readonly FrameWord[], at: number) => {
  const { text, lower } = words[at + 1] ?? { text: '', lower: '' }
  const verb = SPEECH.get(lower) ?? ATTITUDE.get(lower)
  return words[at]!.text === 'May' && (/^\p{Lu}\p{Ll}/u.test(text) || verb?.form === 'past')
}

/** "mining minister", "armed forces spokesman": the word begins a description of a person. */
function isBeforePerson(words: readonly FrameWord[], at: number): boolean {
  return words
    .slice(at + 1, at + 3)
    .some(({ lower }) => PERSON_NOUNS.some((noun) => lower.replace(/s$/, '').endsWith(noun)))
}

/**
 * "“…,” retired army captain Omar Vale said": the word begins the phrase after the quoted words, and is not a verb of
 * speech.
 */
const isBeforeName = (words: readonly FrameWord[], at: number) =>
  words[at - 1]?.quoted !== undefined &&
  !isSpoken(words[at]!.lower) &&
  words.slice(at + 1, at + 6).some(({ text }) => /^\p{Lu}/u.test(text))

const isClosedClass = (lower: string) =>
  AUXILIARIES.has(lower) ||
  PREPOSITIONS.has(lower) ||
  CONJUNCTIONS.has(lower) ||
  RELATIVES.has(lower) ||
  PRONOUNS.has(lower) ||
  (isAdverb(lower) && !/ly$/.test(lower))

/** After a determiner, possessive, hyphen or adverb a word that looks like a verb modifies a noun: "the armed men", "its claims". */
const isModifier = (previous: FrameWord) =>
  DETERMINERS.has(previous.lower) || /^(?:['’]s?|-|.{2,}ly|.{3,}[^s]s['’])$/u.test(previous.lower)

function isVerb(words: readonly FrameWord[], at: number, previous: FrameWord | undefined): boolean {
  const { lower, text } = words[at]!
  if (previous && isModifier(previous)) return false
  if (/^\p{Lu}/u.test(text)) return false
  if (!previous && /.{2}ed$/.test(lower) && (isBeforePerson(words, at) || isBeforeName(words, at))) return false
  if (VERBS.has(lower) || /.{2}ed$/.test(lower)) return true
  if (previous && isPresentOfName(words, at)) return true
  if (/.{3}ing$/.test(lower) && isSpoken(lower) && /^\p{Lu}/u.test(previous?.text ?? '')) return true
  if (/.{3}ing$/.test(lower))
    return words[at - 1] !== undefined && previous !== undefined && isFollowedByObject(words, at)
  const verb = SPEECH.get(lower) ?? ATTITUDE.get(lower)
  if (verb && /^\p{Lu}/u.test(previous?.text ?? '') && /^(?:her|him|it|them|us)$/.test(words[at + 1]?.lower ?? ''))
    return true
  return (
    verb !== undefined &&
    previous !== undefined &&
    (verb.form !== 'base' || /s$/.test(previous.lower) || COLLECTIVES.has(previous.lower))
  )
}

/** "her brother Karim works the oven": a word in -s between a name and a determiner. */
const isPresentOfName = (words: readonly FrameWord[], at: number) =>
  /^\p{Ll}+[^sui]s$/u.test(words[at]!.text) &&
  /^\p{Lu}\p{Ll}/u.test(words[at - 1]!.text) &&
  /^(?:an?|her|his|its|my|our|the|their)$/.test(words[at + 1]?.lower ?? '')

const isFollowedByObject = (words: readonly FrameWord[], at: number) => {
  const next = words[at + 1]
  return next !== undefined && (DETERMINERS.has(next.lower) || PREPOSITIONS.has(next.lower))
}

/** A hyphen, a slash, an ampersand, a plural's apostrophe, or the stop of a title or initial: "Gov. Vale", "J. Vale". */
function isInnerMark(words: readonly FrameWord[], at: number): boolean {
  const [previous, mark, next] = [words[at - 1]!, words[at]!, words[at + 1]]
  if (mark.text === "'" || mark.text === '’') return previous.lower.endsWith('s') && previous.end === mark.start
  if (!next) return false
  if (/^[“"]$/.test(mark.text)) return /^\p{Lu}/u.test(next.text)
  if (/^[”"]$/.test(mark.text)) return /^\p{Lu}/u.test(previous.text)
  if (mark.text === '-' || mark.text === '/') return previous.end === mark.start && mark.end === next.start
  if (mark.text === '.')
    return (TITLES.has(previous.lower) || /^\p{Lu}$/u.test(previous.text)) && /^\p{Lu}/u.test(next.text)
  return mark.text === '&'
}

/** A word for a time right before a verb of speech is a name: "May said". */
const isTime = (words: readonly FrameWord[], start: number, end: number) => {
  const last = words[end - 1]!
  if (words[end - 2]?.text === '-' && /^\p{Lu}/u.test(last.text)) return false
  const verb = AUXILIARIES.has(words[end]?.lower ?? '') ? words[end + 1] : words[end]
  const isSpeaker = end - start === 1 && /^\p{Lu}/u.test(last.text) && isSpoken(verb?.lower ?? '')
  if (isSpeaker) return false
  return TIME_WORDS.has(last.lower.replace(/s$/, '')) || (/^\d{4}$/.test(last.text) && end - start === 1)
}
