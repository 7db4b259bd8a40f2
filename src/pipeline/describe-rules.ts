import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** What each described rule does, in one line, by its permanent name. */
export type RuleDescriptions = ReadonlyMap<string, string>

const readRules = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

/** The files beside the stages that describe rules as `name: what it does`. */
const FILES = [
  './2-clean',
  './3-find/names',
  './3-find/dates',
  './3-find/amounts',
  './4-resolve',
  './5-relate',
] as const

/** Reads the descriptions that stand beside the stages. */
export function describeRules(): RuleDescriptions {
  const attributing = readRules('./3-find/quotations/rules.yml') as { name: string; description: string }[]
  const others = FILES.flatMap((room) => Object.entries(readRules(`${room}/rules.yml`) as Record<string, string>))
  return new Map([...attributing.map(({ name, description }): [string, string] => [name, description]), ...others])
}
