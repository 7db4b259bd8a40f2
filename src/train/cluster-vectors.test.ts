import { expect, test } from 'vitest'
import { clusterVectors, normaliseVectors } from './build-model.ts'
import { makeRandom, shuffle } from './random.ts'

test('vectors that point the same way share a cluster', () => {
  const vectors = { size: 2, values: Float32Array.of(1, 0, 5, 0.1, 0, 1, 0.1, 9, -1, 0, -3, 0.1) }
  normaliseVectors(vectors)
  const [a, b, c, d, e, f] = clusterVectors(vectors, 3, 2)
  expect([a === b, c === d, e === f, a === c, c === e]).toEqual([true, true, true, false, false])
  expect(clusterVectors(vectors, 3, 2)).toEqual(Uint16Array.of(a!, b!, c!, d!, e!, f!))
})

test('the generator is the same anywhere', () => {
  const random = makeRandom(1)
  expect([random(), random(), random()]).toEqual([270369, 67634689, 2647435461])
  const list = Uint32Array.from({ length: 6 }, (_, i) => i)
  shuffle(list, random)
  expect([...list].sort()).toEqual([0, 1, 2, 3, 4, 5])
})
