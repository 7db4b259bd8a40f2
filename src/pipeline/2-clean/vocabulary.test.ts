import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const files = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.yml') && name !== 'rules.yml' && name !== 'entities.yml')
  .sort()

/** Every list of strings in a vocabulary file, however deep. */
function listsOf(value: unknown): string[][] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsOf) : []
}

test.each(files)('%s holds lists without repetitions and padding', (name) => {
  const lists = listsOf(parse(readFileSync(new URL(name, import.meta.url), 'utf8')))
  expect(lists.length).toBeGreaterThan(0)
  for (const list of lists) {
    expect(list.filter((item, index) => list.indexOf(item) !== index || item !== item.trim() || item === '')).toEqual(
      [],
    )
  }
})

test('entities.yml gives each name one character of one code unit, and each character one name', () => {
  const lists: Record<string, Record<string, string>> = parse(
    readFileSync(new URL('./entities.yml', import.meta.url), 'utf8'),
  )
  const characters = Object.values(lists).flatMap((list) => Object.values(list))
  expect(characters.filter((character) => character.length !== 1)).toEqual([])
  expect(new Set(characters).size).toBe(characters.length)
})
