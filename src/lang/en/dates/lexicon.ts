import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Words = Record<string, string[]> | string[]

const lists: Record<string, Words> = parse(readFileSync(new URL('./lexicon.yml', import.meta.url), 'utf8'))

/** Words that count only with a capital first letter. */
export const CAPITALISED: ReadonlySet<string> = new Set(wordsOf(lists['capitalised']!))

/** Short forms that own a full stop right after them. */
export const ABBREVIATED: ReadonlySet<string> = new Set(wordsOf(lists['abbreviated']!))

/** Word class -> its words, each with its value (the word itself where the class is a plain list). */
export const DATE_WORD_CLASSES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(lists).map(([name, words]) => [name, new Map(valuesOf(words))]),
)

function wordsOf(words: Words): string[] {
  return Array.isArray(words) ? words : Object.values(words).flat()
}

function valuesOf(words: Words): [string, string][] {
  if (Array.isArray(words)) return words.map((word) => [word, word])
  return Object.entries(words).flatMap(([value, list]) => list.map((word): [string, string] => [word, value]))
}
