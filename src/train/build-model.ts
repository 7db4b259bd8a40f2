import { LABEL_COUNT } from '../lang/tagger/labels.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import { encodeLexicon, hashPhrase, LISTS, LONGEST_PHRASE } from '../lang/tagger/lexicon.ts'
import type { Model } from '../lang/tagger/model.ts'
import { encodeModel, hashText } from '../lang/tagger/model.ts'
import { hashLower } from '../lang/tagger/word.ts'
import { tokenise } from '../text/tokens.ts'
import type { Vectors } from './cluster-vectors.ts'
import { clusterVectors, normaliseVectors } from './cluster-vectors.ts'
import type { ListedPhrase } from './collect-phrases.ts'
import { collectSequences } from './collect-phrases.ts'
import type { Corpus } from './corpora.ts'
import { makeHarmoniser } from './corpora.ts'
import { makeRandom } from './random.ts'
import type { MakeName } from './swap-names.ts'
import { raiseCase, swapNames } from './swap-names.ts'
import type { Recipe, Weights } from './train-crf.ts'
import { trainCrf } from './train-crf.ts'

/** All that the model depends on besides what it learns from. */
export interface ModelRecipe extends Recipe {
  /** Features kept. */
  readonly most: number
  /** One sentence in so many is learnt in capitals too. */
  readonly raiseEvery: number
  /** One sentence in so many is learnt with other names too. */
  readonly swapEvery: number
  /** Taken from the score of every move to "outside": corpora leave names unmarked more often than the reverse. */
  readonly boldness: number
}

/** What the model learns from. */
export interface Material {
  readonly corpora: readonly Corpus[]
  readonly lexicon: Lexicon
  readonly demonyms: readonly string[]
  readonly makeName: MakeName
}

/** Trains a tagger and returns the bytes of its file; the same input gives the same bytes. */
export function buildModel(material: Material, recipe: ModelRecipe, log: (line: string) => void): Uint8Array {
  const { corpora, lexicon, demonyms, makeName } = material
  const harmonise = makeHarmoniser(demonyms)
  const random = makeRandom(recipe.seed)
  const sequences = corpora.flatMap((corpus) => {
    const settled = corpus.map((document) => document.map(harmonise))
    const raised = raiseCase(settled, recipe.raiseEvery, random)
    const swapped = swapNames(settled, recipe.swapEvery, makeName, random)
    return [settled, raised, swapped].flatMap((part) => collectSequences(part, lexicon))
  })
  return encodeModel(quantise(trainCrf(sequences, recipe, log), recipe.most, recipe.boldness))
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
