import { LABEL_COUNT } from '../lang/tagger/labels.ts'
import type { Model } from '../lang/tagger/model.ts'
import type { Weights } from './train-crf.ts'

/** The share of features whose largest weight fits the range; the few above it are cut to its edge. */
const FITTING = 0.999

/**
 * Keeps the `most` features with the largest weights and rounds their weights to whole numbers from -127 to 127
 * of one common step. `boldness` is taken from the score of every move to "outside".
 */
export function quantise({ features, values, transitions }: Weights, most: number, boldness: number): Model {
  const sizes = Float32Array.from(features, (_, row) => largest(values, row))
  const order = Array.from(features.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b)
  const scale = sizes[order[Math.floor(order.length * (1 - FITTING))]!]! / 127
  const kept = order.slice(0, most).sort((a, b) => features[a]! - features[b]!)
  const weights = new Int8Array(kept.length * LABEL_COUNT)
  kept.forEach((row, i) => {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      weights[i * LABEL_COUNT + label] = toStep(values[row * LABEL_COUNT + label]! / scale)
    }
  })
  const moves = transitions.map((score, cell) => (cell % LABEL_COUNT === 0 ? score - boldness : score))
  return { features: Uint32Array.from(kept, (row) => features[row]!), weights, scale, transitions: moves }
}

function largest(values: Float32Array, row: number): number {
  let most = 0
  for (let i = row * LABEL_COUNT; i < (row + 1) * LABEL_COUNT; i += 1) most = Math.max(most, Math.abs(values[i]!))
  return most
}

/** One step is too little to matter and would cost space: it becomes 0. */
function toStep(value: number): number {
  const step = Math.max(-127, Math.min(127, Math.round(value)))
  return Math.abs(step) <= 1 ? 0 : step
}
