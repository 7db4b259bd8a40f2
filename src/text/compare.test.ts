import { expect, test } from 'vitest'
import { nearestName } from './compare.ts'

const rows: [string, string | undefined][] = [
  ['publsher', 'publisher'],
  ['Date', 'date'],
  ['author', 'authors'],
  ['source', undefined],
  ['', undefined],
]

test.each(rows)('%s', (name, expected) => {
  expect(nearestName(name, ['publisher', 'date', 'authors', 'headline'])).toBe(expected)
})
