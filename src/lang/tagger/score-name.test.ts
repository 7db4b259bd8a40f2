import { expect, test } from 'vitest'
import { encodeLabels, LABEL_COUNT, NAME_TYPES, type TokenSpan, unitOf } from './labels.ts'
import { scoreName } from './score-name.ts'

const NAME: TokenSpan = { first: 1, last: 1, type: 'LOC' }
const PATH = encodeLabels(3, [NAME])
const NONE = new Float32Array(3 * LABEL_COUNT)
const FLAT = new Float32Array(LABEL_COUNT ** 2)

test('a name has the score of its tokens as each type and as no name', () => {
  const scores = NONE.map((_, cell) => (cell === LABEL_COUNT + unitOf('LOC') ? 5 : cell === LABEL_COUNT ? 2 : 0))
  expect(scoreName(NAME, PATH, scores, FLAT)).toEqual({ ...NAME, scores: [0, 0, 5, 0], outside: 2 })
})

test('the moves into a name and out of it count', () => {
  const moves = FLAT.map((_, cell) => (cell === unitOf('ORG') || cell === unitOf('ORG') * LABEL_COUNT ? 3 : 0))
  expect(scoreName(NAME, PATH, NONE, moves).scores).toEqual(NAME_TYPES.map((type) => (type === 'ORG' ? 6 : 0)))
})

test('a name at the edge of a sentence has no move there', () => {
  const alone: TokenSpan = { first: 0, last: 0, type: 'LOC' }
  const moves = FLAT.map(() => 3)
  expect(scoreName(alone, encodeLabels(1, [alone]), NONE.subarray(0, LABEL_COUNT), moves).scores).toEqual([0, 0, 0, 0])
})
