import { expect, test } from 'vitest'
import { isMostlyCapitalised, makeCaseRestorer } from './word.ts'

const split = (text: string): string[] => text.split(' ')

test('a headline takes its small letters from the text', () => {
  const restore = makeCaseRestorer(['Ada Vale will leave the city .', 'He saw Will Okafor leave .'].map(split))
  expect(restore(split('Vale To Leave City')).join(' ')).toBe('Vale To leave city')
  expect(restore(split('Will Okafor Leave')).join(' ')).toBe('Will Okafor leave')
})

test.each([
  ['Vale To Leave Northport', true],
  ['Vale leaves Northport', false],
  ['Vale Leaves City of Northport', true],
  ['Ada Vale', false],
])('%s is in title case: %s', (text, expected) => {
  expect(isMostlyCapitalised(split(text))).toBe(expected)
})
