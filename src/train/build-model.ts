import { encodeModel } from '../pipeline/3-find/names/tagger/model.ts'
import type { Lexicon } from '../pipeline/3-find/names/tagger/lexicon.ts'
import type { Corpus } from '../pipeline/3-find/names/tagger/read-corpus.ts'
import { collectSequences } from './collect-sequences.ts'
import { makeHarmoniser } from './harmonise.ts'
import { quantise } from './quantise.ts'
import { raiseCase } from './raise-case.ts'
import { makeRandom } from './random.ts'
import { trainCrf, type Recipe } from './train-crf.ts'

/** All that the model depends on besides the corpora, the lexicon and the demonyms. */
export interface ModelRecipe extends Recipe {
  /** Features kept. */
  readonly most: number
  /** One sentence in so many is learnt in capitals too. */
  readonly raiseEvery: number
}

/** Trains a tagger and returns the bytes of its file; the same input gives the same bytes. */
export function buildModel(
  corpora: readonly Corpus[],
  lexicon: Lexicon,
  demonyms: readonly string[],
  recipe: ModelRecipe,
  log: (line: string) => void,
): Uint8Array {
  const harmonise = makeHarmoniser(demonyms)
  const random = makeRandom(recipe.seed)
  const sequences = corpora.flatMap((corpus) => {
    const settled = corpus.map((document) => document.map(harmonise))
    return [settled, raiseCase(settled, recipe.raiseEvery, random)].flatMap((part) => collectSequences(part, lexicon))
  })
  return encodeModel(quantise(trainCrf(sequences, recipe, log), recipe.most))
}
