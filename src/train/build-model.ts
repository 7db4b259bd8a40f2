import { encodeModel } from '../lang/tagger/model.ts'
import type { Lexicon } from '../lang/tagger/lexicon.ts'
import type { Corpus } from './read-corpus.ts'
import { collectSequences } from './collect-sequences.ts'
import { makeHarmoniser } from './harmonise.ts'
import { quantise } from './quantise.ts'
import { raiseCase } from './raise-case.ts'
import { makeRandom } from './random.ts'
import { swapNames, type MakeName } from './swap-names.ts'
import { trainCrf, type Recipe } from './train-crf.ts'

/** All that the model depends on besides what it learns from. */
export interface ModelRecipe extends Recipe {
  /** Features kept. */
  readonly most: number
  /** One sentence in so many is learnt in capitals too. */
  readonly raiseEvery: number
  /** One sentence in so many is learnt with other names too. */
  readonly swapEvery: number
  /** Taken from the score of every move to "outside": corpora leave names unmarked more often than the reverse. */
  readonly boldness: number
}

/** What the model learns from. */
export interface Material {
  readonly corpora: readonly Corpus[]
  readonly lexicon: Lexicon
  readonly demonyms: readonly string[]
  readonly makeName: MakeName
}

/** Trains a tagger and returns the bytes of its file; the same input gives the same bytes. */
export function buildModel(material: Material, recipe: ModelRecipe, log: (line: string) => void): Uint8Array {
  const { corpora, lexicon, demonyms, makeName } = material
  const harmonise = makeHarmoniser(demonyms)
  const random = makeRandom(recipe.seed)
  const sequences = corpora.flatMap((corpus) => {
    const settled = corpus.map((document) => document.map(harmonise))
    const raised = raiseCase(settled, recipe.raiseEvery, random)
    const swapped = swapNames(settled, recipe.swapEvery, makeName, random)
    return [settled, raised, swapped].flatMap((part) => collectSequences(part, lexicon))
  })
  return encodeModel(quantise(trainCrf(sequences, recipe, log), recipe.most, recipe.boldness))
}
