import type { ScoredName } from './found-names.ts'
import { LABEL_COUNT, nameLabels, NAME_TYPES, type TokenSpan } from './labels.ts'

/**
 * Scores a name as each type and as no name, all other labels of the sentence left as they are.
 *
 * @param path the label of each token
 * @param scores `LABEL_COUNT` a token
 * @param transitions score of label b after label a at `a * LABEL_COUNT + b`
 */
export function scoreName(
  span: TokenSpan,
  path: Uint8Array,
  scores: Float32Array,
  transitions: Float32Array,
): ScoredName {
  const { first, last } = span
  const length = last - first + 1

  function scoreAs(labels: Uint8Array): number {
    let sum = 0
    let before = path[first - 1]
    for (let step = 0; step < length; step += 1) {
      const label = labels[step]!
      sum += scores[(first + step) * LABEL_COUNT + label]! + moveTo(label, before)
      before = label
    }
    return last + 1 < path.length ? sum + moveTo(path[last + 1]!, before) : sum
  }

  const moveTo = (label: number, before: number | undefined): number =>
    before === undefined ? 0 : transitions[before * LABEL_COUNT + label]!
  return {
    ...span,
    scores: NAME_TYPES.map((type) => scoreAs(nameLabels(length, type))),
    outside: scoreAs(new Uint8Array(length)),
  }
}
