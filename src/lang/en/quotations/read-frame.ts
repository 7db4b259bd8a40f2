import { type Cue, findCues } from './find-cues.ts'
import type { Phrase } from './find-main-subject.ts'
import { findSubject } from './find-subject.ts'
import type { Frame, FrameWord } from './frame-sentences.ts'

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
export const MAX_WORDS = 400

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

/** A comma, colon or dash. */
export const isBreak = (word: FrameWord | undefined) => word !== undefined && /^(?:[,;:]|-+|–|—)$/u.test(word.text)
