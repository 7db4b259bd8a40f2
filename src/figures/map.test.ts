import { expect, test } from 'vitest'
import { decodeOutlines, drawMap } from './map.ts'

const topology = {
  transform: { scale: [1, 1], translate: [10, 50] },
  arcs: [
    [
      [0, 0],
      [4, 0],
      [0, 4],
    ],
    [
      [0, 0],
      [0, 4],
      [4, 0],
    ],
  ],
  objects: {
    countries: {
      geometries: [
        { type: 'Polygon', arcs: [[0, ~1]] },
        { type: 'MultiPolygon', arcs: [[[0, -2]]] },
        { type: 'Point' },
      ],
    },
  },
}
const outlines = decodeOutlines(topology)
const caption = { id: 'map', title: 'Places', description: 'The list gives the same.' }
const pin = (lat: number, lon: number, number = 1, isHere = false) => ({
  at: [lat, lon] as const,
  name: 'Northport',
  number,
  href: '/places/x/',
  isHere,
})

test('arcs are joined forwards and backwards', () => {
  expect(outlines[0]).toEqual([
    [10, 50],
    [14, 50],
    [14, 54],
    [10, 54],
    [10, 50],
  ])
  expect(outlines).toHaveLength(2)
})

test('pins stand inside the frame, north above south and west left of east', () => {
  const svg = drawMap(caption, [pin(53, 9, 1), pin(51, 13, 2)], outlines) ?? ''
  const circles = [1, 2].map((number) =>
    new RegExp(`<title>${number} [^/]*</title><circle class="mark" cx="([\\d.-]+)" cy="([\\d.-]+)"`)
      .exec(svg)!
      .slice(1)
      .map(Number),
  )
  expect(circles[0]![0]).toBeLessThan(circles[1]![0]!)
  expect(circles[0]![1]).toBeLessThan(circles[1]![1]!)
  for (const [x, y] of circles) expect(x! > 0 && x! < 576 && y! > 0 && y! < 430).toBe(true)
})

test('a number that has no room beside another is left to the list', () => {
  const svg = drawMap(caption, [pin(53, 9, 1), pin(53.01, 9.01, 2)], outlines) ?? ''
  expect(svg.match(/<text/g)).toHaveLength(1)
})

test('land over the antimeridian is not drawn across the map', () => {
  const far = [
    [
      [170, 50],
      [-170, 50],
      [-170, 60],
      [170, 60],
      [170, 50],
    ],
  ] as [number, number][][]
  const xs = [...(drawMap(caption, [pin(55, 175), pin(40, 150)], far) ?? '').matchAll(/[ML](-?\d+) /g)].map(([, x]) =>
    Number(x),
  )
  expect(Math.min(...xs)).toBeGreaterThan(0)
})

test('the place of the page is named on the map', () =>
  expect(drawMap(caption, [pin(53, 9, 1, true)], outlines)).toContain('>Northport</text>'))

test('land outside the frame leaves nothing in the file', () =>
  expect(drawMap(caption, [pin(-40, -100)], outlines)).toContain('d=""'))

test('no coordinates, no map', () => expect(drawMap(caption, [], outlines)).toBeUndefined())
