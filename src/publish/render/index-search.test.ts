import { expect, test } from 'vitest'
import type { SearchPage } from '../../model/search-text.ts'
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
      [0, 0, 0, 3, 1, 4, 3, 12, 2],
      [1, -1, -1, 1, 0, 1],
    ],
  })
})
