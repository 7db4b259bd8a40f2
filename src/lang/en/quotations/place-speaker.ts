import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import { sentenceAt } from '../../../lang/sentences.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import { nameSpeaker, type NamedPhrase } from './name-speaker.ts'
import type { Paragraph } from './read-paragraph.ts'

/** A speaker's words where they stand. */
export interface Placed extends NamedPhrase {
  /** Where the words stand; for a pronoun that was resolved, the pronoun. */
  readonly at: Span
  readonly isPlural: boolean
  /** Where their sentence begins in the passage. */
  readonly sentence: number
  /** True when what they say stands before them or around them: "…, he said.", "The vote, he said, is lost." */
  readonly followsSpeech: boolean
}

/** The words with a comma, a title and the begin of what comes next, where an apposition would stand. */
export function withNext({ span, coreEnd }: CreditedPhrase): Span {
  return { ...span, end: Math.max(span.end, coreEnd) + 12 }
}

const ENDS_SENTENCE =
  /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\s(?:on|in|at|to)\s[^.,;“”"]{1,40}|\s\p{Lu}\p{Ll}{1,9}day)?[.]?\s{0,9}$/u

/** The rest of words put into a sentence that is itself what is said: ", it went on, is …". */
const IS_PUT_IN = /^\s{1,9}(?:\p{L}{1,30}ly\s|also\s|later\s)?\p{L}{1,30}(?:\son)?,/u

/** More white space than stands between two words. */
const SPACE = 20

/** Reads the words credited where they stand, with the names that overlap them. */
export function placeSpeaker(
  { passage, frames }: Paragraph,
  phrase: CreditedPhrase,
  mentions: readonly Mention[] | undefined,
): Placed {
  const { span } = phrase
  const frame = sentenceAt(frames, span.start)
  const found = nameSpeaker(passage.text, phrase, mentions)
  const [before, after] = [
    passage.text.slice(Math.max(0, span.start - SPACE), span.start).trimEnd(),
    passage.text.slice(span.end, frame?.end),
  ]
  return {
    ...found,
    at: span,
    sentence: frame?.start ?? 0,
    isPlural: !found.isPerson && /\sand\s|s$/u.test(found.words),
    followsSpeech:
      /["”’»]$/u.test(before) || (before.endsWith(',') && (ENDS_SENTENCE.test(after) || IS_PUT_IN.test(after))),
  }
}
