import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CslItem } from './csl.ts'
import { citation, hostile } from './generate-records.fixture.ts'
import { readBiblatex } from './read-bibtex.fixture.ts'
import { readRis } from './read-ris.fixture.ts'
import { writeBiblatex, writeBibtex, writeRis, writeWikipedia } from './write-references.ts'

test('5,000 records survive BibLaTeX and RIS', () => {
  fc.assert(
    fc.property(citation, (record) => {
      expect(readBiblatex(writeBiblatex(record))).toEqual([record])
      expect(readRis(writeRis(record))).toEqual([record])
    }),
    { numRuns: 5000, seed: 6 },
  )
})

test('several records in one file stay several', () => {
  fc.assert(
    fc.property(fc.array(citation, { maxLength: 4 }), (records) => {
      expect(readBiblatex(records.map(writeBiblatex).join('\n'))).toEqual(records)
      expect(readRis(records.map(writeRis).join(''))).toEqual(records)
    }),
    { numRuns: 300, seed: 6 },
  )
})

test('text that was never cleaned can neither end a field nor begin a record', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const record: CslItem = {
        id: '3k9m2p7x',
        type: 'article-newspaper',
        title,
        note: title,
        author: [{ literal: title.replaceAll(',', ' ') }],
      }
      expect(readRis(writeRis(record))).toHaveLength(1)
      expect(readBiblatex(writeBiblatex(record))).toHaveLength(1)
      expect(countBraces(writeBiblatex(record))).toBe(0)
      expect(countBraces(writeBibtex(record))).toBe(0)
      expect(
        writeWikipedia(record)
          .replaceAll('{{!}}', '')
          .match(/\{\{|\}\}|\n/g),
      ).toEqual(['{{', '}}'])
    }),
    { numRuns: 5000, seed: 6 },
  )
})

/** Depth of braces at the end, the way BibTeX counts: a backslash does not matter. */
function countBraces(text: string): number {
  let depth = 0
  for (const mark of text) {
    depth += mark === '{' ? 1 : mark === '}' ? -1 : 0
    if (depth < 0) return depth
  }
  return depth
}
