import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What each described rule does, in one line, by its permanent name. */
export type RuleDescriptions = ReadonlyMap<string, string>

const readRules = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

/** Reads the descriptions that stand beside the stages. */
export function describeRules(): RuleDescriptions {
  const attributing = readRules('./3-find/quotations/rules.yml') as { name: string; description: string }[]
  const relating = readRules('./5-relate/rules.yml') as Record<string, string>
  return new Map([...attributing.map(({ name, description }): [string, string] => [name, description]), ...Object.entries(relating)])
}
