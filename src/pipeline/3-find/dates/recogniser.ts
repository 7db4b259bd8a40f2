import type { CalendarUnit } from './calendar-unit.ts'
import type { Match } from './match.ts'
import { compilePattern } from './pattern.ts'
import type { Pattern } from './pattern.ts'
import type { Direction } from './direction.ts'
import type { Anchor, Reading } from './reading.ts'

/** What is known at the place of a match when its date is worked out. */
export interface Context {
  /** The publication date, as exact as it is known. */
  readonly publication: Anchor | undefined
  /** The last date before this place that is exact enough to count such units from. */
  narrative(unit: CalendarUnit): Anchor | undefined
  /** The date that the same sentence told before this place with its year and its month, when no comma parts the two. */
  told(): Anchor | undefined
  /** Which way the clause looks. */
  direction(): Direction
}

/** Works a match out once the dates before it are known. */
export type Resolve = (context: Context) => Reading

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
