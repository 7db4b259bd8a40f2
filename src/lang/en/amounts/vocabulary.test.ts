import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const data: Record<string, unknown> = parse(readFileSync(new URL('./vocabulary.yml', import.meta.url), 'utf8'))
const lists = Object.entries(data).flatMap(([name, value]): [string, string[]][] => {
  if (Array.isArray(value)) return [[name, value]]
  if (name.startsWith('hedges')) return [[name, Object.values(value as Record<string, string[]>).flat()]]
  return [[name, Object.keys(value as object)]]
})

test.each(lists)('list %s has no duplicate and only lower case', (_, words) => {
  expect(words.filter((word, index) => words.indexOf(word) !== index || word !== word.toLowerCase())).toEqual([])
})

test('measures are sorted', () => {
  const verbs = Object.keys(data['measures'] as object)
  expect(verbs).toEqual([...verbs].sort())
})

test('vague words that have bounds have them in order', () => {
  for (const [low, high] of Object.values(data['vague'] as Record<string, [number?, number?]>)) {
    if (low !== undefined) expect(low).toBeGreaterThan(0)
    if (high !== undefined) expect(high).toBeGreaterThanOrEqual(low!)
  }
})
