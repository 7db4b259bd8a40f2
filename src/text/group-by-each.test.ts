import { expect, test } from 'vitest'
import { groupByEach } from './group-by-each.ts'

test('an item stands under each of its keys, in the order of the items', () => {
  const groups = groupByEach(['ab', 'b', 'cab', ''], (word) => word)
  expect([...groups]).toEqual([
    ['a', ['ab', 'cab']],
    ['b', ['ab', 'b', 'cab']],
    ['c', ['cab']],
  ])
})
