import { LABEL_COUNT } from './labels.ts'
import { hashFnv } from '../../text/fnv.ts'

/** Bits of the hash that identify a feature. */
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
 * Numbers for the scores of one token: each holds those of two labels, the second 65536 times, so that one addition adds
 * both. The sums of a hundred weights of a byte need no more.
 */
export const PACKED_SCORES = Math.ceil(LABEL_COUNT / 2)

function packRows(weights: Int8Array): Int32Array {
  const packed = new Int32Array((weights.length / LABEL_COUNT) * PACKED_SCORES)
  for (let from = 0, to = 0; from < weights.length; from += LABEL_COUNT, to += PACKED_SCORES) {
    for (let pair = 0; pair < PACKED_SCORES; pair += 1) {
      const second = 2 * pair + 1
      packed[to + pair] = weights[from + 2 * pair]! + (second < LABEL_COUNT ? weights[from + second]! * 0x10000 : 0)
    }
  }
  return packed
}

/** Reads the scores of all labels of each token from packed ones. */
export function unpackScores(sums: Int32Array, scale: number): Float32Array {
  const scores = new Float32Array((sums.length / PACKED_SCORES) * LABEL_COUNT)
  for (let from = 0, to = 0; from < sums.length; from += PACKED_SCORES, to += LABEL_COUNT)
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const pair = sums[from + (label >> 1)]!
      const first = (pair << 16) >> 16
      scores[to + label] = label & 1 ? (pair - first) >> 16 : first
      scores[to + label]! *= scale
    }
  return scores
}

/**
 * Makes the function that adds the weights of a feature to the packed scores of one token, which begin at `offset`.
 *
 * A feature's row is the number of features before it, counted in a map of bits (Jacobson's rank, 1989), which is small
 * enough to stay in the processor's cache: most features that a text gives are none of the model's.
 */
export function makeAdder({ features, weights }: Model) {
  const packed = packRows(weights)
  /** At twice a word its 32 bits, behind it the number of bits set in all words before. */
  const map = new Int32Array((2 ** FEATURE_BITS / 32) * 2)
  for (const feature of features) map[(feature >>> 5) * 2]! |= 1 << (feature & 31)
  for (let word = 2; word < map.length; word += 2) map[word + 1] = map[word - 1]! + countBits(map[word - 2]!)
  const filter = makeFilter(features)

  return function addWeights(hash: number, scores: Int32Array, offset: number): void {
    const bit = 1 << (hash & 31)
    if ((filter[(hash & FILTER_MASK) >>> 5]! & bit) === 0) return
    const feature = hash & FEATURE_MASK
    const word = (feature >>> 5) * 2
    const bits = map[word]!
    if ((bits & bit) === 0) return
    const row = (map[word + 1]! + countBits(bits & (bit - 1))) * PACKED_SCORES
    for (let pair = 0; pair < PACKED_SCORES; pair += 1) scores[offset + pair]! += packed[row + pair]!
  }
}

/** Fewer bits of a feature, of which the map fits into the nearest cache: it holds a tenth of what is asked for. */
const FILTER_MASK = 2 ** 20 - 1

function makeFilter(features: Uint32Array): Int32Array {
  const filter = new Int32Array((FILTER_MASK + 1) / 32)
  for (const feature of features) filter[(feature & FILTER_MASK) >>> 5]! |= 1 << (feature & 31)
  return filter
}

/** How many bits of a 32-bit number are set, counted in all its parts at once. */
function countBits(number: number): number {
  let count = number - ((number >>> 1) & 0x55555555)
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333)
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Appends ascending numbers as their differences, seven bits a byte, least first (LEB128). */
export function packAscending(numbers: Uint32Array): Uint8Array {
  const bytes: number[] = []
  let previous = 0
  for (const number of numbers) {
    let difference = number - previous
    for (; difference > 127; difference = Math.floor(difference / 128)) bytes.push((difference % 128) + 128)
    bytes.push(difference)
    previous = number
  }
  return Uint8Array.from(bytes)
}

/** Reads what `packAscending` wrote: the numbers, and how many bytes they took. */
export function unpackAscending(bytes: Uint8Array, count: number): { numbers: Uint32Array; size: number } {
  const numbers = new Uint32Array(count)
  let at = 0
  let previous = 0
  for (let i = 0; i < count; i += 1) {
    let unit = 1
    for (; bytes[at]! > 127; at += 1, unit *= 128) previous += (bytes[at]! - 128) * unit
    previous += bytes[at]! * unit
    at += 1
    numbers[i] = previous
  }
  return { numbers, size: at }
}

/** Stores a table column by column: similar values are adjacent, which compresses better. */
export function transpose(cells: Uint8Array, columns: number): Uint8Array {
  const turned = new Uint8Array(cells.length)
  let next = 0
  for (let column = 0; column < columns; column += 1)
    for (let at = column; at < cells.length; at += columns) turned[next++] = cells[at]!
  return turned
}

/**
 * Hashes a text to 32 bits (FNV-1a over UTF-16 code units, then mixed so that every bit depends on all of it).
 */
export function hashText(text: string): number {
  return mix(hashFnv(text), text.length)
}

/** Joins two 32-bit values to one; the order counts. */
export function mix(a: number, b: number): number {
  let hash = (Math.imul(a ^ (a >>> 16), 0x7feb352d) + Math.imul(b, 0x9e3779b1)) | 0
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 13)) | 0
}
