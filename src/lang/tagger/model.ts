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

/**
 * Makes the function that adds the weights of a feature to the scores of one token, which begin at `offset`.
 *
 * A feature's row is the number of features before it, counted in a map of bits (Jacobson's rank, 1989), which is small
 * enough to stay in the processor's cache: most features that a text gives are none of the model's.
 */
export function makeAdder({ features, weights }: Model) {
  /** At twice a word its 32 bits, behind it the number of bits set in all words before. */
  const map = new Int32Array((2 ** FEATURE_BITS / 32) * 2)
  for (const feature of features) map[(feature >>> 5) * 2]! |= 1 << (feature & 31)
  for (let word = 2; word < map.length; word += 2) map[word + 1] = map[word - 1]! + countBits(map[word - 2]!)

  return function addWeights(hash: number, scores: Int32Array, offset: number): void {
    const feature = hash & FEATURE_MASK
    const word = (feature >>> 5) * 2
    const bit = 1 << (feature & 31)
    const bits = map[word]!
    if ((bits & bit) === 0) return
    const row = (map[word + 1]! + countBits(bits & (bit - 1))) * LABEL_COUNT
    for (let label = 0; label < LABEL_COUNT; label += 1) scores[offset + label]! += weights[row + label]!
  }
}

/** How many bits of a 32-bit number are set, counted in all its parts at once. */
function countBits(number: number): number {
  let count = number - ((number >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
