import { isTransition } from './labels.ts'

/** For each label, the labels that may stand before it. */
function listPredecessors(labelCount: number): Uint8Array[] {
  const labels = Array.from({ length: labelCount }, (_, label) => label)
  return labels.map((to) => Uint8Array.from(labels.filter((from) => isTransition(from, to))))
}

/**
 * Makes a decoder that finds the best path of labels through a sentence.
 *
 * @param transitions score of label b after label a at `a * labelCount + b`;
 *   moves that `isTransition` forbids are never taken
 * @returns a function from scores (`labelCount` a token) and the number of tokens to the best label of each token
 */
export function makeViterbi(transitions: Float32Array, labelCount: number) {
  const predecessors = listPredecessors(labelCount)
  let best = new Float32Array(0)
  let back = new Uint8Array(0)

  function enter(at: number, label: number, scores: Float32Array): void {
    const before = (at - 1) * labelCount
    let top = -Infinity
    let from = 0
    const candidates = predecessors[label]!
    for (let i = 0; i < candidates.length; i += 1) {
      const candidate = candidates[i]!
      const score = best[before + candidate]! + transitions[candidate * labelCount + label]!
      if (score > top) {
        top = score
        from = candidate
      }
    }
    best[at * labelCount + label] = top + scores[at * labelCount + label]!
    back[at * labelCount + label] = from
  }

  return function findBestPath(scores: Float32Array, length: number): Uint8Array {
    const path = new Uint8Array(length)
    if (length === 0) return path
    if (best.length < length * labelCount) {
      best = new Float32Array(length * labelCount)
      back = new Uint8Array(length * labelCount)
    }
    for (let label = 0; label < labelCount; label += 1) {
      best[label] = isTransition(0, label) ? scores[label]! : -Infinity
    }
    for (let at = 1; at < length; at += 1) {
      for (let label = 0; label < labelCount; label += 1) enter(at, label, scores)
    }
    path[length - 1] = lastLabel(best, (length - 1) * labelCount, labelCount)
    for (let at = length - 1; at > 0; at -= 1) path[at - 1] = back[at * labelCount + path[at]!]!
    return path
  }
}

function lastLabel(best: Float32Array, offset: number, labelCount: number): number {
  let found = 0
  for (let label = 1; label < labelCount; label += 1) {
    if (isTransition(label, 0) && best[offset + label]! > best[offset + found]!) found = label
  }
  return found
}
