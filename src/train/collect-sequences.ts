import { observeDocument } from '../lang/tagger/document.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf, type Scene } from '../lang/tagger/features.ts'
import { matchLists } from '../lang/tagger/gazetteer.ts'
import { encodeLabels } from '../lang/tagger/labels.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import { FEATURE_MASK } from '../lang/tagger/model.ts'
import type { AnnotatedSentence, Corpus } from './read-corpus.ts'
import { describeWord, NO_WORD, type Word } from '../lang/tagger/word.ts'

/** A sentence as the trainer sees it; the features of token i go from `starts[i]` to `starts[i + 1]`. */
export interface Sequence {
  readonly features: Uint32Array
  readonly starts: Uint32Array
  readonly labels: Uint8Array
}

const LONGEST_SENTENCE = 300

/** Takes the features of every sentence of a corpus, document by document, as the tagger will see them. */
export function collectSequences(corpus: Corpus, lexicon: Lexicon): Sequence[] {
  return corpus.flatMap((document) => {
    const worded = document.map(({ tokens }) => tokens.map((token) => describeWord(token, lexicon.clustersOf)))
    const usages = observeDocument(worded)
    return worded.flatMap((words, i) => {
      if (words.length > LONGEST_SENTENCE) return []
      const scene = { words, usages, matches: matchLists(words, lexicon.listsOf), style: styleOf(words) }
      return [toSequence(scene, document[i]!)]
    })
  })
}

function toSequence(scene: Scene, sentence: AnnotatedSentence): Sequence {
  const features: number[] = []
  const starts = new Uint32Array(scene.words.length + 1)
  const emit = (feature: number): void => void features.push(feature & FEATURE_MASK)
  scene.words.forEach((_: Word, at) => {
    ROLE_OFFSETS.forEach((shift, role) => emitWord(scene.words[at + shift] ?? NO_WORD, role, emit))
    emitJoint(scene, at, emit)
    starts[at + 1] = features.length
  })
  const labels = encodeLabels(scene.words.length, sentence.names)
  return { features: Uint32Array.from(features), starts, labels }
}
