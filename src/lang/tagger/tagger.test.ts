import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LABEL_COUNT, isTransition, makeViterbi } from './labels.ts'

const score = fc.integer({ min: -20, max: 20 })

/** Every path of three or fewer tokens, one after another. */
function* listPaths(length: number): Generator<number[]> {
  if (length === 0) return yield []
  for (const path of listPaths(length - 1)) {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      if (isTransition(path.at(-1) ?? 0, label)) yield [...path, label]
    }
  }
}

function scorePath(path: readonly number[], scores: Float32Array, transitions: Float32Array): number {
  return path.reduce((sum, label, at) => {
    const move = at === 0 ? 0 : transitions[path[at - 1]! * LABEL_COUNT + label]!
    return sum + move + scores[at * LABEL_COUNT + label]!
  }, 0)
}

test('the path found is as good as the best of all paths', () => {
  const scoresOf = (size: number) => fc.array(score, { minLength: size, maxLength: size })
  const cases = fc
    .integer({ min: 1, max: 3 })
    .chain((n) => fc.tuple(scoresOf(n * LABEL_COUNT), scoresOf(LABEL_COUNT ** 2)))
  fc.assert(
    fc.property(cases, ([given, moves]) => {
      const scores = Float32Array.from(given)
      const transitions = Float32Array.from(moves)
      const length = scores.length / LABEL_COUNT
      const found = [...makeViterbi(transitions, LABEL_COUNT)(scores, length)]
      const open = [...listPaths(length)].filter((path) => isTransition(path.at(-1)!, 0))
      const best = Math.max(...open.map((path) => scorePath(path, scores, transitions)))
      expect(open).toContainEqual(found)
      expect(scorePath(found, scores, transitions)).toBe(best)
    }),
    { numRuns: 25 },
  )
})

test('without tokens there are no labels', () => {
  expect(makeViterbi(new Float32Array(LABEL_COUNT ** 2), LABEL_COUNT)(new Float32Array(0), 0)).toHaveLength(0)
})
