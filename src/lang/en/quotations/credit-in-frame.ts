import { type Cue, findCues } from './find-cues.ts'
import { findSubject, skipBack, type Phrase } from './find-subject.ts'
import type { Frame, FrameWord } from './frame-sentences.ts'
import { readNounPhrase } from './read-noun-phrase.ts'
import {
  AUDIENCES,
  CLAIMS,
  isAdverb,
  PREPOSITIONS,
  PRONOUNS,
  QUOTING,
  REFUSALS,
  RELATIVES,
  TIME_WORDS,
  UNSAID,
  VENUES,
} from './vocabulary.ts'

/** The speaker to whom a sentence gives quoted or reported words. */
export interface Credit {
  /** The words that name or describe the speaker, or a pronoun. */
  readonly phrase: Phrase
  readonly cue?: Cue
  readonly rule: string
}

/** A frame once read: its cues, each with its subject. */
export interface ReadFrame extends Frame {
  readonly cues: readonly { readonly cue: Cue; readonly subject: Phrase | undefined }[]
}

/** Longer runs of words without a stop are no sentences, and are not read. */
const MAX_WORDS = 400

/** Finds the cues of a frame and their subjects, once for all the quoted texts in it. */
export function readFrame(frame: Frame): ReadFrame {
  if (frame.words.length > MAX_WORDS) return { ...frame, cues: [] }
  const cues = findCues(frame.words).map((cue) => {
    const subject = findSubject(frame.words, cue.at, cue.form !== 'ing')
    return { cue, subject: subject && agrees(frame.words, cue, subject) ? subject : undefined }
  })
  return { ...frame, cues }
}

/** A verb in -s has no subject in the plural: in "the strikes demands" one of the two is misread. */
const agrees = (words: readonly FrameWord[], { form }: Cue, { coreEnd }: Phrase) =>
  form !== 'present' || !/^\p{Ll}+[^sui]s$/u.test(words[coreEnd - 1]!.text)

type Rule = (frame: ReadFrame, at: number) => Credit | undefined

/**
 * Finds in its own sentence who is credited with the quoted text at word `at`.
 *
 * @param leansRight true when the text ends with a comma or the like inside its mark, or opens the sentence:
 *   then the credit is looked for behind it first
 */
export function creditInFrame(frame: ReadFrame, at: number, leansRight: boolean): Credit | undefined {
  if (frame.words.length > MAX_WORDS || isRecalled(frame, at)) return undefined
  const right = [verbThenSpeaker, wordsOfAnother, speakerThenVerb]
  const left = [saidBefore, embedded]
  const order: Rule[] = leansRight ? [...right, ...left] : [...left, ...right]
  for (const rule of [...order, trailing, accordingTo]) {
    const credit = rule(frame, at)
    if (credit) return credit
  }
  return undefined
}

const isBreak = (word: FrameWord | undefined) => word !== undefined && /^(?:[,;:]|-+|–|—)$/u.test(word.text)
const nextQuoted = (words: readonly FrameWord[], at: number) => {
  const next = words.findIndex((word, index) => index > at && word.quoted !== undefined)
  return next < 0 ? words.length : next
}

/** “…,” said Vale. */
function verbThenSpeaker({ words, cues }: ReadFrame, at: number): Credit | undefined {
  let next = isBreak(words[at + 1]) ? at + 2 : at + 1
  while (words[next] && isAdverb(words[next]!.lower)) next += 1
  const found = cues.find(({ cue }) => cue.at === next)
  if (!found || found.cue.form === 'ing') return undefined
  const phrase = readNounPhrase(words, next + 1)
  if (!phrase) return undefined
  return {
    phrase: { ...phrase, end: shortEnd(words, next + 1, phrase) },
    cue: found.cue,
    rule: 'quotation/verb-then-speaker',
  }
}

/**
 * After the verb only "of …" and "for …" belong to the speaker: "said Vale of the miners’ union in a letter";
 * with one who is unnamed also where they are: "said an official in the river police".
 */
