import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Words = Record<string, string[]> | string[]

const lists: Record<string, Words> = parse(readFileSync(new URL('./lexicon.yml', import.meta.url), 'utf8'))

/** Words that count only with a capital first letter. */
export const CAPITALISED: ReadonlySet<string> = new Set(wordsOf(lists['capitalised']!))

/** Short forms that own a full stop right after them. */
export const ABBREVIATED: ReadonlySet<string> = new Set(wordsOf(lists['abbreviated']!))

/** Word class -> its words, each with its value (the word itself where the class is a plain list). */
export const CLASSES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(lists).map(([name, words]) => [name, new Map(valuesOf(words))]),
)

/**
 * Digits by what they can be; a token of digits belongs to each shape that fits.
 * The counts are bounded, so every test is linear.
 */
export const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['dayNumber', /^(?:0?[1-9]|[12]\d|3[01])$/],
  ['monthNumber', /^(?:0?[1-9]|1[0-2])$/],
  ['hour', /^(?:[01]?\d|2[0-4])$/],
  ['sixty', /^[0-5]\d$/],
  ['year', /^(?:1[0-9]\d\d|20\d\d)$/],
  ['twoDigits', /^\d\d$/],
  ['decade', /^(?:1[5-9]|20)\d0$/],
  ['tens', /^[1-9]0$/],
  ['clock24', /^(?:[01]\d|2[0-3])[0-5]\d$/],
  ['dottedClock', /^(?:[01]?\d|2[0-3])\.[0-5]\d$/],
  ['dottedDate', /^\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})$/],
  ['number', /^\d/],
])

function wordsOf(words: Words): string[] {
  return Array.isArray(words) ? words : Object.values(words).flat()
}

function valuesOf(words: Words): [string, string][] {
  if (Array.isArray(words)) return words.map((word) => [word, word])
  return Object.entries(words).flatMap(([value, list]) => list.map((word): [string, string] => [word, value]))
}
