import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { anyText } from '../text/any-text.fixture.ts'
import type { CslItem } from './csl.ts'
import { cleanText, cleanUrl } from './csl.ts'
import { readBiblatex } from './read-bibtex.fixture.ts'
import { readRis } from './read-ris.fixture.ts'
import { writeBiblatex, writeRis } from './write-references.ts'

const SAMPLES = [
  '東京の港',
  'Δοκιμή',
  '🚢 sails',
  'a and b',
  '{',
  '}',
  '\\',
  '50 % & more',
  '~^_#$',
  'ER  - ',
  'TY  - NEWS',
  '@article{x,',
  '“so”',
  'Ürün, ş',
  '},',
  ' = {',
  'x\r\ny',
  '\u0007',
  '\u2028',
  '|}}',
  '\ud800',
]
/** Text with everything in it that means something to a format. */
export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...SAMPLES), fc.string({ maxLength: 12 }), anyText({ maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(' '))
const clean = hostile.map(cleanText).filter((text) => text !== '')
const part = clean.map((text) => cleanText(text.replaceAll(',', ' '))).filter((text) => text !== '')
const date = fc.record({
  year: fc.integer({ min: 1000, max: 2999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
  length: fc.integer({ min: 1, max: 3 }),
})
const name = fc.oneof(
  fc.record(
    { family: part, given: part, suffix: fc.oneof(fc.constantFrom('Jr.', 'III'), part) },
    { requiredKeys: ['family', 'given'] },
  ),
  fc.record({ literal: part }),
)
/** Citations with any of their fields. */
export const citation: fc.Arbitrary<CslItem> = fc.record(
  {
    id: fc.stringMatching(/^[0-9b-z]{8}$/),
    type: fc.constantFrom('article-newspaper' as const, 'webpage' as const),
    title: clean,
    author: fc.array(name, { minLength: 1, maxLength: 4 }),
    'container-title': clean,
    issued: date.map(({ year, month, day, length }) => ({
      'date-parts': [[year, month, day].slice(0, length)] as [number[]],
    })),
    accessed: date.map(({ year, month, day, length }) => ({
      'date-parts': [[year, month, day].slice(0, length)] as [number[]],
    })),
    URL: fc.webUrl({ withFragments: true, withQueryParameters: true }).map((url) => cleanUrl(url)!),
    language: fc.constantFrom('en', 'ar', 'pt-BR'),
    abstract: clean,
    archive: clean,
    note: clean,
  },
  { requiredKeys: ['id', 'type', 'title'] },
)

/** How many generated citations are the same after each format was written and read. */
export function countSurvivors(count: number): Record<string, number> {
  const records: CslItem[] = JSON.parse(JSON.stringify(fc.sample(citation, { numRuns: count, seed: 6 })))
  const survive = (carry: (item: CslItem) => CslItem[]) =>
    records.filter((item) => isDeepStrictEqual(carry(item), [item])).length
  return {
    BibLaTeX: survive((item) => readBiblatex(writeBiblatex(item))),
    RIS: survive((item) => readRis(writeRis(item))),
  }
}
