import { expect, test } from 'vitest'
import type { PassagePermalink } from '../../../model/permalink.ts'
import { hashPassageText } from '../page-marks.ts'
import type { Alignable } from './alignable.ts'
import { alignableFromLine, alignableFromText, gramsOf, hashFigures } from './alignable.ts'

const TEXT = 'The board paid 15 to Vale.'
const line: PassagePermalink = {
  id: 'p-bbbbbb',
  source: 'ssss1111',
  ordinal: 1,
  state: 'live',
  to: [],
  since: 1,
  hash: 'abc',
}
const known = ({ hash, text, set, names }: Alignable) => ({ hash, text, set, names })

test.each<[string, () => Alignable, () => object]>([
  [
    'a text',
    () => alignableFromText(TEXT),
    () => ({ hash: hashPassageText(TEXT), text: TEXT, set: gramsOf(TEXT), names: hashFigures(TEXT) }),
  ],
  [
    'a line with its text',
    () => alignableFromLine({ ...line, text: TEXT }),
    () => ({ hash: 'abc', text: TEXT, set: gramsOf(TEXT), names: hashFigures(TEXT) }),
  ],
  [
    'a line with a sketch',
    () => alignableFromLine({ ...line, sketch: { grams: [1, 2], limit: 3, names: [4] } }),
    () => ({ hash: 'abc', set: { grams: new Set([1, 2]), limit: 3 }, names: [4] }),
  ],
  [
    'a line with neither',
    () => alignableFromLine(line),
    () => ({ hash: 'abc', set: { grams: new Set(), limit: 0 }, names: [] }),
  ],
])('%s', (_, alignable, expected) => {
  expect(known(alignable())).toEqual(expected())
})
