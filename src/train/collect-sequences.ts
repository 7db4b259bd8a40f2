import { observeDocument } from '../lang/tagger/document.ts'
import type { Emit, Scene } from '../lang/tagger/features.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf } from '../lang/tagger/features.ts'
import type { ScoredSentence } from '../lang/tagger/found-names.ts'
import { encodeLabels } from '../lang/tagger/labels.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import { matchLists } from '../lang/tagger/lexicon.ts'
import { FEATURE_BITS, FEATURE_MASK } from '../lang/tagger/model.ts'
import { castBallot, countVotes, emitVotes } from '../lang/tagger/votes.ts'
import type { TaggerWord } from '../lang/tagger/word.ts'
import { describeWord, NO_WORD } from '../lang/tagger/word.ts'
import type { AnnotatedSentence, Corpus } from './corpora.ts'

/** A sentence as the trainer sees it; the features of token i go from `starts[i]` to `starts[i + 1]`. */
export interface Sequence {
  readonly features: Uint32Array
  readonly starts: Uint32Array
  readonly labels: Uint8Array
}

const LONGEST_SENTENCE = 300

/** Finds the names in the sentences of a document. */
export type Read = (sentences: readonly (readonly string[])[]) => ScoredSentence[]

/**
 * Takes the features of every sentence of a corpus, document by document, as the tagger will see them: in its second
 * reading where `readOnce` does the first, else in the first.
 */
export function collectSequences(corpus: Corpus, lexicon: Lexicon, readOnce?: Read): Sequence[] {
  return corpus.flatMap((document) => {
    const worded = document.map(({ tokens }) => tokens.map((token) => describeWord(token, lexicon.clustersOf)))
    const usages = observeDocument(worded)
    const emitSecond = readOnce && emitSecondReading(worded, readOnce(document.map(({ tokens }) => tokens)))
    return worded.flatMap((words, i) => {
      if (words.length > LONGEST_SENTENCE) return []
      const scene = { words, usages, matches: matchLists(words, lexicon.listsOf), style: styleOf(words) }
      return [toSequence(scene, document[i]!, (at, emit) => emitSecond?.(i, at, emit))]
    })
  })
}

/** Makes the function that emits the features which the names of a first reading give to a token of a sentence. */
function emitSecondReading(document: readonly TaggerWord[][], first: readonly ScoredSentence[]) {
  const ballots = document.map(({ length }, i) => castBallot(length, first[i]!.names))
  const poll = countVotes(document, ballots)
  return (i: number, at: number, emit: Emit): void => emitVotes(document[i]!, poll, ballots[i]!, at, emit)
}

function toSequence(scene: Scene, sentence: AnnotatedSentence, emitMore: (at: number, emit: Emit) => void): Sequence {
  const features: number[] = []
  const starts = new Uint32Array(scene.words.length + 1)
  const emit = (feature: number): void => void features.push(feature & FEATURE_MASK)
  scene.words.forEach((_: TaggerWord, at) => {
    ROLE_OFFSETS.forEach((shift, role) => emitWord(scene.words[at + shift] ?? NO_WORD, role, emit))
    emitJoint(scene, at, emit)
    emitMore(at, emit)
    starts[at + 1] = features.length
  })
  const labels = encodeLabels(scene.words.length, sentence.names)
  return { features: Uint32Array.from(features), starts, labels }
}

/**
 * Numbers the features seen at least `least` times and replaces the hashes by the numbers.
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
