import { expect, test } from 'vitest'
import { checkPage } from './check-published.ts'

const KNOWN = new Set(['p-4x7k2m', '3k9m2p7x'])

test.each<[string, string, object[]]>([
  ['a passage', 'See <Cite to="p-4x7k2m" />.', []],
  ['a page with words of its own', "See <Cite to='3k9m2p7x'>her page</Cite>.", []],
  ['a dead one', 'One\n\nSee <Cite to="p-4x7k2n">this</Cite>.', [{ line: 3, column: 5, hint: '<Cite to="p-4x7k2m">' }]],
  ['nothing alike', '<Cite to="nowhere" />', [{ line: 1, rule: 'check/dead-citation' }]],
])('%s', (_, text, expected) => expect(checkPage('seeds/pages/a.mdx', text, KNOWN)).toMatchObject(expected))

test('an id that leads nowhere has no hint when none is near', () => {
  expect(checkPage('seeds/pages/a.mdx', '<Cite to="nowhere" />', KNOWN)[0]).not.toHaveProperty('hint')
})
