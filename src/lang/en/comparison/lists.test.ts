import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const FOLDER = new URL('./', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })

/** Every list of words in a vocabulary, with the way to it. */
function listsOf(value: unknown, path: string): [string, unknown[]][] {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => listsOf(inner, `${path}.${key}`))
}

/** Lists with an order of their own. */
const ORDERED = new Set(['events/modes.yml.ordinal'])

test.each(
  files
    .filter((name) => name.endsWith('.yml') && name !== 'events/acts.yml')
    .flatMap((name) => listsOf(parse(read(name)), name)),
)('%s holds each word once, in order', (path, words) => {
  const lower = words.map((word) => String(word).toLowerCase())
  expect(lower).toEqual(words)
  expect(new Set(words).size).toBe(words.length)
  if (!ORDERED.has(path)) expect(words).toEqual([...words].sort())
})

test('no word of acts.yml belongs to two kinds of acts', () => {
  const acts = parse(read('events/acts.yml')) as Record<string, string[]>
  const words = Object.values(acts).flat()
  expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
})
