import { expect, test } from 'vitest'
import { chooseWindow } from './show-page.ts'

test.each([
  [60, [59], [0, 60]],
  [200, [0], [0, 46]],
  [200, [100], [88, 134]],
  [200, [199], [154, 200]],
  [200, [10, 120, 125], [108, 154]],
  [200, [], [0, 46]],
])('of %i words with %j found, %j are shown', (length, found, window) =>
  expect(chooseWindow(length, found)).toEqual(window),
)
