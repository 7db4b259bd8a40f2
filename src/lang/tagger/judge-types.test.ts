import { expect, test } from 'vitest'
import type { ScoredSentence, ScoredName } from './found-names.ts'
import { makeTypeJudge } from './judge-types.ts'
import { LABEL_COUNT, NAME_TYPES, type NameType, unitOf } from './labels.ts'
import { matchLists } from './lexicon.ts'
import { FEATURE_MASK, hashText, mix, type Model } from './model.ts'
import { template } from './features.ts'
import { describeWord } from './word.ts'

const LEXICON = { clustersOf: () => [], listsOf: () => 0 }
const STEP = 10

/** A model with one feature: the word directly before a name, which speaks for a type or, without one, for no name. */
function modelOf(before: string, type?: NameType): Model {
  const feature = mix(mix(template(430), 0), hashText(before)) & FEATURE_MASK
  const weights = new Int8Array(LABEL_COUNT)
  weights[type ? unitOf(type) : 0] = STEP
  return { features: Uint32Array.of(feature), weights, scale: 1, transitions: new Float32Array(LABEL_COUNT ** 2) }
}

/** A sentence with a name of one token, of which the tagger is not sure. */
function read(text: string, at: number): ScoredSentence {
  const words = text.split(' ').map((word) => describeWord(word, () => []))
  const name: ScoredName = { first: at, last: at, type: 'PER', scores: NAME_TYPES.map(() => 0), outside: 0 }
  return { scene: { words, usages: new Map(), matches: matchLists(words, () => 0), style: 0 }, names: [name] }
}

const typesOf = (model: Model, ...document: ScoredSentence[]): (NameType | undefined)[] =>
  makeTypeJudge(model, LEXICON)(document).map((names) => names[0]?.type)

test('the words around one place of a name decide its type in every place', () => {
  const near = modelOf('near', 'LOC')
  expect(typesOf(near, read('near Vale', 1), read('Vale fell', 0))).toEqual(['LOC', 'LOC'])
  expect(typesOf(near, read('near Vale', 1), read('Okafor fell', 0))).toEqual(['LOC', 'PER'])
  expect(typesOf(near, read('beyond Vale', 1))).toEqual(['PER'])
})

test('a name is dropped only in the place where much speaks against it', () => {
  expect(typesOf(modelOf('on'), read('on Vale', 1), read('Vale fell', 0))).toEqual([undefined, 'PER'])
})