function shortEnd(
  words: readonly FrameWord[],
  start: number,
  { coreEnd, ends }: { coreEnd: number; ends: readonly number[] },
): number {
  const isUnnamed = /^(?:an?|one|another)$/.test(words[start]!.lower)
  const joints = isUnnamed ? /^(?:of|for|from|and|&|in|at|with)$/ : /^(?:of|for|from|and|&)$/
  let end = coreEnd
  for (const next of ends.filter((one) => one > coreEnd)) {
    if (!joints.test(words[end]!.lower) || words.slice(end, next).some(({ lower }) => VENUES.has(lower))) break
    end = next
  }
  return end
}

/** Verbs behind which another can be the one who spoke: "Vale said Okafor had warned". */
const RELAYING = new Set(['add', 'claim', 'recall', 'recount', 'report', 'say', 'tell', 'testify'])

/** “…,” Vale said Okafor had warned. “…,” the agency quoted Okafor as saying. */
function wordsOfAnother(frame: ReadFrame, at: number): Credit | undefined {
  const { words, cues } = frame
  const limit = nextQuoted(words, at)
  const outer = speakerThenVerb(frame, at)?.cue
  const cited = cues.find(
    ({ cue, subject }) =>
      subject &&
      cue.at > at &&
      cue.at < limit &&
      words[cue.at - 1]!.lower === 'as' &&
      isCiting(words, subject.start - 1),
  )
  const found =
    cited?.subject && cited.cue.form === 'ing'
      ? { phrase: cited.subject, cue: cited.cue }
      : outer && RELAYING.has(outer.lemma)
        ? relayedBehind(frame, outer.at)
        : undefined
  return found && { ...found, rule: 'quotation/words-of-another' }
}

/** Whether the word is a form of "quote", "cite" and the like. */
const isCiting = (words: readonly FrameWord[], at: number) =>
  [/d$/, /ed$/, /s$/].some((ending) => QUOTING.has(words[at]?.lower.replace(ending, '') ?? ''))

/** What follows the one whose words are recalled: "Vale recalled Okafor saying". */
const SPOKEN = /^(?:say|saying|shout|shouting|telling|warning|whisper|whispering)$/

/** The phrase right behind a verb of speech that is the subject of another one; a pronoun takes up the first speaker. */
function relayedBehind({ words, cues }: ReadFrame, outer: number): Pick<Credit, 'phrase' | 'cue'> | undefined {
  const start = words[outer + 1]?.lower === 'that' ? outer + 2 : outer + 1
  const phrase = readNounPhrase(words, start)
  if (!phrase || PRONOUNS.has(words[start]!.lower)) return undefined
  const recalled = words.findIndex(({ lower }, at) => at > start && at < start + 8 && SPOKEN.test(lower))
  if (recalled > 0 && words.slice(start, recalled).every(({ text }) => /^\p{L}/u.test(text)))
    return { phrase: { start, end: recalled, coreEnd: recalled } }
  const found = cues.find(({ cue }) => cue.kind === 'speech' && phrase.ends.includes(skipBack(words, cue.at - 1) + 1))
  const end = found && skipBack(words, found.cue.at - 1) + 1
  return found && end !== undefined
    ? { phrase: { start, end, coreEnd: Math.min(phrase.coreEnd, end) }, cue: found.cue }
    : undefined
}

/** “…,” Vale recalled him saying: whom the pronoun means is not known. */
function isRecalled({ words }: ReadFrame, at: number): boolean {
  const limit = nextQuoted(words, at)
  return words.slice(at, limit).some(({ lower }, index) => {
    const next = words[at + index + 1]?.lower ?? ''
    return (
      /^(?:him|her|them|someone|somebody)$/.test(lower) && /^(?:say|saying|shout|shouting|tell|whisper)$/.test(next)
    )
  })
}

