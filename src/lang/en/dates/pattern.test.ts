import { expect, test } from 'vitest'
import { readCount } from './pattern.ts'

const rows: [string, number | undefined][] = [
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['12', 12],
  ['1,500', 1500],
  ['2.5', 2.5],
  ['2 1 / 2', 2.5],
  ['half a', 0.5],
  ['twenty - four', 24],
  ['a hundred', 100],
  ['two thousand', 2000],
  ['two hundred fifty', 250],
  ['a couple of', 2],
  ['a dozen', 12],
  ['several', undefined],
  ['a few', undefined],
  ['hundreds of', undefined],
]

test.each(rows)('%j', (words, number) => {
  expect(readCount(words)).toBe(number)
})
