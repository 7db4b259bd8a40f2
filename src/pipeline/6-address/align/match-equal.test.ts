import { expect, test } from 'vitest'
import { matchEqual } from './align-passages.ts'
import { inventMatching } from './matching.fixture.ts'

/** Texts as a letter for each passage; pairs as earlier and present index. */
test.each([
  ['', '', ''],
  ['a', 'b', ''],
  ['ab', 'ab', '0-0 1-1'],
  ['ab', 'ba', '0-1 1-0'],
  ['aba', 'aba', '0-0 1-1 2-2'],
  ['abac', 'bac', '1-0 2-1 3-2'],
  ['bac', 'abac', '0-1 1-2 2-3'],
  ['xaybza', 'zayb', '1-1 2-2 3-3 4-0'],
  ['aa', 'a', '0-0'],
  ['a', 'aa', '0-0'],
  ['aab', 'baa', '0-1 1-2 2-0'],
  ['abcab', 'ab', '0-0 1-1'],
  ['acag', 'gca', '1-1 2-2 3-0'],
  ['aaa', 'baa', '0-1 1-2'],
])('%s and %s', (before, now, pairs) => {
  const matching = inventMatching({
    likeness: [...before].map(() => [...now].map(() => 0)),
    before: [...before],
    now: [...now],
  })
  const all = { ...matching, now: now === '' ? [] : matching.now }
  matchEqual(all)
  expect(
    [...all.toNow]
      .sort(([a], [b]) => a - b)
      .map((pair) => pair.join('-'))
      .join(' '),
  ).toBe(pairs)
  expect([...all.toBefore].map(([one, other]) => [other, one]).sort(([a], [b]) => a! - b!)).toEqual(
    [...all.toNow].sort(([a], [b]) => a - b),
  )
})
