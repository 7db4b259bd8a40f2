import type { Span } from '../../../model/passage.ts'
import { accordingTo, closesSentence } from './credit-elsewhere.ts'
import type { Credit, ReadFrame } from './find-cues.ts'
import { type CreditedPhrase, toPhrase } from './attribute-quoted.ts'
import type { Paragraph } from './read-paragraph.ts'
import { skipBack } from './find-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import {
  AUXILIARIES,
  BARE,
  CONJUNCTIONS,
  isAdverb,
  TIME_WORDS,
  TRAILING,
  UNASSERTING,
  UNSAID,
  VENUES,
  VERBS,
} from './vocabulary.ts'

/** Speech that a sentence reports without quoting it. */
export interface ReportedSpeech {
  readonly span: Span
  readonly phrase: CreditedPhrase
  /** False where the speaker denies, asks or hopes it; the span then begins at that verb. */
  readonly isAsserted: boolean
  readonly rule: string
}

const MIN_WORDS = 4

/** Finds reported clauses: "Vale said (that) the port was closed", "the port was closed, Vale said", "according to Vale, …". */
export function findReported({ passage, frames }: Paragraph): ReportedSpeech[] {
  if (passage.kind !== 'paragraph') return []
  return frames.flatMap((frame) => {
    if (frame.words.some(({ quoted }) => quoted !== undefined)) return []
    const found = clauseAfter(frame) ?? clauseBefore(frame) ?? clauseAround(frame)
    if (!found) return []
    const { start, end, credit } = found
    const isAsserted = start !== credit.cue?.at
    if (end - start < MIN_WORDS) return []
    const span = { passage: passage.ordinal, start: frame.words[start]!.start, end: frame.words[end - 1]!.end }
    return [{ span, phrase: toPhrase(passage.ordinal, frame, credit), isAsserted, rule: credit.rule }]
  })
}

interface Clause {
  readonly start: number
  readonly end: number
  readonly credit: Credit
}

/** The index after the frame's last word that is no mark. */
const endOfWords = ({ words }: ReadFrame) => words.findLastIndex(({ text }) => /[\p{L}\p{N}%)]/u.test(text)) + 1

/**
 * The first cue that is followed by a clause: "that …", or after "said" and the like a subject. A verb that does not
 * assert the clause is part of the reported words: whoever "denied that the port was closed" did not say that it was.
 */
function clauseAfter(frame: ReadFrame): Clause | undefined {
  for (const { cue, subject } of frame.cues) {
    if (cue.kind !== 'speech' || !subject || isUnsaid(frame, cue.at)) continue
    const start = clauseStart(frame, cue.at, cue.lemma)
    if (start === undefined) continue
    return {
      start: UNASSERTING.has(cue.lemma) ? cue.at : start,
      end: endOfWords(frame),
      credit: { phrase: subject, cue, rule: 'quotation/reported-after' },
    }
  }
  return undefined
}

/** "would say", "did not say", "declined to say": nothing was said. */
function isUnsaid({ words }: ReadFrame, cue: number): boolean {
  const before = words.slice(skipBack(words, cue - 1) + 1, cue).map(({ lower }) => lower)
  return words[cue - before.length - 1]?.lower === 'to' || before.some((word) => UNSAID.has(word))
}

const REACH = 7

function clauseStart({ words }: ReadFrame, cue: number, lemma: string): number | undefined {
  for (let at = cue + 1; at <= Math.min(cue + REACH, words.length - 1); at += 1) {
    if (words[at]!.lower === 'that' && !/^(?:[,.;:]|['’].*)$/u.test(words[at + 1]?.text ?? '.')) return at + 1
    if (/^[.;:]$/.test(words[at]!.text)) break
  }
  if (!BARE.has(lemma)) return undefined
  const start = skipCircumstance(words, cue + 1)
  const first = words[start]
  if (!first || !/[\p{L}\p{N}]/u.test(first.text) || /^(?:of|to|for|with|about)$/.test(first.lower)) return undefined
  return words.slice(start + 1).some(({ lower }) => AUXILIARIES.has(lower) || VERBS.has(lower) || /.{2}ed$/.test(lower))
    ? start
    : undefined
}

/** The position after "earlier", "on Monday", "in a statement" between the verb and the reported words. */
function skipCircumstance(words: readonly FrameWord[], from: number): number {
  let at = from
  while (isAdverb(words[at]?.lower ?? '')) at += 1
  if (
    !/^(?:on|in|at|during|late|last|this|through)$/.test(words[at]?.lower ?? '') &&
    !TIME_WORDS.has(words[at]?.lower ?? '')
  )
    return at
  const last = words.slice(at, at + 5).findIndex(({ lower }) => TIME_WORDS.has(lower) || VENUES.has(lower))
  if (last < 0) return at
  const end = at + last + (/^\d{1,2}$/.test(words[at + last + 1]?.text ?? '') ? 2 : 1)
  return skipCircumstance(words, end)
}

/** "The port was closed, Vale said on Monday." A time or a condition alone ("If it rains, …") is not a clause. */
function clauseBefore({ words, cues }: ReadFrame): Clause | undefined {
  const found = cues.findLast(
    ({ cue, subject }) =>
      TRAILING.has(cue.lemma) && cue.form !== 'ing' && subject && words[subject.start - 1]?.text === ',',
  )
  if (!found?.subject || !closesSentence(words, found.cue.at + 1) || words.length - found.cue.at > 10) return undefined
  if (CONJUNCTIONS.has(words[0]!.lower) && !/^(?:and|but|so|yet)$/.test(words[0]!.lower)) return undefined
  return {
    start: 0,
    end: found.subject.start - 1,
    credit: { phrase: found.subject, cue: found.cue, rule: 'quotation/reported-before' },
  }
}

/** "According to Vale, the port was closed"; "The port was closed, according to Vale." */
function clauseAround(frame: ReadFrame): Clause | undefined {
  const credit = accordingTo(frame)
  if (!credit) return undefined
  const at = frame.words.findIndex(({ lower }) => lower === 'according')
  if (at > 0) return { start: 0, end: frame.words[at - 1]!.text === ',' ? at - 1 : at, credit }
  const after = frame.words[credit.phrase.end]?.text === ',' ? credit.phrase.end + 1 : credit.phrase.end
  return { start: after, end: endOfWords(frame), credit }
}
