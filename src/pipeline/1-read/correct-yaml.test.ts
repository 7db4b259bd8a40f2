import { expect, test } from 'vitest'
import { correctValue, correctYaml } from './correct-yaml.ts'

const values: [unknown, string | undefined][] = [
  ['14 March 2023', 'date: 2023-03-14'],
  ['March 4, 2023', 'date: 2023-03-04'],
  ['14/03/2023', 'date: 2023-03-14'],
  ['03/14/2023', 'date: 2023-03-14'],
  ['03/04/2023', undefined],
  ['31 Mai 2023', undefined],
  ['spring', undefined],
  [undefined, 'date: "…"'],
  [7, undefined],
]

test.each(values)('a value: %j', (value, expected) => {
  expect(correctValue('date', value)).toBe(expected)
})

const lines: [string, string][] = [
  ['headline: Harbour: the vote', 'headline: "Harbour: the vote"'],
  ['\tkey: a', '  key: a'],
  ['headline: "half', 'Write one "key: value" a line; put text with special characters in quotation marks.'],
]

test.each(lines)('a line: %j', (line, expected) => {
  expect(correctYaml(`title: x\n${line}\n`, 2)).toBe(expected)
})
