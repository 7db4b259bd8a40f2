import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { aside, decideOpen, type Draft, type Verdict } from './block.ts'
import { wordsOf } from './wording.ts'

interface FurnitureRule {
  rule: string
  kind: string
  words: number
  isUnended?: boolean
  lines?: string[]
  patterns?: string[]
}

const rules: FurnitureRule[] = parse(readFileSync(new URL('./furniture.yml', import.meta.url), 'utf8'))
const RULES = rules.map((rule) => ({
  ...rule,
  lines: new Set(rule.lines ?? []),
  pattern: rule.patterns && new RegExp(`^(?:${rule.patterns.map((pattern) => `(?:${pattern})`).join('|')})$`, 'iu'),
}))

const WORDS = new Set(rules.flatMap(({ lines }) => lines ?? []).flatMap((line) => line.split(/[^\p{L}]+/u)))

/** True when a word of a text stands in a line of a page's furniture: "Social Sharing" is no person. */
export function hasFurnitureWord(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word.length > 1 && WORDS.has(word))
}

/** Sets aside the lines that publishers put around a text: navigation, calls to share and subscribe, notices, labels. */
export function setAsideFurniture(draft: Draft): Draft {
  return decideOpen(draft, ({ text }) => matchFurniture(text))
}

/** The verdict of the first furniture rule that takes a whole line, if one does. */
export function matchFurniture(text: string): Verdict | undefined {
  const plain = text
    .toLowerCase()
    .replace('’', "'")
    .replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '')
  if (plain === '') return aside('markup', 'clean/symbols')
  const bare = text.replace(/^[^\p{L}\p{N}([@.]{1,8}|^\((?=\p{Lu}[^()]{8,400}\)$)/u, '').trim()
  const count = wordsOf(text).length
  for (const { rule, kind, words, isUnended, lines, pattern } of RULES) {
    if (count > words || (isUnended && text.endsWith('.'))) continue
    if (lines.has(plain) || pattern?.test(bare)) return aside(kind, rule)
  }
  return undefined
}
