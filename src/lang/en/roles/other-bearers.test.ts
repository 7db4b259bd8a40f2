import { expect, test } from 'vitest'
import { isOfAnother } from './other-bearers.ts'

test.each([
  ['Another [Vale], a cook, came.', true],
  ['Another [Vale] supporter came.', false],
  ['Another guest thanked [Vale].', false],
  ['The left bank of the [Vale].', true],
  ['The [Vale] had sunk.', true],
  ['The [Vale] campaign had lost.', false],
  ['The judge, [Vale], had left.', false],
  ['A cook, [Vale], no relation, came.', true],
  ['A dog called [Vale] barked.', true],
  ['A guard called [Vale] to the gate.', false],
  ['The party called [Vale] a liar.', false],
  ['She built a drone and named it [Vale].', true],
  ['She named [Vale] first.', false],
  ['He leaves two sons, Ada and [Vale].', true],
  ['He leaves two sons and [Vale].', false],
  ['The sons of the cook, Ada and [Vale], wept.', false],
  ['They named the oldest core [Vale].', true],
  ['They named the judge [Vale] to the board.', false],
  ['The boat was christened [Vale].', true],
  ['At school he was called [Vale].', false],
  ['The dog was named after [Vale].', false],
])('%s', (marked, isAnother) => {
  const [before, behind] = marked.split(/\[.+\]/) as [string, string]
  expect(isOfAnother(before, behind)).toBe(isAnother)
})
