import { expect, test } from 'vitest'
import { matchSimilar } from './match-similar.ts'
import type { Invented } from './matching.fixture.ts'
import { inventMatching } from './matching.fixture.ts'

const show = (pairs: Iterable<readonly [number, number]>) => [...pairs].map((pair) => pair.join('-')).join(' ')
const [FOR_VALE, FOR_BERG] = ['the board bought a crane for Vale', 'the board bought a crane for Berg']

/** Pairs that were there, that are made, and that are left as likely. */
test.each<[string, Invented, string, string]>([
  ['nothing alike', { likeness: [[0]] }, '', ''],
  ['one alone, hardly alike', { likeness: [[25]] }, '0-0', ''],
  ['one alone, less alike', { likeness: [[24]] }, '', ''],
  ['hardly alike, and nothing else comes near', { likeness: [[30, 20]] }, '0-0', ''],
  ['hardly alike, and another present one comes near', { likeness: [[30, 22]] }, '', ''],
  ['hardly alike, and another earlier one comes near', { likeness: [[30], [22]] }, '', ''],
  [
    'alike enough where both neighbours are partners',
    {
      likeness: [
        [35, 33],
        [0, 90],
      ],
      pairs: [[1, 1]],
    },
    '1-1 0-0',
    '',
  ],
  [
    'less alike where both neighbours are partners',
    {
      likeness: [
        [34, 33],
        [0, 90],
      ],
      pairs: [[1, 1]],
    },
    '1-1',
    '',
  ],
  [
    'two, each clearly its own',
    {
      likeness: [
        [70, 10],
        [10, 70],
      ],
    },
    '0-0 1-1',
    '',
  ],
  [
    'in another order',
    {
      likeness: [
        [10, 70],
        [70, 10],
      ],
    },
    '0-1 1-0',
    '',
  ],
  [
    'too close to call',
    {
      likeness: [
        [60, 55],
        [0, 0],
      ],
    },
    '',
    '0-0 0-1',
  ],
  ['too close to call, the likeliest first', { likeness: [[40, 45, 42]] }, '', '0-1 0-2 0-0'],
  ['too close to call, and one not likely', { likeness: [[40, 36, 34]] }, '', '0-0 0-1'],
  [
    'both neighbours decide',
    {
      likeness: [
        [90, 0, 0, 0],
        [0, 70, 0, 70],
        [0, 0, 90, 0],
      ],
      pairs: [
        [0, 0],
        [2, 2],
      ],
    },
    '0-0 2-2 1-1',
    '',
  ],
  [
    'one neighbour does not',
    {
      likeness: [
        [70, 0, 0, 70],
        [0, 0, 90, 0],
        [0, 90, 0, 0],
      ],
      pairs: [
        [1, 2],
        [2, 1],
      ],
    },
    '1-2 2-1',
    '0-0 0-3',
  ],
  [
    'pairs speak for what stands between them',
    {
      likeness: [
        [90, 0, 0, 0],
        [0, 70, 0, 70],
        [0, 0, 90, 0],
      ],
    },
    '0-0 2-2 1-1',
    '',
  ],
  [
    'in another place, like no other',
    {
      likeness: [
        [0, 0, 0, 50],
        [0, 90, 0, 0],
        [0, 0, 90, 0],
        [0, 0, 0, 0],
      ],
      pairs: [
        [1, 1],
        [2, 2],
      ],
    },
    '1-1 2-2 0-3',
    '',
  ],
  [
    'in another place, a look-alike that has its partner',
    {
      likeness: [
        [0, 0, 0, 50],
        [0, 90, 0, 46],
        [0, 0, 90, 0],
        [0, 0, 0, 0],
      ],
      pairs: [
        [1, 1],
        [2, 2],
      ],
    },
    '1-1 2-2',
    '0-3',
  ],
  [
    'in another place, plainly alike',
    {
      likeness: [
        [0, 0, 0, 60],
        [0, 90, 0, 59],
        [0, 0, 90, 0],
        [0, 0, 0, 0],
      ],
      pairs: [
        [1, 1],
        [2, 2],
      ],
    },
    '1-1 2-2 0-3',
    '',
  ],
  ['another case in the same place', { likeness: [[90]], before: [FOR_VALE], now: [FOR_BERG] }, '0-0', ''],
  [
    'another case in another place',
    {
      likeness: [
        [0, 90],
        [0, 0],
      ],
      before: [FOR_VALE],
      now: ['', FOR_BERG],
      pairs: [[1, 0]],
    },
    '1-0',
    '0-1',
  ],
  [
    'the same case in another place',
    {
      likeness: [
        [0, 90],
        [0, 0],
      ],
      before: [FOR_VALE],
      now: ['', FOR_VALE],
      pairs: [[1, 0]],
    },
    '1-0 0-1',
    '',
  ],
])('%s', (_, invented, pairs, likely) => {
  const matching = inventMatching(invented)
  const left = matchSimilar(matching)
  expect([show(matching.toNow), show(left.map(({ before, now }) => [before, now]))]).toEqual([pairs, likely])
})
