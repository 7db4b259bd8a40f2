import { agreeInDocument } from './agree-in-document.ts'
import { observeDocument } from './document.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf, type Scene } from './features.ts'
import { matchLists } from './gazetteer.ts'
import { decodeLabels, LABEL_COUNT, type TokenSpan } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { makeAdder, type Model } from './model.ts'
import { makeViterbi } from './viterbi.ts'
import { describeWord, NO_WORD, type TaggerWord, wordAt } from './word.ts'

/** Words kept between documents; the memory is given back when there are more. */
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
