import { hashPhrase, LISTS, LONGEST_PHRASE } from '../lang/tagger/gazetteer.ts'
import { hashText } from '../lang/tagger/hash.ts'
import { hashLower } from '../lang/tagger/word.ts'
import { encodeLexicon } from '../lang/tagger/lexicon.ts'
import { tokenise } from '../text/tokens.ts'
import type { Phrase } from './collect-phrases.ts'
import { clusterVectors, normaliseVectors, type Vectors } from './cluster-vectors.ts'

const CLUSTER_COUNTS = [64, 256, 1024]
const SEED = 7

/** Builds the file of the lexicon: clusters of the words, and the lists of the phrases. */
export function buildLexicon(words: readonly string[], vectors: Vectors, phrases: readonly Phrase[]): Uint8Array {
  return encodeLexicon(tableWords(words, vectors), tablePhrases(phrases))
}

function tableWords(words: readonly string[], vectors: Vectors): Map<number, number[]> {
  normaliseVectors(vectors)
  const clusterings = CLUSTER_COUNTS.map((count) => clusterVectors(vectors, count, SEED))
  return new Map(words.map((word, i) => [hashText(word), clusterings.map((clusters) => clusters[i]!)]))
}

function tablePhrases(phrases: readonly Phrase[]): Map<number, number[]> {
  const table = new Map<number, number[]>()
  for (const [list, phrase] of phrases) {
    const tokens = tokenise(phrase)
    if (!/^\p{Lu}/u.test(phrase) || tokens.length > LONGEST_PHRASE || phrase.length < 2) continue
    const key = hashPhrase(tokens.map(({ text }) => ({ lower: hashLower(text) })))
    table.set(key, [(table.get(key)?.[0] ?? 0) | (1 << LISTS.indexOf(list))])
  }
  return table
}
