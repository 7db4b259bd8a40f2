import { expect, test } from 'vitest'
import { LABEL_COUNT as L } from '../lang/tagger/labels.ts'
import { quantise } from './build-model.ts'

const values = new Float32Array(3 * L)
values[0] = 2
values[1] = -1
values[L] = 0.1
values[2 * L + 4] = 0.008
values[2 * L] = -1.5
const transitions = new Float32Array(L * L)

test('the features of the largest weights stay, their weights rounded to steps', () => {
  const model = quantise({ features: Uint32Array.of(5, 6, 9), values, transitions }, 2, 0)
  expect([...model.features]).toEqual([5, 9])
  expect([model.weights[0], model.weights[1], model.weights[L]]).toEqual([127, -63, -95])
  expect(model.weights[L + 4]).toBe(0)
  model.weights.forEach((step, i) => {
    const given = values[i < L ? i : i + L]!
    expect(Math.abs(step * model.scale - given)).toBeLessThanOrEqual(1.5 * model.scale)
  })
})

test('boldness lowers the moves to outside, and no others', () => {
  const { transitions: moves } = quantise({ features: Uint32Array.of(5, 6, 9), values, transitions }, 2, 1)
  expect([moves[0], moves[1], moves[3 * L], moves[3 * L + 1]]).toEqual([-1, 0, -1, 0])
})
