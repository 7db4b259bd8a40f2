import { expect, test } from 'vitest'
import { decodeLexicon } from '../lang/tagger/lexicon.ts'
import { decodeModel } from '../lang/tagger/model.ts'
import { makeTagger } from '../lang/tagger/tagger.ts'
import type { ModelRecipe } from './build-model.ts'
import { buildLexicon, buildModel, buildTypes, trainReaders } from './build-model.ts'
import { makeNameMaker } from './swap-names.ts'
import type { AnnotatedSentence, Corpus } from './corpora.ts'

const RECIPE: ModelRecipe = {
  epochs: 4,
  rate: 0.2,
  dropout: 0.3,
  seed: 3,
  least: 1,
  most: 5000,
  raiseEvery: 5,
  swapEvery: 3,
  boldness: 0,
  trainings: 2,
}
const WORDS = ['in', 'said', 'northport', 'vale', 'westmoor', 'okafor']
const PEOPLE = ['Ada Vale', 'Ben Okafor', 'Cleo Marsh', 'Dan Vale', 'Eve Stone']
const PLACES = ['Northport', 'Westmoor', 'Eastfield', 'Lakeside', 'Hillford']

/** "Ada Vale said in Northport ." and the like. */
function sentenceOf(person: string, place: string): AnnotatedSentence {
  const tokens = `${person} said in ${place} .`.split(' ')
  const names = [
    { first: 0, last: 1, type: 'PER' },
    { first: 4, last: 4, type: 'LOC' },
  ] as const
  return { tokens, origins: tokens.map((_, i) => i), names }
}

const CORPUS: Corpus = PEOPLE.map((person) => PLACES.map((place) => sentenceOf(person, place)))

function build(): Record<'lexicon' | 'model' | 'types', Uint8Array> {
  const values = Float32Array.from({ length: WORDS.length * 3 }, (_, i) => (i * 7) % 5)
  const phrases = [
    ['country', 'Northport'],
    ['known-organisation', 'Vale Trust'],
  ] as const
  const lexicon = buildLexicon(WORDS, { size: 3, values }, phrases)
  const makeName = makeNameMaker(phrases)
  const material = { corpora: [CORPUS], lexicon: decodeLexicon(lexicon), demonyms: ['Northporter'], makeName }
  const readers = trainReaders(material, RECIPE, () => {})
  return {
    lexicon,
    model: buildModel(readers, material, RECIPE, () => {}),
    types: buildTypes(readers, material, RECIPE, () => {}),
  }
}

test('the same material gives the same bytes, and a tagger that has learnt it', () => {
  const [first, second] = [build(), build()]
  expect(Buffer.compare(second.model, first.model)).toBe(0)
  expect(Buffer.compare(second.types, first.types)).toBe(0)
  expect(Buffer.compare(second.lexicon, first.lexicon)).toBe(0)
  const tagDocument = makeTagger(decodeModel(first.model), decodeModel(first.types), decodeLexicon(first.lexicon))
  expect(tagDocument([['Fay', 'Vale', 'said', 'in', 'Westmoor', '.']])).toEqual([
    [
      { first: 0, last: 1, type: 'PER' },
      { first: 4, last: 4, type: 'LOC' },
    ],
  ])
})
