import { expect, test } from 'vitest'
import { packCatalogue, unpackCatalogue, type SearchPage } from '../../model/search-text.ts'
import { makeCatalogue } from './index-search.ts'

const page = (more: Partial<SearchPage>): SearchPage => ({ url: '/a/', title: 'A', kind: 'Source', parts: [], ...more })

test('the catalogue gives each page its filters, its parts that are text, and the length of each', () => {
  const pages = [
    page({
      publisher: 'Gazette',
      date: '2020-05-01',
      parts: [
        { kind: 'about', text: '' },
        { kind: 'headline', text: '' },
        { kind: 'passage', text: '' },
        { kind: 'left out', text: '' },
      ],
    }),
    page({ kind: 'Page', parts: [{ kind: 'about', text: '' }] }),
  ]
  expect(makeCatalogue(pages, [[4, 3, 12, 2], [1]])).toEqual({
    kinds: ['Source', 'Page'],
    publishers: ['Gazette'],
    years: ['2020'],
    pages: [
      { kind: 0, publisher: 0, year: 0, shown: 3, hasHeadline: true, lengths: [4, 3, 12, 2] },
      { kind: 1, publisher: -1, year: -1, shown: 1, hasHeadline: false, lengths: [1] },
    ],
  })
})

test('a catalogue travels without a loss, also with parts of any length', () => {
  const lengths = [0, 1, 57, 90, 300, 55_260, 55_261, 60_000, 1_000_000]
  const pages = [{ kind: 0, publisher: -1, year: 0, shown: 9, hasHeadline: true, lengths }]
  const catalogue = { kinds: ['Source'], publishers: [], years: ['2020'], vocabulary: ['able'], pages }
  expect(unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(catalogue))))).toEqual(catalogue)
})
