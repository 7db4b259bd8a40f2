import { expect, test } from 'vitest'
import { drawBounds } from './bounds.ts'

const caption = { id: 'b', title: 'Jobs', description: 'The table gives the same.' }
const statement = (low?: number, high?: number) => ({ low, high, name: 'Ledger', label: 'Ledger', href: '/x/' })

test('an exact number is a disc, an open one a bar with one end', () => {
  const svg = drawBounds(caption, [statement(900, 900), statement(800)]) ?? ''
  expect(svg.match(/<rect/g)).toHaveLength(1)
  expect(svg.match(/<circle/g)).toHaveLength(2)
  expect(svg).not.toContain('NaN')
})

test.each([
  ['one statement alone', [statement(1, 1)]],
  ['statements that say the same', [statement(5, 5), statement(5, 5)]],
])('%s is not compared', (_, statements) => expect(drawBounds(caption, statements)).toBeUndefined())
