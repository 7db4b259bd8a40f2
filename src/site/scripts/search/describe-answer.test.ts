import { expect, test } from 'vitest'
import type { FoundPage } from './found-page.ts'
import { describeAnswer } from './describe-answer.ts'

const kinds = ['Source', 'Page']

/** A page of which the first parts are about it and its headline, the last is text left out; some of them were found. */
function invent(kind: 'Source' | 'Page', ...found: readonly number[]): FoundPage {
  return {
    number: 0,
    row: { kind: kinds.indexOf(kind), publisher: 0, year: 0, hasHeadline: true },
    score: 1,
    holds: 'together',
    share: 1,
    isLiteral: true,
    exact: 1,
    parts: found.map((index) => ({ index, isLeftOut: index > 3, found: [0], namedAs: [] })),
  }
}

test.each([
  [[invent('Source', 1, 2), invent('Source', 3)], '3 passages in 2 sources.'],
  [[invent('Source', 1, 2), invent('Page', 1, 2, 3)], '2 passages in 1 source, 1 hand-written page.'],
  [[invent('Page', 1)], '1 hand-written page.'],
  [[invent('Source', 0), invent('Source', 4)], '2 sources.'],
  [[], 'No matches for “crane”.'],
])('%#: %2$s', (pages, words) => expect(describeAnswer('crane', { pages, names: [], kinds }, false)).toBe(words))
