import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Certainty } from '../../../model/evidence.ts'

interface MeasuredRule {
  readonly name: string
  /** In percent, in the worse half. */
  readonly precision?: number
  readonly cases?: number
}

/** From this precision on, measured on enough speakers, a rule's speaker is printed as stated; */
const [SURE, ENOUGH] = [97, 40]
/** below this one the speaker stays open and is asked about. */
const [DOUBTFUL, SOME] = [85, 10]

const rules: MeasuredRule[] = parse(readFileSync(new URL('./rules.yml', import.meta.url), 'utf8'))
const certainties = new Map(rules.map((rule) => [rule.name, judge(rule)]))

/** What a rule's measured precision allows to be said: nothing of certainty where it is too often wrong. */
export function judge({ precision, cases = 0 }: MeasuredRule): Certainty | undefined {
  if (precision !== undefined && precision < DOUBTFUL && cases >= SOME) return undefined
  return precision !== undefined && precision >= SURE && cases >= ENOUGH ? 'stated' : 'inferred'
}

/** How sure the speaker is whom a rule names; undefined where the rule is too often wrong to name one. */
export function certaintyOf(rule: string): Certainty | undefined {
  return certainties.has(rule) ? certainties.get(rule) : 'inferred'
}
