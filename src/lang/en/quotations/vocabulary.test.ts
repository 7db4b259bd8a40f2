import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const lists: Record<string, string[] | Record<string, string | null>> = parse(read('./vocabulary.yml'))
const rules: { name: string; description: string; precision?: number; cases?: number }[] = parse(read('./rules.yml'))

test.each(Object.entries(lists))('list %s has no duplicate and only lower case', (_, list) => {
  const words = Array.isArray(list) ? list : Object.keys(list)
  expect(new Set(words).size).toBe(words.length)
  expect(words.filter((word) => typeof word !== 'string' || word !== word.toLowerCase())).toEqual([])
})

test.each(['speech', 'attitude'])('verbs of %s are sorted', (name) => {
  const verbs = Object.keys(lists[name]!)
  expect(verbs).toEqual([...verbs].sort())
})

test('a verb is of speech or of attitude, not both', () => {
  expect(Object.keys(lists['speech']!).filter((verb) => verb in lists['attitude']!)).toEqual([])
})

test('every rule of the code is described, and every described rule is in the code', () => {
  const code = readdirSync(new URL('.', import.meta.url))
    .filter((name) => /(?<!\.test|\.bench)\.ts$/.test(name))
    .map((name) => read(`./${name}`))
  const used = new Set(code.flatMap((text) => text.match(/(?<=')quotation\/[a-z-]+(?=')/g) ?? []))
  expect([...used].sort()).toEqual(rules.map(({ name }) => name).sort())
  expect(rules.filter(({ description }) => !description)).toEqual([])
})
