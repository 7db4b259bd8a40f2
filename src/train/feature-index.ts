import { FEATURE_BITS } from '../lang/tagger/model.ts'
import type { Sequence } from './collect-sequences.ts'

/**
 * Numbers the features seen at least `least` times and puts the numbers in the place of the hashes.
 *
 * @returns the hashes of the features kept, ascending, and the sequences with row numbers for features
 */
export function indexFeatures(sequences: readonly Sequence[], least: number) {
  const counts = new Uint8Array(2 ** FEATURE_BITS)
  for (const { features } of sequences) {
    for (const feature of features) if (counts[feature]! < 255) counts[feature]! += 1
  }
  const rows = new Int32Array(2 ** FEATURE_BITS).fill(-1)
  const kept: number[] = []
  counts.forEach((times, feature) => {
    if (times >= least) rows[feature] = kept.push(feature) - 1
  })
  return { features: Uint32Array.from(kept), indexed: sequences.map((sequence) => numberFeatures(sequence, rows)) }
}

function numberFeatures({ features, starts, labels }: Sequence, rows: Int32Array): Sequence {
  const numbered: number[] = []
  const ends = starts.map((start, at) => {
    const from = at === 0 ? start : starts[at - 1]!
    for (let i = from; i < start; i += 1) if (rows[features[i]!]! >= 0) numbered.push(rows[features[i]!]!)
    return numbered.length
  })
  return { features: Uint32Array.from(numbered), starts: ends, labels }
}
