import type { Scene } from './features.ts'
import { emitJoint, emitWord, ROLE_OFFSETS } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import type { Model } from './model.ts'
import { makeAdder, PACKED_SCORES } from './model.ts'
import type { TaggerWord } from './word.ts'
import { describeWord, NO_WORD, wordAt } from './word.ts'

/** Maximum words cached between documents; the cache is cleared when there are more. */
const MOST_WORDS = 50_000

/** A word with the scores it gives to a token, role after role, as packed sums of the model's weights. */
export interface ScoredWord extends TaggerWord {
  readonly scores: Int32Array
}

/** Makes the functions that score words and the tokens of a sentence by the weights of a model. */
export function makeScorer(model: Model, lexicon: Lexicon) {
  const known = new Map<string, ScoredWord>()
  const addWeights = makeAdder(model)
  const outside: ScoredWord = { ...NO_WORD, scores: scoreWord(NO_WORD) }

  function readWord(text: string): ScoredWord {
    const found = known.get(text)
    if (found) return found
    if (known.size >= MOST_WORDS) known.clear()
    const described = describeWord(text, lexicon.clustersOf)
    const word = { ...described, scores: scoreWord(described) }
    known.set(text, word)
    return word
  }

  function scoreWord(word: TaggerWord): Int32Array {
    const scores = new Int32Array(ROLE_OFFSETS.length * PACKED_SCORES)
    ROLE_OFFSETS.forEach((_, role) =>
      emitWord(word, role, (feature) => addWeights(feature, scores, role * PACKED_SCORES)),
    )
    return scores
  }

  function sumFeatures(scene: Scene & { readonly words: readonly ScoredWord[] }): Int32Array {
    const sums = new Int32Array(scene.words.length * PACKED_SCORES)
    let offset = 0
    const emit = (feature: number): void => addWeights(feature, sums, offset)
    for (let at = 0; at < scene.words.length; at += 1, offset += PACKED_SCORES) {
      for (let role = 0; role < ROLE_OFFSETS.length; role += 1) {
        addRole(wordAt(scene.words, at + ROLE_OFFSETS[role]!, outside).scores, role, sums, offset)
      }
      emitJoint(scene, at, emit)
    }
    return sums
  }

  return { readWord, sumFeatures, addWeights }
}

function addRole(scores: Int32Array, role: number, sums: Int32Array, offset: number): void {
  for (let pair = 0; pair < PACKED_SCORES; pair += 1) sums[offset + pair]! += scores[role * PACKED_SCORES + pair]!
}
