import { expect, test } from 'vitest'
import { shortenKey } from './short-key.ts'

const LONG = 'the ballot of the northern harbour was postponed again on'.split(' ')

test('short words stay as they are', () => {
  expect(shortenKey(['the', 'ballot'])).toBe('the ballot')
})

test('long words keep their beginning', () => {
  expect(shortenKey([...LONG, 'friday'])).toMatch(/^the ballot of the northern harbour was postponed\S*… [a-z0-9]+$/)
})

test('words that differ at the end have different keys', () => {
  expect(shortenKey([...LONG, 'friday'])).not.toBe(shortenKey([...LONG, 'monday']))
})
