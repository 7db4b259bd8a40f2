import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTransition, LABEL_COUNT as L } from '../lang/tagger/labels.ts'
import { gradientOf } from './train-crf.ts'

/** Every path of a sentence of two tokens. */
const PATHS = Array.from({ length: L * L }, (_, i) => [Math.floor(i / L), i % L] as const).filter(
  ([a, b]) => isTransition(0, a) && isTransition(a, b) && isTransition(b, 0),
)

test('the gradient is the true labels less the share of all paths that bear each label', () => {
  const numbers = (size: number) => fc.array(fc.integer({ min: -8, max: 8 }), { minLength: size, maxLength: size })
  fc.assert(
    fc.property(numbers(2 * L), numbers(L * L), fc.constantFrom(...PATHS), (given, moves, [first, second]) => {
      const scores = Float64Array.from(given, (score) => score / 4)
      const transitions = Float32Array.from(moves, (score) => score / 4)
      const weights = PATHS.map(([a, b]) => Math.exp(scores[a]! + scores[L + b]! + transitions[a * L + b]!))
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const shareOf = (has: (path: readonly [number, number]) => boolean): number =>
        PATHS.reduce((sum, path, i) => (has(path) ? sum + weights[i]! / total : sum), 0)
      const { tokens, transitions: changes } = gradientOf(scores, transitions, Uint8Array.of(first, second))
      for (let label = 0; label < L; label += 1) {
        expect(tokens[label]).toBeCloseTo(Number(label === first) - shareOf(([a]) => a === label), 6)
        expect(tokens[L + label]).toBeCloseTo(Number(label === second) - shareOf(([, b]) => b === label), 6)
      }
      const move = shareOf(([a, b]) => a === first && b === second)
      expect(changes[first * L + second]).toBeCloseTo(1 - move, 6)
    }),
    { numRuns: 20 },
  )
})
