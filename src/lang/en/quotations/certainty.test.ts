import { expect, test } from 'vitest'
import { judge } from './vocabulary.ts'

const measured: [string, { precision?: number; cases?: number }, string | undefined][] = [
  ['right often enough, on enough cases', { precision: 97, cases: 40 }, 'stated'],
  ['right often enough, on too few cases', { precision: 100, cases: 39 }, 'inferred'],
  ['not right often enough', { precision: 96.9, cases: 250 }, 'inferred'],
  ['never measured', {}, 'inferred'],
  ['too often wrong', { precision: 84.9, cases: 10 }, undefined],
  ['wrong on a few cases', { precision: 80, cases: 5 }, 'inferred'],
]
test.each(measured)('a rule %s', (_, { precision, cases }, certainty) =>
  expect(
    judge({ name: 'a', ...(precision !== undefined && { precision }), ...(cases !== undefined && { cases }) }),
  ).toBe(certainty),
)
