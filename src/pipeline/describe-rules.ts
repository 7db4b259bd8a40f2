import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compare } from '../text/compare.ts'
import { readData } from '../text/read-data.ts'

/** The description of each rule, in one line, by its permanent name. */
export type RuleDescriptions = ReadonlyMap<string, string>

const SRC = new URL('../', import.meta.url)

/** A file maps names to descriptions, or lists rules with their measured precision. */
type RuleFile = Readonly<Record<string, string>> | readonly { readonly name: string; readonly description: string }[]

let described: RuleDescriptions | undefined

/** The descriptions in every `rules.yml` of the stages and of the language packs, which are read once. */
export function describeRules(): RuleDescriptions {
  described ??= readDescriptions()
  return described
}

function readDescriptions(): RuleDescriptions {
  const files = globSync('{pipeline,lang}/**/rules.yml', { cwd: fileURLToPath(SRC) }).sort(compare)
  return new Map(files.flatMap((file) => entriesOf(readData(file, SRC))))
}

function entriesOf(rules: RuleFile): [string, string][] {
  return Array.isArray(rules)
    ? rules.map(({ name, description }): [string, string] => [name, description])
    : Object.entries(rules as Readonly<Record<string, string>>)
}
