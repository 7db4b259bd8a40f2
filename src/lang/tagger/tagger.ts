import { agreeInDocument, observeDocument } from './document.ts'
import type { Scene } from './features.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf } from './features.ts'
import type { ScoredSentence, ScoredName } from './found-names.ts'
import { makeTypeJudge } from './judge-types.ts'
import type { TokenSpan } from './labels.ts'
import { decodeLabels, LABEL_COUNT, makeViterbi } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { matchLists } from './lexicon.ts'
import type { Model } from './model.ts'
import { makeAdder, PACKED_SCORES, unpackScores } from './model.ts'
import { scoreName } from './score-name.ts'
import { castBallot, countVotes, emitVotes } from './votes.ts'
import type { TaggerWord } from './word.ts'
import { describeWord, NO_WORD, wordAt } from './word.ts'

/** Maximum words cached between documents; the cache is cleared when there are more. */
const MOST_WORDS = 50_000

/** A word with the scores it gives to a token, role after role, as packed sums of the model's weights. */
interface ScoredWord extends TaggerWord {
  readonly scores: Int32Array
}

type Sentences = readonly (readonly string[])[]

/**
 * Makes a tagger: a function from the sentences of one document, each a list of tokens, to the names in each.
 *
 * @param types the model that decides the types of whole names
 */
export function makeTagger(model: Model, types: Model, lexicon: Lexicon) {
  const { readTwice } = makeReader(model, lexicon)
  const judgeTypes = makeTypeJudge(types, lexicon)
  return (sentences: Sentences): TokenSpan[][] => agreeInDocument(sentences, judgeTypes(readTwice(sentences)))
}

/**
 * Makes the functions that read a document for names: once, and with the votes of a first reading a second time.
 *
 * A linear-chain CRF (Lafferty, McCallum & Pereira 2001) over the features of features.ts and, in the second reading,
 * those of votes.ts, decoded with Viterbi. One model does both.
 */
export function makeReader(model: Model, lexicon: Lexicon) {
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

  function decode(sums: Int32Array): ScoredName[] {
    const scores = unpackScores(sums, model.scale)
    const path = findBestPath(scores, sums.length / PACKED_SCORES)
    return decodeLabels(path).map((span) => scoreName(span, path, scores, model.transitions))
  }

  function sumDocument(sentences: Sentences) {
    const document = sentences.map((tokens) => tokens.map(wordOf))
    const usages = observeDocument(document)
    const scenes = document.map((words) => ({
      words,
      usages,
      matches: matchLists(words, lexicon.listsOf),
      style: styleOf(words),
    }))
    return { document, scenes, sums: scenes.map(sumFeatures) }
  }

  function readTwice(sentences: Sentences): ScoredSentence[] {
    const { document, scenes, sums } = sumDocument(sentences)
    const names = sums.map(decode)
    const ballots = names.map((found, i) => castBallot(document[i]!.length, found))
    const poll = countVotes(document, ballots)
    return sums.map((sum, i) => {
      let offset = 0
      let isTold = false
      const emit = (feature: number): void => {
        isTold = true
        addWeights(feature, sum, offset)
      }
      for (let at = 0; offset < sum.length; at += 1, offset += PACKED_SCORES) {
        emitVotes(document[i]!, poll, ballots[i]!, at, emit)
      }
      return { scene: scenes[i]!, names: isTold ? decode(sum) : names[i]! }
    })
  }

  function readOnce(sentences: Sentences): ScoredSentence[] {
    const { scenes, sums } = sumDocument(sentences)
    return sums.map((sum, i) => ({ scene: scenes[i]!, names: decode(sum) }))
  }

  return { readTwice, readOnce }
}

function addRole(scores: Int32Array, role: number, sums: Int32Array, offset: number): void {
  for (let pair = 0; pair < PACKED_SCORES; pair += 1) sums[offset + pair]! += scores[role * PACKED_SCORES + pair]!
}
