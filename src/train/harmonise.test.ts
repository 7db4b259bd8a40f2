import { expect, test } from 'vitest'
import type { NameType } from '../lang/tagger/labels.ts'
import { makeHarmoniser } from './harmonise.ts'

const harmonise = makeHarmoniser(['Northporter', 'Roman', 'West Moorish'])

/** Names as "first-last type", before and after. */
const rows: [string, string[], string[]][] = [
  ['the Northporter team', ['1-1 LOC'], ['1-1 MISC']],
  ['two Northporters left', [], ['1-1 MISC']],
  ['a West Moorish envoy', ['1-2 ORG'], ['1-2 MISC']],
  ['a West Moorish envoy', [], ['1-2 MISC']],
  ['a Muslim cleric', [], ['1-1 MISC']],
  ['the Northporter Bank', ['1-2 ORG'], ['1-2 ORG']],
  ['Roman left', ['0-0 PER'], ['0-0 PER']],
  ['President Ada Vale', ['0-2 PER'], ['1-2 PER']],
  ['Vice President of it', ['0-1 PER'], []],
  ['President Hotel stood', ['0-1 ORG'], ['0-1 ORG']],
  ['the United League won', ['0-2 ORG'], ['1-2 ORG']],
  ['an ultra - Orthodox paper', ['3-3 ORG'], ['1-3 MISC']],
  ['the vote - Orthodox paper', [], ['3-3 MISC']],
  ['Northport / Vale', ['0-2 LOC'], ['0-0 LOC', '2-2 LOC']],
  ['at Christmas Eve', ['1-2 MISC'], []],
  ['the Christmas Fund', ['1-2 ORG'], ['1-2 ORG']],
  ["Ada Vale 's house", ['0-2 PER'], ['0-1 PER']],
]

test.each(rows)('%s: %j becomes %j', (text, before, after) => {
  const tokens = text.split(' ')
  const names = before.map((line) => {
    const [range, type] = line.split(' ')
    const [first, last] = range!.split('-').map(Number)
    return { first: first!, last: last!, type: type as NameType }
  })
  const settled = harmonise({ tokens, names, origins: [] }).names
  expect(settled.map(({ first, last, type }) => `${first}-${last} ${type}`)).toEqual(after)
})
