import { expect, test } from 'vitest'
import { isSure } from './joining-rules.ts'

test.each([
  [{ precision: 97 }, true],
  [{ precision: 96.9 }, false],
  [{ precision: 100, cases: 1 }, true],
  [{ precision: 92.9, cases: 14 }, true],
  [{ precision: 85.7, cases: 14 }, false],
  [{}, true],
])('a rule of %j', (rule, joins) => expect(isSure(rule)).toBe(joins))
