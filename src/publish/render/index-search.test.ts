import { expect, test } from 'vitest'
import { makeCatalogue } from './index-search.ts'

test('the catalogue gives each page its filters, its parts that are text, and the length of each', () => {
  const pages = [
    { kind: 'Source', publisher: 'Gazette', date: '2020-05-01', shown: 3, hasHeadline: true, lengths: [4, 3, 12, 2] },
    { kind: 'Page', shown: 1, hasHeadline: false, lengths: [1] },
  ]
  expect(makeCatalogue(pages)).toEqual({
    kinds: ['Source', 'Page'],
    publishers: ['Gazette'],
    years: ['2020'],
    pages: [
      { kind: 0, publisher: 0, year: 0, shown: 3, hasHeadline: true, lengths: [4, 3, 12, 2] },
      { kind: 1, publisher: -1, year: -1, shown: 1, hasHeadline: false, lengths: [1] },
    ],
  })
})
