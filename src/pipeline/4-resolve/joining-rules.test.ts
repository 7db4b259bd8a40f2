import { expect, test } from 'vitest'
import { isSure } from './joining-rules.ts'

test.each([
  [97, true],
  [96.9, false],
  [100, true],
  [undefined, true],
])('a rule of precision %s', (precision, joins) =>
  expect(isSure(precision === undefined ? {} : { precision })).toBe(joins),
)
