import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { HOLIDAYS } from './recognise/holiday.ts'
import { ABBREVIATED, CAPITALISED, DATE_WORD_CLASSES } from './lexicon.ts'

const lists: Record<string, Record<string, string[]> | string[]> = parse(
  readFileSync(new URL('./lexicon.yml', import.meta.url), 'utf8'),
)

test.each(Object.entries(lists))('class %s holds lower-case words, each once', (_, words) => {
  const all = Array.isArray(words) ? words : Object.values(words).flat()
  expect(all.length).toBeGreaterThan(0)
  for (const word of all) expect(word).toBe(word.toLowerCase())
  expect(new Set(all).size).toBe(all.length)
})

test('every abbreviation and capitalised word is a month, a weekday or a feast', () => {
  const known = new Set([
    ...DATE_WORD_CLASSES.get('month')!.keys(),
    ...DATE_WORD_CLASSES.get('weekday')!.keys(),
    ...Object.keys(HOLIDAYS),
  ])
  expect([...ABBREVIATED, ...CAPITALISED].filter((word) => !known.has(word))).toEqual([])
})

test('each holiday is defined in exactly one way, within its bounds', () => {
  for (const [name, holiday] of Object.entries(HOLIDAYS)) {
    expect(name).toBe(name.toLowerCase())
    expect(Object.keys(holiday)).toHaveLength(1)
    if ('nth' in holiday) expect(holiday.nth[1] >= 1 && holiday.nth[1] <= 7 && holiday.nth[2] !== 0).toBe(true)
    if ('on' in holiday)
      expect(holiday.on[0] >= 1 && holiday.on[0] <= 12 && holiday.on[1] >= 1 && holiday.on[1] <= 31).toBe(true)
  }
})

test('every rule of the recognisers is described', () => {
  const folder = new URL('./recognise/', import.meta.url)
  const code = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const rules = code.flatMap((text) =>
    Array.from(text.matchAll(/recognise\(\s*'([a-z-]+)'/g), ([, rule]) => `date/${rule}`),
  )
  const described = Object.keys(parse(readFileSync(new URL('./rules.yml', import.meta.url), 'utf8')))
  expect([...new Set(rules)].filter((rule) => !described.includes(rule))).toEqual([])
  expect(described).toEqual(described.toSorted())
})
