import type { Match } from './match.ts'
import { compilePattern } from './pattern.ts'
import type { Pattern } from './pattern.ts'
import type { Resolve } from '../../dates/reading.ts'

/** One kind of wording. */
export interface Recogniser {
  /** Permanent name, as `date/month-day`. */
  readonly rule: string
  readonly pattern: Pattern
  /** Takes the match apart; nothing when the words are no date after all (February 31). */
  readonly read: (match: Match) => Resolve | undefined
}

/** Makes a recogniser of a rule name, a template and a reader. */
export function recognise(rule: string, template: string, read: Recogniser['read']): Recogniser {
  return { rule: `date/${rule}`, pattern: compilePattern(template), read }
}
