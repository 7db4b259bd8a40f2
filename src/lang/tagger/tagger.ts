import { agreeInDocument, observeDocument } from './document.ts'
import { styleOf } from './features.ts'
import type { ScoredSentence, ScoredName } from './found-names.ts'
import { makeTypeJudge } from './judge-types.ts'
import type { TokenSpan } from './labels.ts'
import { decodeLabels, LABEL_COUNT, makeViterbi } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { matchLists } from './lexicon.ts'
import type { Model } from './model.ts'
import { PACKED_SCORES, unpackScores } from './model.ts'
import { scoreName } from './score-name.ts'
import { makeScorer } from './score-words.ts'
import { castBallot, countVotes, emitVotes } from './votes.ts'

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
  const { readWord, sumFeatures, addWeights } = makeScorer(model, lexicon)
  const findBestPath = makeViterbi(model.transitions, LABEL_COUNT)

  function decode(sums: Int32Array): ScoredName[] {
    const scores = unpackScores(sums, model.scale)
    const path = findBestPath(scores, sums.length / PACKED_SCORES)
    return decodeLabels(path).map((span) => scoreName(span, path, scores, model.transitions))
  }

  function sumDocument(sentences: Sentences) {
    const document = sentences.map((tokens) => tokens.map(readWord))
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
