import { expect, test } from 'vitest'
import { datePrefix } from './view.ts'

test.each([
  ['2021-03-05', '2021-03-05', '2021-03-05'],
  ['2021-03-01', '2021-03-31', '2021-03'],
  ['2024-02-01', '2024-02-29', '2024-02'],
  ['2021-01-01', '2021-12-31', '2021'],
  ['2021-02-01', '2021-02-27', undefined],
  ['2023-02-01', '2023-03-28', undefined],
  ['2021-03-01', '2021-04-30', undefined],
  ['2020-01-01', '2021-12-31', undefined],
  ['2021-03-01', '2021-12-31', undefined],
  ['2021-03-05', '2021-03-31', undefined],
  ['2021-03-05', undefined, undefined],
  [undefined, '2021-03-05', undefined],
  [undefined, undefined, undefined],
])('%s to %s is %s', (lo, hi, prefix) => {
  expect(datePrefix({ lo, hi })).toBe(prefix)
})
