import { expect, test } from 'vitest'
import { takeClear } from './match-similar.ts'

/** Claims as `[earlier, present, score in hundredths]`. */
test.each<[string, [number, number, number][], string[]]>([
  ['none', [], []],
  ['one alone', [[0, 0, 50]], ['0-0']],
  ['one alone with just the margin', [[0, 0, 8]], ['0-0']],
  ['one alone with less', [[0, 0, 7]], []],
  [
    'two apart',
    [
      [0, 0, 50],
      [1, 1, 50],
    ],
    ['0-0', '1-1'],
  ],
  [
    'a clear one of two on one earlier passage',
    [
      [0, 0, 50],
      [0, 1, 41],
    ],
    ['0-0'],
  ],
  [
    'two too near on one earlier passage',
    [
      [0, 0, 50],
      [0, 1, 43],
    ],
    [],
  ],
  [
    'two too near on one present passage',
    [
      [0, 0, 43],
      [1, 0, 50],
    ],
    [],
  ],
  [
    'the clear one second',
    [
      [0, 0, 41],
      [1, 0, 50],
    ],
    ['1-0'],
  ],
  [
    'two equal ones',
    [
      [0, 0, 50],
      [0, 1, 50],
    ],
    [],
  ],
  [
    'the second best neither first nor last',
    [
      [0, 0, 50],
      [0, 1, 45],
      [0, 2, 10],
    ],
    [],
  ],
  [
    'best of its own, not of its partner',
    [
      [0, 0, 50],
      [1, 0, 90],
    ],
    ['1-0'],
  ],
])('%s', (_, claims, clear) => {
  expect(
    takeClear(claims.map(([before, now, score]) => ({ before, now, score: score / 100 }))).map(
      ({ before, now }) => `${before}-${now}`,
    ),
  ).toEqual(clear)
})
