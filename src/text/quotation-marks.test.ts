import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairQuotationMarks } from './quotation-marks.ts'

const rows: [string, string[]][] = [
  ['He said "go" and "stay".', ['go', 'stay']],
  ['“We go,” he said. “Now.”', ['We go,', 'Now.']],
  ['«On part», dit Vale.', ['On part']],
  ['„Wir gehen“, sagte sie.', ['Wir gehen']],
  ['She called it ‘a waste of time’ again.', ['a waste of time']],
  ["It was 'a mess', Vale said.", ['a mess']],
  // Nested marks belong to the outer pair.
  ['“He told me ‘go’ and I went.”', ['He told me ‘go’ and I went.']],
  ['"He told me "go" and I went," Vale said.', ['He told me "go" and I went,']],
  ['“She said “no” twice,” he said.', ['She said “no” twice,']],
  ['‘They said "no" twice,’ he said.', ['They said "no" twice,']],
  ["''It's a mess,'' Vale said. ''Truly.''", ["It's a mess,", 'Truly.']],
  // Never closed.
  ['“We go on. And on.', ['We go on. And on.']],
  ['"VALE: so “Shark” it is.', ['VALE: so “Shark” it is.']],
  // Possessives within single marks.
  ['‘The rebels’ demand is clear,’ he said.', ['The rebels’ demand is clear,']],
  ['the ‘crimes’ of the rebels’ leaders', ['crimes']],
  // Apostrophes.
  ['Vale’s men don’t go; the miners’ strike', []],
  ["Vale's men don't go; the miners' strike", []],
  ["rock 'n' roll of the '90s and the ’80s", []],
  // A mark with space on both sides opens nothing; inches.
  ['a 19" screen and 6\'2" tall', []],
  ['', []],
]

test.each(rows)('%j', (text, expected) => {
  expect(pairQuotationMarks(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(expected)
})

test('pairs lie in the text, in order, apart', () => {
  const marks = fc.string({ unit: fc.constantFrom('"', '“', '”', '‘', '’', "'", 'a', 's', ' ', ',', '.') })
  fc.assert(
    fc.property(marks, (text) => {
      let last = 0
      for (const { start, end, inner } of pairQuotationMarks(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(inner.start).toBeGreaterThan(start)
        expect(inner.end).toBeGreaterThanOrEqual(inner.start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = end
      }
    }),
  )
})
