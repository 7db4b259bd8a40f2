import { findMainSubject } from './find-main-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import { type Credit, isBreak, type ReadFrame } from './find-cues.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  ANNOUNCING,
  ANNOUNCED_CLAUSES,
  DETERMINERS,
  SINGULAR_PERSON,
  STANDARDS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  TIME_WORDS,
  WORDINGS,
} from './vocabulary.ts'
import { isPossessive } from '../words/verb-forms.ts'

/** The plan was “…”, Vale said on Monday. */
export function trailing(frame: ReadFrame, at: number): Credit | undefined {
  const { words, cues } = frame
  const found = cues.find(
    ({ cue, subject }) =>
      cue.at > at &&
      cue.kind === 'speech' &&
      subject &&
      isBreak(words[subject.start - 1]) &&
      closesSentence(words, cue.at + 1),
  )
  if (found?.subject) return { phrase: found.subject, cue: found.cue, rule: 'quotation/trailing' }
  return trailingInverted(frame, at)
}

/** The plan was “…” in every part, said Vale. */
function trailingInverted({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const found = cues.find(
    ({ cue }) => cue.at > at && cue.kind === 'speech' && cue.form === 'past' && words[cue.at - 1]!.text === ',',
  )
  const phrase = found && readNounPhrase(words, found.cue.at + 1)
  if (!phrase || !closesSentence(words, phrase.ends.at(-1)!)) return undefined
  return { phrase: { ...phrase, end: phrase.coreEnd }, cue: found.cue, rule: 'quotation/trailing' }
}

/** True when nothing but a time, a place or another clause follows: ", Vale said on Monday". */
export const closesSentence = (words: readonly FrameWord[], at: number) => {
  const next = words[at]
  return (
    !next ||
    /^[.,;]$/.test(next.text) ||
    PREPOSITIONS.has(next.lower) ||
    TIME_WORDS.has(next.lower) ||
    /^\p{Lu}/u.test(next.text)
  )
}

/** "According to Vale, the plan was “…”". "According to plan" names nobody. */
export function accordingTo({ words }: ReadFrame): Credit | undefined {
  const at = words.findIndex(({ lower }, index) => lower === 'according' && words[index + 1]?.lower === 'to')
  const phrase = at < 0 || STANDARDS.has(words[at + 2]?.lower ?? '') ? undefined : readNounPhrase(words, at + 2)
  return phrase && { phrase: { ...phrase, end: phrase.ends.at(-1)! }, rule: 'quotation/according-to' }
}

/** In the words of Vale, the plan was “…”. In her view it was “…”. */
export function inTheWordsOf({ words }: ReadFrame): Credit | undefined {
  const rule = 'quotation/in-the-words-of'
  for (const [at, { lower }] of words.entries()) {
    if (lower === 'per' && isBreak(words[at - 1]) && /^(?:the|\p{Lu}.*)$/u.test(words[at + 1]?.text ?? '')) {
      const phrase = readNounPhrase(words, at + 1)
      if (phrase) return { phrase: { ...phrase, end: phrase.ends.at(-1)! }, rule }
    }
    if (!WORDINGS.has(lower)) continue
    const owner = ownerOf(words, at)
    if (owner) return { phrase: owner, rule }
  }
  return undefined
}

/** The owner of the words: "in the words of Vale", "in Vale’s view", "in her eyes". */
function ownerOf(words: readonly FrameWord[], noun: number): Credit['phrase'] | undefined {
  const [first, before] = [words[noun - 2], words[noun - 1]]
  if (first?.lower === 'in' && before?.lower === 'the' && words[noun + 1]?.lower === 'of') {
    const phrase = readNounPhrase(words, noun + 2)
    return phrase && { start: phrase.start, end: phrase.coreEnd, coreEnd: phrase.coreEnd }
  }
  if (first?.lower === 'in' && before && POSSESSIVES.has(before.lower))
    return { start: noun - 1, end: noun, coreEnd: noun }
  if (!isPossessive(before?.text ?? '')) return undefined
  const start = words.findLastIndex(({ lower }, at) => at < noun && at > noun - 8 && lower === 'in') + 1
  const phrase = start === 0 ? undefined : readNounPhrase(words, start)
  return phrase && phrase.coreEnd >= noun ? { start, end: noun - 1, coreEnd: noun - 1 } : undefined
}

const opensClause = (lower: string) => PRONOUNS.has(lower) || ANNOUNCED_CLAUSES.has(lower)

/** A message from Vale: “…”. */
function announcedBy(words: readonly FrameWord[], at: number): Credit['phrase'] | undefined {
  const from = words.findLastIndex(({ lower }, index) => index < at && /^(?:by|from)$/.test(lower))
  const name = words.slice(from + 1, at - 1)
  if (from < 1 || name.length === 0 || name.length > 4 || !name.every(({ text }) => /^[\p{Lu}.-]/u.test(text)))
    return undefined
  return { start: from + 1, end: at - 1, coreEnd: at - 1 }
}

/** Vale’s verdict: “…”. */
function ownerOfLine(words: readonly FrameWord[], at: number): Credit['phrase'] | undefined {
  const end = words.findIndex(({ text }) => isPossessive(text))
  const isName = end > 0 && words.slice(0, end).every(({ text }) => /^[\p{Lu}.-]/u.test(text))
  return isName && at - end <= 4 ? { start: 0, end, coreEnd: end } : undefined
}

/** Words between a subject and a colon: more hold another clause, with a speaker of its own. */
const LONGEST_CLAUSE = 6

/** Vale was unimpressed: “…”. A thing that is the subject says nothing. */
function personBefore(words: readonly FrameWord[], at: number): Credit['phrase'] | undefined {
  const phrase = findMainSubject(words, at - 1)
  if (!phrase || at - phrase.end > LONGEST_CLAUSE) return undefined
  const { lower, text } = words[phrase.start]!
  return SINGULAR_PERSON.has(lower) || (/^\p{Lu}/u.test(text) && !DETERMINERS.has(lower)) ? phrase : undefined
}

/** Vale has a new message: “…”. Vale was unimpressed: “…”. Vale’s verdict: “…”. */
export function announced({ words, cues }: ReadFrame, at: number): Credit | undefined {
  if (words[at - 1]?.text !== ':' || cues.some(({ cue, subject }) => subject && cue.at < at)) return undefined
  const isSaid = cues.some(({ cue }) => cue.at < at)
  const by = announcedBy(words, at) ?? (isSaid ? undefined : (ownerOfLine(words, at) ?? personBefore(words, at)))
  if (by) return { phrase: by, rule: 'quotation/announced' }
  const announcement = words.findLastIndex(({ lower }, index) => index < at && ANNOUNCING.has(lower))
  if (announcement < 0 || at - announcement > 3) return undefined
  const phrase = findMainSubject(words, announcement)
  if (!phrase || words.slice(phrase.end, announcement).some(({ lower }) => opensClause(lower))) return undefined
  return { phrase, rule: 'quotation/announced' }
}
