import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../text/any-text.fixture.ts'
import type { CsvCell } from './table.ts'
import { writeCsv } from './table.ts'

test.each<[CsvCell, string]>([
  ['Okafor', '"Okafor"'],
  ['say "yes"', '"say ""yes"""'],
  ['a,b', '"a,b"'],
  ['=1+1', `"'=1+1"`],
  ['+1', `"'+1"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\t=1', `"'=1"`],
  ['\r@x', `"'@x"`],
  ['\u0000\u0001-x', `"'-x"`],
  ['＝1', `"'＝1"`],
  ['a;=1', `"a;'=1"`],
  ['a\r\nb', '"a  b"'],
  ['a=b, c-d, e@f', '"a=b, c-d, e@f"'],
  ['a; =1', `"a; '=1"`],
  ['a; b', '"a; b"'],
  ['', '""'],
  [-3.5, '-3.5'],
  [true, 'true'],
  [undefined, ''],
])('%j is written as %s', (cell, written) => {
  expect(writeCsv([], [[cell]])).toBe(`\r\n${written}\r\n`)
})

test('whatever the cells, a reader finds each in its place and none runs', () => {
  const text = fc.oneof(
    anyText(),
    fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', '"', ',', ' ', "'", 'a') }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(writeCsv(['a', 'b'], rows), { record_delimiter: '\r\n' })
      expect(read).toHaveLength(rows.length + 1)
      for (const [index, row] of read.slice(1).entries()) {
        expect(row).toHaveLength(2)
        for (const [column, cell] of row.entries()) {
          expect(cell).not.toMatch(/(?:^|;)\s*[=+\-@＝＋－＠]|\p{Cc}/u)
          expect(letters(cell)).toBe(letters(rows[index]![column]!))
        }
      }
    }),
    { numRuns: 50 },
  )
})

/** Characters that must survive: all but spaces, apostrophes, control characters and unpaired surrogates. */
const letters = (text: string) =>
  text.replace(/[\s'\p{Cc}\u2028-\u202e\u2066-\u2069\u200e\u200f\ufeff\ufffe\uffff]|\p{Cs}/gu, '')
