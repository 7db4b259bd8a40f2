import { expect, test } from 'vitest'
import type { TokenSpan } from '../../lang/tagger/labels.ts'
import { projectNames } from './project-names.ts'

const place = (first: number, last: number): TokenSpan => ({ first, last, type: 'LOC' })
const other = (first: number, last: number): TokenSpan => ({ first, last, type: 'MISC' })

test.each<[string, number[], TokenSpan[], TokenSpan[]]>([
  ['whole tokens stay', [0, 1, 2], [place(0, 1)], [place(0, 1)]],
  ['a whole compound stays', [0, 1, 1, 1], [place(1, 3)], [place(1, 3)]],
  ['part of a compound grows', [0, 1, 1, 1, 4], [place(1, 1)], [other(1, 3)]],
  ['a name that ends in a compound grows', [0, 1, 1, 1], [place(0, 1)], [other(0, 3)]],
  ['two names of a compound become one', [0, 0, 0], [place(0, 0), place(2, 2)], [other(0, 2)]],
])('%s', (_, origins, names, expected) => {
  expect(projectNames(names, origins)).toEqual(expected)
})
