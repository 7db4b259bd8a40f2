import { expect, test } from 'vitest'
import { drawStrip, hasThreeDays, type Mark } from './strip.ts'

const caption = { id: 'strip', title: 'Told & dated', description: 'The list gives the same.' }
const mark = (lo: string | undefined, hi: string | undefined, more: Partial<Mark> = {}): Mark => ({
  lo,
  hi,
  label: 'A vote',
  href: '/timeline/x/',
  ...more,
})
const draw = (...marks: Mark[]) => drawStrip(caption, [{ name: 'Ledger', marks }]) ?? ''
const ys = (svg: string) => [...svg.matchAll(/ cy="([\d.]+)"/g)].map(([, y]) => y)

test('has a title and a description, escaped', () => {
  const svg = draw(mark('2017-01-01', '2017-01-01'))
  expect(svg).toMatch(/^<svg viewBox="0 0 576 [\d.]+"/)
  expect(svg).toContain('<title id="strip-title">Told &#x26; dated</title>')
  expect(svg).toContain('aria-describedby="strip-description"')
})

test('each mark is a link with a description', () => {
  expect(draw(mark('2017-01-01', '2017-01-01'))).toContain('<a href="/timeline/x/"><title>A vote</title><circle')
})

test.each([
  ['a day is a disc', mark('2017-01-01', '2017-01-01'), '<circle class="mark"'],
  ['a month is a bar', mark('2017-01-01', '2017-01-31'), '<rect class="mark"'],
  ['an open end is dotted', mark('2017-01-01', undefined), '<line class="mark open"'],
  ['an inferred date is hollow', mark('2017-01-01', '2017-01-01', { isInferred: true }), 'class="mark inferred"'],
  ['a plan is dashed', mark('2017-01-01', '2017-01-01', { isPlanned: true }), 'class="mark plan"'],
])('%s', (_, drawn, part) => expect(draw(drawn, mark('2017-03-01', '2017-03-01'))).toContain(part))

test('marks of one day are in separate rows', () => {
  expect(new Set(ys(draw(...Array.from({ length: 4 }, () => mark('2017-01-01', '2017-01-01'))))).size).toBe(4)
})

test('marks far apart share a row', () => {
  expect(new Set(ys(draw(mark('2017-01-01', '2017-01-01'), mark('2017-06-01', '2017-06-01')))).size).toBe(1)
})

test('without a date there is nothing to draw', () => {
  expect(drawStrip(caption, [{ name: '', marks: [mark(undefined, undefined)] }])).toBeUndefined()
  expect(drawStrip(caption, [])).toBeUndefined()
})

test.each([
  [
    'three days',
    [mark('2017-01-01', '2017-01-01'), mark('2017-01-02', '2017-01-02'), mark('2017-03-01', '2017-03-01')],
    true,
  ],
  ['a month and a day beside it', [mark('2017-01-01', '2017-01-31'), mark('2017-03-01', '2017-03-01')], true],
  [
    'many marks on two days',
    Array.from({ length: 8 }, (_, at) => mark(`2017-01-0${1 + (at % 2)}`, `2017-01-0${1 + (at % 2)}`)),
    false,
  ],
  ['a month alone', [mark('2017-01-01', '2017-01-31')], false],
  ['no date', [mark(undefined, undefined)], false],
])('%s: whether it is worth a strip', (_, marks, expected) => expect(hasThreeDays(marks)).toBe(expected))

test('one day alone still has an axis', () => expect(draw(mark('2017-01-16', '2017-01-16'))).not.toContain('NaN'))

test.each([
  ['behind its mark', [mark('2017-01-01', '2017-01-01', { name: 'Vote' }), mark('2017-12-31', '2017-12-31')], 1],
  ['before it at the edge', [mark('2017-01-01', '2017-01-01'), mark('2017-12-31', '2017-12-31', { name: 'Vote' })], 1],
  [
    'of the two that need one room, the weightier',
    [
      mark('2017-01-01', '2017-01-01'),
      mark('2017-06-01', '2017-06-01', { name: 'A very long name of a vote in the council', weight: 1 }),
      mark('2017-12-31', '2017-12-31', { name: 'Another very long name of a vote in the council', weight: 2 }),
    ],
    1,
  ],
  [
    'each in a row of its own when all are kept',
    [
      mark('2017-06-01', '2017-06-01', { name: 'A very long name of a vote in the council', keepsName: true }),
      mark('2017-06-06', '2017-06-06', { name: 'Another very long name of a vote in the council', keepsName: true }),
      mark('2017-12-31', '2017-12-31'),
    ],
    2,
  ],
])('a name stands %s', (_, marks, expected) => {
  expect(draw(...marks).match(/class="name"/g)).toHaveLength(expected)
})
