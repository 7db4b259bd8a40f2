import { expect, test } from 'vitest'
import { drawShareCard, type SetType } from './share-card.ts'

/** Every character half as wide as high. */
const type: SetType = (text, size) => ({
  shapes: [...text].map((_, index) => ({ d: 'M0 0H1', x: index * 500 })),
  scale: size / 1000,
  width: (text.length * size) / 2,
})
const card = (title: string, parts = ['Person']) =>
  drawShareCard({ parts, title, foot: 'Harbour', colour: '#1c248e' }, type)
const sizes = (svg: string) => [...svg.matchAll(/scale\(([\d.]+) /g)].map(([, scale]) => Number(scale) * 1000)

test('a short title is large', () => expect(sizes(card('Marta Vale'))).toEqual([30, 76, 28]))

test('a long title is set smaller, in at most four lines', () => {
  const set = sizes(card('word '.repeat(60).trim())).slice(1, -1)
  expect(set).toEqual([46, 46, 46, 46])
})

test('no text element, so no font of the machine is used', () => expect(card('Vale')).not.toContain('<text'))

test('parts that do not fit on a line are left out, one by one', () => {
  const shapes = (parts: string[]) => card('Vale', parts).split('<path').length
  expect(shapes(['Person', 'x'.repeat(200)])).toBe(shapes(['Person']))
  expect(shapes(['Person', 'Named'])).toBeGreaterThan(shapes(['Person']))
})
