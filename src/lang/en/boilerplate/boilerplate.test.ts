import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.yml'))
const read = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), 'utf8'))

/** Every list of strings in a file, however deep. */
function listsOf(value: unknown): string[][] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsOf) : []
}

/** Every string in a file. */
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(stringsOf)
      : []

describe.each(files)('%s', (name) => {
  test('lists hold nothing twice and no padding', () => {
    const wrong = listsOf(read(name)).map((list) =>
      list.filter((item, index) => list.indexOf(item) !== index || item !== item.trim() || item === ''),
    )
    expect(wrong.flat()).toEqual([])
  })

  test('no pattern repeats without a bound', () => {
    const unbounded = /[^\\[]\.[*+]|\\s\*|\)[*+]/
    expect(stringsOf(read(name)).filter((pattern) => unbounded.test(pattern))).toEqual([])
  })
})

test('lines are in lower case, and each rule occurs once', () => {
  const rules = read('lines.yml') as { rule: string; lines?: string[] }[]
  const lines = rules.flatMap((rule) => rule.lines ?? [])
  expect(lines.filter((line) => line !== line.toLowerCase())).toEqual([])
  expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([])
  expect(new Set(rules.map(({ rule }) => rule)).size).toBe(rules.length)
})
