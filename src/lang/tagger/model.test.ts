import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LABEL_COUNT } from './labels.ts'
import { decodeLexicon, encodeLexicon } from './lexicon.ts'
import {
  decodeModel,
  encodeModel,
  makeAdder,
  PACKED_SCORES,
  packAscending,
  transpose,
  unpackAscending,
  unpackScores,
} from './model.ts'

const ascending = fc.uniqueArray(fc.nat(2 ** 32 - 1)).map((list) => Uint32Array.from(list).sort())

test('ascending numbers come back, with the bytes they took', () => {
  fc.assert(
    fc.property(ascending, (numbers) => {
      const bytes = packAscending(numbers)
      expect(unpackAscending(Buffer.concat([bytes, Buffer.from([7])]), numbers.length)).toEqual({
        numbers,
        size: bytes.length,
      })
    }),
  )
})

test('a table turned twice is itself', () => {
  const cells = Uint8Array.from({ length: 12 }, (_, i) => i)
  expect([...transpose(cells, 4)].slice(0, 3)).toEqual([0, 4, 8])
  expect(transpose(transpose(cells, 4), 3)).toEqual(cells)
})

test('a model comes back from its file', () => {
  const model = {
    features: Uint32Array.of(3, 200, 70_000),
    weights: Int8Array.from({ length: 3 * LABEL_COUNT }, (_, i) => (i % 2 ? i : -i)),
    scale: 0.5,
    transitions: Float32Array.from({ length: LABEL_COUNT ** 2 }, (_, i) => i / 4),
  }
  expect(decodeModel(encodeModel(model))).toEqual(model)
})

test('a lexicon comes back from its file', () => {
  const lexicon = decodeLexicon(
    encodeLexicon(
      new Map([
        [-5, [1, 2, 700]],
        [9, [3, 4, 5]],
      ]),
      new Map([[-7, [513]]]),
    ),
  )
  expect([lexicon.clustersOf(-5), lexicon.clustersOf(9), lexicon.clustersOf(1)]).toEqual([[1, 2, 700], [3, 4, 5], []])
  expect([lexicon.listsOf(-7), lexicon.listsOf(7)]).toEqual([513, 0])
})

test('packed scores hold the sum of the weights of each label, and features of no model add nothing', () => {
  const byte = fc.integer({ min: -128, max: 127 })
  const row = fc.array(byte, { minLength: LABEL_COUNT, maxLength: LABEL_COUNT })
  fc.assert(
    fc.property(row, row, fc.array(fc.nat(3), { maxLength: 100 }), (first, second, added) => {
      const model = {
        features: Uint32Array.of(5, 2 ** 21 + 5),
        weights: Int8Array.from([...first, ...second]),
        scale: 0.5,
        transitions: new Float32Array(),
      }
      const addWeights = makeAdder(model)
      const sums = new Int32Array(2 * PACKED_SCORES)
      for (const which of added) addWeights([5, 2 ** 21 + 5, 2 ** 22 + 5, 6][which]!, sums, PACKED_SCORES)
      const count = (feature: number) => added.filter((which) => which === feature).length
      const expected = first.map((weight, label) => (weight * count(0) + second[label]! * count(1)) * 0.5)
      const scores = [...unpackScores(sums, 0.5)].map((score) => score + 0)
      expect(scores).toEqual([...first.map(() => 0), ...expected.map((score) => score + 0)])
    }),
  )
})
