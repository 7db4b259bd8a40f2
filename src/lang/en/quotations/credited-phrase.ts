import type { Span } from '../../../model/passage.ts'
import type { Credit, ReadFrame } from './credit-in-frame.ts'

/** The words that stand for a speaker, in a passage. */
export interface CreditedPhrase {
  readonly span: Span
  /** Where the head noun ends, as an offset in the passage. */
  readonly coreEnd: number
  /** The verb that gives them the words. */
  readonly cue?: Span
}

/** The credit's words as a span of the passage. */
export function toPhrase(passage: number, { words }: ReadFrame, { phrase, cue }: Credit): CreditedPhrase {
  const span = { passage, start: words[phrase.start]!.start, end: words[phrase.end - 1]!.end }
  const coreEnd = words[phrase.coreEnd - 1]!.end
  if (!cue) return { span, coreEnd }
  const verb = words[cue.at]!
  return { span, coreEnd, cue: { passage, start: verb.start, end: verb.end } }
}
