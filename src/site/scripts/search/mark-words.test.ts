import { expect, test } from 'vitest'
import type { SearchPart } from '../../../model/search-index.ts'
import { chooseWindow, findRuns, markPart } from './mark-words.ts'

test.each([
  [60, [59], [0, 60]],
  [200, [0], [0, 46]],
  [200, [100], [88, 134]],
  [200, [199], [154, 200]],
  [200, [10, 120, 125], [108, 154]],
  [200, [], [0, 46]],
])('of %i words with %j found, %j are shown', (length, found, window) =>
  expect(chooseWindow(length, found)).toEqual(window),
)

test.each([
  [
    ['a', 'b', 'a', 'b'],
    ['a', 'b'],
    [0, 2],
  ],
  [['a', 'b'], ['b', 'a'], []],
  [['a'], ['a', 'b'], []],
  [['a'], [], []],
] as const)('%j holds %j at %j', (words, run, at) => expect(findRuns(words, run)).toEqual(at))

/** The text with matches in brackets. */
function mark(text: string, found: readonly number[], namedAs: readonly string[] = []): string {
  const part: SearchPart = { kind: 'passage', text }
  const names = namedAs.map((wording) => ({
    id: '',
    name: '',
    kind: '',
    url: '',
    mentions: 1,
    sources: 1,
    wordings: [wording],
    printed: 1,
  }))
  return markPart(part, { index: 1, isLeftOut: false, found, namedAs: names })
    .stretches.map((stretch) => (stretch.isFound ? `[${stretch.text}]` : stretch.text))
    .join('')
}

test.each([
  ['The crane fell.', [1], [], 'The [crane] fell.'],
  ['The crane fell.', [1, 2], [], 'The [crane fell].'],
  ['A cease-fire held', [5], [], 'A [cease-fire] held'],
  ['A cease-fire held', [4], [], 'A cease-fire held'],
  ['Ms Vale, the chair', [9], ['Ms Vale'], '[Ms Vale], the chair'],
  ['港口關閉了', [0, 1], [], '[港口]關閉了'],
] as const)('%s', (text, found, names, expected) => expect(mark(text, found, names)).toBe(expected))

test('a long passage is shown around the matches', () => {
  const text = Array.from({ length: 200 }, (_, index) => `w${index}`).join(' ')
  const shown = mark(text, [100])
  expect(shown.startsWith('… w88 ')).toBe(true)
  expect(shown.endsWith(' w133 …')).toBe(true)
  expect(shown).toContain('[w100]')
})
