import { gatherNames, type ScoredSentence } from './found-names.ts'
import { NAME_TYPES, type NameType, type TokenSpan, unitOf } from './labels.ts'
import type { Lexicon } from './lexicon.ts'
import { makeAdder, type Model, PACKED_SCORES, unpackScores } from './model.ts'
import { emitName } from './name-features.ts'

/** Score by which "no name" must lead before a name is dropped: the tagger has already decided that it is one. */
const DOUBT = 3

/**
 * Makes the function that decides the type of each name of a document from the name as a whole: the scores of all
 * places of the same words are added (maximum entropy; the label of a name is that of a single token).
 */
export function makeTypeJudge(model: Model, { listsOf }: Lexicon) {
  const addWeights = makeAdder(model)

  function score(emitAll: (emit: (feature: number) => void) => void): Float32Array {
    const sums = new Int32Array(PACKED_SCORES)
    emitAll((feature) => addWeights(feature, sums, 0))
    return unpackScores(sums, model.scale)
  }

  return function judgeTypes(document: readonly ScoredSentence[]): TokenSpan[][] {
    const known = gatherNames(document)
    const judged = known.all.map((name) => ({ name, scores: score((emit) => emitName(name, known, listsOf, emit)) }))
    const types = new Map(
      [...Map.groupBy(judged, ({ name }) => name.wording)].map(([wording, same]) => [
        wording,
        bestType(same.map(({ scores }) => scores)),
      ]),
    )
    const found: TokenSpan[][] = document.map(() => [])
    for (const { name, scores } of judged) {
      if (isName(scores))
        found[name.sentence]!.push({ first: name.first, last: name.last, type: types.get(name.wording)! })
    }
    return found
  }
}

function bestType(all: readonly Float32Array[]): NameType {
  const sums = NAME_TYPES.map((type) => all.reduce((sum, scores) => sum + scores[unitOf(type)]!, 0))
  return NAME_TYPES[sums.indexOf(Math.max(...sums))]!
}

function isName(scores: Float32Array): boolean {
  return scores[0]! - DOUBT <= Math.max(...NAME_TYPES.map((type) => scores[unitOf(type)]!))
}
