import { agreeInDocument, observeDocument } from './document.ts'
import type { Scene } from './features.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf } from './features.ts'
import type { TokenSpan } from './labels.ts'
import { decodeLabels, isTransition, LABEL_COUNT } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { matchLists } from './lexicon.ts'
import type { Model } from './model.ts'
import { makeAdder } from './model.ts'
import type { TaggerWord } from './word.ts'
import { describeWord, NO_WORD, wordAt } from './word.ts'

/** Maximum words cached between documents; the cache is cleared when there are more. */
const MOST_WORDS = 50_000

/** A word with the scores it gives to a token, role after role, as sums of the model's weights. */
interface ScoredWord extends TaggerWord {
  readonly scores: Int32Array
}

/**
 * Makes a tagger: a function from the sentences of one document, each a list of tokens, to the names in each.
 *
 * A linear-chain CRF (Lafferty, McCallum & Pereira 2001) over the features of features.ts, decoded with Viterbi.
 */
export function makeTagger(model: Model, lexicon: Lexicon) {
  const known = new Map<string, ScoredWord>()
  const addWeights = makeAdder(model)
  const findBestPath = makeViterbi(model.transitions, LABEL_COUNT)
  const outside: ScoredWord = { ...NO_WORD, scores: scoreWord(NO_WORD) }

  function wordOf(text: string): ScoredWord {
    const found = known.get(text)
    if (found) return found
    if (known.size >= MOST_WORDS) known.clear()
    const described = describeWord(text, lexicon.clustersOf)
    const word = { ...described, scores: scoreWord(described) }
    known.set(text, word)
    return word
  }

  function scoreWord(word: TaggerWord): Int32Array {
    const scores = new Int32Array(ROLE_OFFSETS.length * LABEL_COUNT)
    ROLE_OFFSETS.forEach((_, role) =>
      emitWord(word, role, (feature) => addWeights(feature, scores, role * LABEL_COUNT)),
    )
    return scores
  }

  function scoreSentence(scene: Scene & { readonly words: readonly ScoredWord[] }): Float32Array {
    const sums = new Int32Array(scene.words.length * LABEL_COUNT)
    let offset = 0
    const emit = (feature: number): void => addWeights(feature, sums, offset)
    for (let at = 0; at < scene.words.length; at += 1, offset += LABEL_COUNT) {
      for (let role = 0; role < ROLE_OFFSETS.length; role += 1) {
        addRole(wordAt(scene.words, at + ROLE_OFFSETS[role]!, outside).scores, role, sums, offset)
      }
      emitJoint(scene, at, emit)
    }
    const scores = Float32Array.from(sums)
    for (let i = 0; i < scores.length; i += 1) scores[i]! *= model.scale
    return scores
  }

  return function tagDocument(sentences: readonly (readonly string[])[]): TokenSpan[][] {
    const document = sentences.map((tokens) => tokens.map(wordOf))
    const usages = observeDocument(document)
    const names = document.map((words) => {
      const scene = { words, usages, matches: matchLists(words, lexicon.listsOf), style: styleOf(words) }
      return decodeLabels(findBestPath(scoreSentence(scene), words.length))
    })
    return agreeInDocument(sentences, names)
  }
}

function addRole(scores: Int32Array, role: number, sums: Int32Array, offset: number): void {
  for (let label = 0; label < LABEL_COUNT; label += 1) sums[offset + label]! += scores[role * LABEL_COUNT + label]!
}

/** For each label, the labels that may stand before it. */
function listPredecessors(labelCount: number): Uint8Array[] {
  const labels = Array.from({ length: labelCount }, (_, label) => label)
  return labels.map((to) => Uint8Array.from(labels.filter((from) => isTransition(from, to))))
}

/**
 * Makes a decoder that finds the best path of labels through a sentence.
 *
 * @param transitions score of label b after label a at `a * labelCount + b`;
 *   moves that `isTransition` forbids are never taken
 * @returns a function from scores (`labelCount` a token) and the number of tokens to the best label of each token
 */
export function makeViterbi(transitions: Float32Array, labelCount: number) {
  const predecessors = listPredecessors(labelCount)
  let best = new Float32Array(0)
  let back = new Uint8Array(0)

  function enter(at: number, label: number, scores: Float32Array): void {
    const before = (at - 1) * labelCount
    let top = -Infinity
    let from = 0
    for (const candidate of predecessors[label]!) {
      const score = best[before + candidate]! + transitions[candidate * labelCount + label]!
      if (score > top) {
        top = score
        from = candidate
      }
    }
    best[at * labelCount + label] = top + scores[at * labelCount + label]!
    back[at * labelCount + label] = from
  }

  return function findBestPath(scores: Float32Array, length: number): Uint8Array {
    const path = new Uint8Array(length)
    if (length === 0) return path
    if (best.length < length * labelCount) {
      best = new Float32Array(length * labelCount)
      back = new Uint8Array(length * labelCount)
    }
    for (let label = 0; label < labelCount; label += 1) {
      best[label] = isTransition(0, label) ? scores[label]! : -Infinity
    }
    for (let at = 1; at < length; at += 1) {
      for (let label = 0; label < labelCount; label += 1) enter(at, label, scores)
    }
    path[length - 1] = lastLabel(best, (length - 1) * labelCount, labelCount)
    for (let at = length - 1; at > 0; at -= 1) path[at - 1] = back[at * labelCount + path[at]!]!
    return path
  }
}

function lastLabel(best: Float32Array, offset: number, labelCount: number): number {
  let found = 0
  for (let label = 1; label < labelCount; label += 1) {
    if (isTransition(label, 0) && best[offset + label]! > best[offset + found]!) found = label
  }
  return found
}
