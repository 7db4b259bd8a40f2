import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, cleanUrl } from './clean-text.ts'
import type { CslItem } from './csl.ts'
import { readBiblatex } from './read-bibtex.ts'
import { readRis, writeRis } from './ris.ts'
import { writeBiblatex, writeBibtex } from './write-bibtex.ts'
import { writeWikipedia } from './write-wikipedia.ts'

const SAMPLES = ['東京の港', 'Δοκιμή', '🚢 sails', 'a and b', '{', '}', '\\', '50 % & more', '~^_#$', 'ER  - ', 'TY  - NEWS', '@article{x,', '“so”', 'Ürün, ş', '},', ' = {', 'x\r\ny', '\u0007', '\u2028', '|}}', '\ud800']
const hostile = fc.array(fc.oneof(fc.constantFrom(...SAMPLES), fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '))
const clean = hostile.map(cleanText).filter((text) => text !== '')
const part = clean.map((text) => cleanText(text.replaceAll(',', ' '))).filter((text) => text !== '')
const date = fc.record({ year: fc.integer({ min: 1000, max: 2999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }), length: fc.integer({ min: 1, max: 3 }) })
const name = fc.oneof(fc.record({ family: part, given: part }), fc.record({ literal: part }))
const item: fc.Arbitrary<CslItem> = fc.record(
  {
    id: fc.stringMatching(/^[0-9b-z]{8}$/),
    type: fc.constantFrom('article-newspaper' as const, 'webpage' as const),
    title: clean,
    author: fc.array(name, { minLength: 1, maxLength: 4 }),
    'container-title': clean,
    issued: date.map(({ year, month, day, length }) => ({ 'date-parts': [[year, month, day].slice(0, length)] as [number[]] })),
    accessed: date.map(({ year, month, day, length }) => ({ 'date-parts': [[year, month, day].slice(0, length)] as [number[]] })),
    URL: fc.webUrl({ withFragments: true, withQueryParameters: true }).map((url) => cleanUrl(url)!),
    language: fc.constantFrom('en', 'ar', 'pt-BR'),
    abstract: clean,
    archive: clean,
    note: clean,
  },
  { requiredKeys: ['id', 'type', 'title'] },
)

test('5,000 records survive BibLaTeX and RIS', () => {
  fc.assert(
    fc.property(item, (record) => {
      expect(readBiblatex(writeBiblatex(record))).toEqual([record])
      expect(readRis(writeRis(record))).toEqual([record])
    }),
    { numRuns: 5000, seed: 6 },
  )
})

test('several records in one file stay several', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (records) => {
      expect(readBiblatex(records.map(writeBiblatex).join('\n'))).toEqual(records)
      expect(readRis(records.map(writeRis).join(''))).toEqual(records)
    }),
    { numRuns: 300, seed: 6 },
  )
})

test('text that was never cleaned can neither end a field nor begin a record', () => {
  fc.assert(
    fc.property(hostile, (title) => {
      const record: CslItem = { id: '3k9m2p7x', type: 'article-newspaper', title, note: title, author: [{ literal: title.replaceAll(',', ' ') }] }
      expect(readRis(writeRis(record))).toHaveLength(1)
      expect(readBiblatex(writeBiblatex(record))).toHaveLength(1)
      expect(countBraces(writeBiblatex(record))).toBe(0)
      expect(countBraces(writeBibtex(record))).toBe(0)
      expect(writeWikipedia(record).replaceAll('{{!}}', '').match(/\{\{|\}\}|\n/g)).toEqual(['{{', '}}'])
    }),
    { numRuns: 2000, seed: 6 },
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
