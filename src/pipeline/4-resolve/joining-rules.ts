import { readData } from '../../text/read-data.ts'

interface MeasuredRule {
  readonly name: string
  /** In percent. */
  readonly precision?: number
  readonly cases?: number
}

/** From this precision on a rule joins names; below it they are offered as possibly the same. */
const SURE = 97

/** A single wrong join among few says little about a rule. */
const FEWEST_WRONG = 2

/** Whether a rule is right often enough to join; one that was never measured is, as long as nothing speaks against it. */
export function isSure({ precision, cases = Infinity }: Omit<MeasuredRule, 'name'>): boolean {
  if (precision === undefined || precision >= SURE) return true
  return Math.round((cases * (100 - precision)) / 100) < FEWEST_WRONG
}

const rules: MeasuredRule[] = readData('./rules.yml', import.meta.url)
const unsure = new Set(rules.filter((rule) => !isSure(rule)).map(({ name }) => name))

/** Whether what the rule finds is joined; else it is only offered. */
export function mayJoinBy(rule: string): boolean {
  return !unsure.has(rule)
}
