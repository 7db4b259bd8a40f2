import { LABEL_COUNT } from './labels.ts'
import { packAscending, transpose, unpackAscending } from './packing.ts'

/** Features are told apart by this many bits of their hash. */
export const FEATURE_BITS = 24
export const FEATURE_MASK = 2 ** FEATURE_BITS - 1

/** A trained tagger: integer weights that `scale` turns into scores. */
export interface Model {
  /** Hashes of the features kept, ascending. */
  readonly features: Uint32Array
  /** One row of `LABEL_COUNT` weights a feature. */
  readonly weights: Int8Array
  readonly scale: number
  /** Score of label b after label a at `a * LABEL_COUNT + b`. */
  readonly transitions: Float32Array
}

/** Writes a model: number of features, scale, transitions, features, then the weights label by label. */
export function encodeModel({ features, weights, scale, transitions }: Model): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt32LE(features.length, 0)
  head.writeFloatLE(scale, 4)
  const moves = Buffer.alloc(transitions.length * 4)
  transitions.forEach((score, i) => moves.writeFloatLE(score, i * 4))
  return Buffer.concat([head, moves, packAscending(features), transpose(new Uint8Array(weights.buffer), LABEL_COUNT)])
}

/** Reads what `encodeModel` wrote. */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const transitions = Float32Array.from({ length: LABEL_COUNT ** 2 }, (_, i) => view.getFloat32(8 + i * 4, true))
  const body = bytes.subarray(8 + transitions.byteLength)
  const { numbers: features, size } = unpackAscending(body, count)
  const columns = body.slice(size, size + count * LABEL_COUNT)
  const weights = new Int8Array(transpose(columns, count).buffer)
  return { features, weights, scale: view.getFloat32(4, true), transitions }
}

/** Makes the function that adds the weights of a feature to the scores of one token, which begin at `offset`. */
export function makeAdder({ features, weights }: Model) {
  const slots = 2 ** Math.ceil(Math.log2(features.length * 2 + 2))
  /** An open hash table: at twice a slot the feature or -1, behind it where its weights begin. */
  const table = new Int32Array(slots * 2).fill(-1)
  const find = (feature: number): number => {
    let slot = Math.imul(feature, 0x9e3779b1) & (slots - 1)
    while (table[slot * 2] !== -1 && table[slot * 2] !== feature) slot = (slot + 1) & (slots - 1)
    return slot * 2
  }
  features.forEach((feature, row) => table.set([feature, row * LABEL_COUNT], find(feature)))
  return function addWeights(hash: number, scores: Float32Array, offset: number): void {
    const row = table[find(hash & FEATURE_MASK) + 1]!
    if (row < 0) return
    for (let label = 0; label < LABEL_COUNT; label += 1) scores[offset + label]! += weights[row + label]!
  }
}
