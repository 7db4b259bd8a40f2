import { alignableFromText } from './alignable.ts'
import type { Matching } from './likeness.ts'
import { join } from './likeness.ts'

/** The expectations of a test about two texts. */
export interface Invented {
  /** How alike passages are, in hundredths: a row for each earlier passage, a number for each present one. */
  readonly likeness: readonly (readonly number[])[]
  /** Pairs that are matched already. */
  readonly pairs?: readonly (readonly [number, number])[]
  /** Texts of the passages, where they matter. */
  readonly before?: readonly string[]
  readonly now?: readonly string[]
}

/** A matching of two invented texts. */
export function inventMatching({ likeness, pairs = [], before = [], now = [] }: Invented): Matching {
  const matching: Matching = {
    before: likeness.map((_, at) => alignableFromText(before[at] ?? '')),
    now: (likeness[0] ?? []).map((_, at) => alignableFromText(now[at] ?? '')),
    likeness: (one, other) => likeness[one]![other]! / 100,
    toNow: new Map(),
    toBefore: new Map(),
  }
  for (const [one, other] of pairs) join(matching, one, other)
  return matching
}
