import { expect, test } from 'vitest'
import { drawArcs, drawMatrix } from './network.ts'

const caption = { id: 'm', title: 'Who names whom', description: 'The table gives the same.' }
const heading = (name: string) => ({ name, href: `/x/${name}/` })
const count = (svg: string | undefined, part: string) => (svg ?? '').split(part).length - 1

test('a disc where a source speaks, a dot where it is silent', () => {
  const svg = drawMatrix(
    caption,
    [heading('a'), heading('b')],
    [heading('v'), heading('w')],
    [{ row: 0, column: 1, count: 3, label: 'a names w', href: '/a/' }],
  )
  expect(count(svg, 'class="mark"')).toBe(1)
  expect(count(svg, 'class="silent"')).toBe(3)
})

test('nothing to compare, nothing drawn', () => expect(drawMatrix(caption, [], [heading('v')], [])).toBeUndefined())

const node = (id: string) => ({ id, name: id, href: `/${id}/`, kind: 'person' })

test('an arc for each tie, ties of the subject in full strength', () => {
  const svg = drawArcs(
    caption,
    [node('a'), node('b'), node('c')],
    [
      { from: 'a', to: 'b', count: 4 },
      { from: 'b', to: 'c', count: 1 },
    ],
    'a',
  )
  expect(count(svg, 'class="arc"')).toBe(1)
  expect(count(svg, 'class="arc faint"')).toBe(1)
})

test('ties of the subject alone are no drawing', () => {
  const nodes = [node('a'), node('b'), node('c')]
  const own = [
    { from: 'a', to: 'b', count: 4 },
    { from: 'a', to: 'c', count: 1 },
  ]
  expect(drawArcs(caption, nodes, own, 'a')).toBeUndefined()
  expect(drawArcs(caption, nodes, own)).toBeDefined()
})

test('two names alone give no drawing', () => expect(drawArcs(caption, [node('a'), node('b')], [])).toBeUndefined())
