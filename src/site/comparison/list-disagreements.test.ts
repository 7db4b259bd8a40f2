import { expect, test } from 'vitest'
import type { OriginEntry } from '../../model/entry.ts'
import { groupLinks } from './list-disagreements.ts'

type Link = OriginEntry['links'][number]
const link = (sources: [string, string], reason: string, passage?: string): Link =>
  ({
    sources,
    reason,
    rule: 'origin/shared-credit',
    passages: passage === undefined ? [] : [{ source: sources[0], passage, ordinal: 2 }],
  }) as Link

test('pairs with one reason stand as one', () => {
  const groups = groupLinks([
    link(['a', 'b'], 'Both credit the Ledger.'),
    link(['c', 'd'], 'Both credit the Times.'),
    link(['a', 'e'], 'Both credit the Ledger.'),
  ])
  expect(groups.map(({ reason, sources }) => [reason, sources])).toEqual([
    ['Both credit the Ledger.', ['a', 'b', 'e']],
    ['Both credit the Times.', ['c', 'd']],
  ])
})

test('passages stay with the pair that they are of', () => {
  const groups = groupLinks([
    link(['a', 'b'], 'Nine words stand in both.', 'p-111111'),
    link(['a', 'c'], 'Nine words stand in both.', 'p-222222'),
  ])
  expect(groups.map(({ sources, passages }) => [sources, passages.length])).toEqual([
    [['a', 'b'], 1],
    [['a', 'c'], 1],
  ])
})
