import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Evidenced, Metadata } from '../../../model/source.ts'
import type { Range } from '../../../model/span.ts'

/** A value that the words at `evidence` state. */
export function state<T>(value: T, rule: string, evidence: Range[]): Evidenced<T> {
  return { value, certainty: 'stated', rule, evidence }
}

/** A value that a rule worked out, with its reasoning in a sentence. */
export function infer<T>(value: T, rule: string, evidence: Range[], reason: string): Evidenced<T> {
  return { value, certainty: 'inferred', rule, evidence, reason }
}

/** Adds names to the agencies and papers that a text credits; an agency is named once, by the name it was met under first. */
export function addCredits(
  metadata: Metadata,
  names: readonly string[],
  rule: string,
  evidence: Range[],
  pack: Boilerplate,
): Metadata {
  const known = metadata.credits
  const fresh = names.filter((name) => !known?.value.some((other) => pack.isSameCredit(name, other)))
  if (fresh.length === 0) return metadata
  const credits = known
    ? { ...known, value: [...known.value, ...fresh], evidence: [...known.evidence, ...evidence] }
    : state(fresh, rule, evidence)
  return { ...metadata, credits }
}