/** “…,” Vale said. */
function speakerThenVerb({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const start = isBreak(words[at + 1]) ? at + 2 : at + 1
  const limit = nextQuoted(words, at)
  const found = cues.find(
    ({ cue, subject }) =>
      cue.at < limit && subject !== undefined && subject.start >= start && subject.start <= start + 1,
  )
  const isClauseOfItsOwn = found?.subject?.start === start + 1 && CLAUSAL.has(words[start]!.lower)
  if (isClauseOfItsOwn) return undefined
  const isDenied = found && words.slice(found.subject!.end, found.cue.at).some(({ lower }) => UNSAID.has(lower))
  if (isDenied) return undefined
  return found?.subject && { phrase: found.subject, cue: found.cue, rule: 'quotation/speaker-then-verb' }
}

/** What begins a clause of its own between the words and a speaker: “…,” while Okafor said no. */
const CLAUSAL = new Set(['although', 'and', 'before', 'but', 'though', 'until', 'when', 'whereas', 'while'])

const LINK = /^(?:that|it|him|them|as|:|,|be|being|is|was|an?|the|of|to|for)$/

/** Vale said: “…” */
function saidBefore(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  const between = frame.words.slice((found?.cue.at ?? at) + 1, at)
  if (!found || between.some(({ lower }) => !LINK.test(lower) && !AUDIENCES.has(lower))) return undefined
  return { phrase: found.subject, cue: found.cue, rule: 'quotation/said-before' }
}

/** Vale said the plan was “…”. */
function embedded(frame: ReadFrame, at: number): Credit | undefined {
  const found = nearestBefore(frame, at)
  if (found && areOthersWords(frame.words.slice(found.cue.at, at))) return undefined
  const rule = found?.cue.form === 'ing' ? 'quotation/participle' : 'quotation/embedded'
  return found && { phrase: found.subject, cue: found.cue, rule }
}

/** Vale rejected claims that the plan was “…”: what is claimed is said by others. */
function areOthersWords([verb, ...words]: readonly FrameWord[]): boolean {
  const claim = words.findIndex(({ lower }) => CLAIMS.has(lower))
  const isOf = /^(?:of|that)$/.test(words[claim + 1]?.lower ?? '')
  return REFUSALS.has(verb!.lower) && claim >= 0 && claim <= 3 && isOf
}

/** The nearest cue before the text, unless what "who" stands for is not known; for "Vale said he thought it “…”" the outer one, which names the speaker. */
function nearestBefore({ words, cues }: ReadFrame, at: number): { cue: Cue; subject: Phrase } | undefined {
  const last = cues.findLast(({ cue }) => cue.at < at)
  if (last && !last.subject && isUnknownWho(words, last.cue.at, at)) return undefined
  const before = cues.flatMap(({ cue, subject }) => (cue.at < at && subject ? [{ cue, subject }] : []))
  const nearest = before.at(-1)
  if (!nearest || !PRONOUNS.has(words[nearest.subject.start]!.lower)) return nearest
  return (
    before.findLast(({ cue, subject }) => cue.kind === 'speech' && !PRONOUNS.has(words[subject.start]!.lower)) ??
    nearest
  )
}

/** Vale asked one who replied: “…” */
const isUnknownWho = (words: readonly FrameWord[], verb: number, at: number) =>
  RELATIVES.has(words[skipBack(words, verb - 1)]?.lower ?? '') &&
  words.slice(verb + 1, at).every(({ text }) => /^[,:]$/.test(text))

/** The plan was “…”, Vale said on Monday. */
function trailing({ words, cues }: ReadFrame, at: number): Credit | undefined {
  const found = cues.find(
    ({ cue, subject }) =>
      cue.at > at &&
      cue.kind === 'speech' &&
      subject &&
      isBreak(words[subject.start - 1]) &&
      closesSentence(words, cue.at + 1),
  )
  return found?.subject && { phrase: found.subject, cue: found.cue, rule: 'quotation/trailing' }
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

/** According to Vale, the plan was “…”. */
export function accordingTo({ words }: ReadFrame): Credit | undefined {
  const at = words.findIndex(({ lower }, index) => lower === 'according' && words[index + 1]?.lower === 'to')
  const phrase = at < 0 ? undefined : readNounPhrase(words, at + 2)
  return phrase && { phrase: { ...phrase, end: phrase.ends.at(-1)! }, rule: 'quotation/according-to' }
}
