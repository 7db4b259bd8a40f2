import { expect, test } from 'vitest'
import { drawMap } from './map.ts'
import { clipPolygon, decodeOutlines, type Point, spansAt } from './outlines.ts'

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
        { type: 'Polygon', arcs: [[0, ~1]], properties: { name: 'Valea' } },
        { type: 'MultiPolygon', arcs: [[[0, -2]]] },
        { type: 'Point' },
      ],
    },
  },
}
const outlines = decodeOutlines(topology)
const caption = { id: 'map', title: 'Places', description: 'The list gives the same.' }
const pin = (lat: number, lon: number, number = 1, more: object = {}) => ({
  at: [lat, lon] as const,
  name: 'Northport',
  number,
  href: '/places/x/',
  ...more,
})
/** A country of one ring, as it comes out of a topology. */
function country(name: string, ring: readonly (readonly [number, number])[]) {
  const deltas = ring.map(([x, y], at) => [x - (ring[at - 1]?.[0] ?? 0), y - (ring[at - 1]?.[1] ?? 0)])
  const [decoded] = decodeOutlines({
    transform: { scale: [1, 1], translate: [0, 0] },
    arcs: [deltas],
    objects: { countries: { geometries: [{ type: 'Polygon', arcs: [[0]], properties: { name } }] } },
  })
  return decoded!
}
const square = (name: string, west: number, south: number, size: number) =>
  country(name, [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ])

test('arcs are joined forwards and backwards', () => {
  expect(outlines[0]!.rings[0]).toEqual({
    points: [
      [10, 50],
      [14, 50],
      [14, 54],
      [10, 54],
      [10, 50],
    ],
    bounds: [10, 50, 14, 54],
  })
  expect(outlines).toHaveLength(2)
})

test('pins are inside the frame, north above south and west left of east', () => {
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

test('a pin in the middle of a large country is drawn on its land, with its neighbours', () => {
  const countries = [square('Valea', 0, 0, 20), square('Ostria', 20, 0, 20), square('Nordmark', 0, 20, 20)]
  const svg = drawMap(caption, [pin(10, 10)], countries) ?? ''
  expect([...svg.matchAll(/class="country"[^>]*>([^<]*)/g)].map(([, name]) => name).sort()).toEqual([
    'Nordmark',
    'Ostria',
    'Valea',
  ])
  expect(svg).toMatch(/class="land" d="M/)
})

test('a country that is a pin has no second name', () => {
  const svg = drawMap(caption, [pin(10, 10, 1, { name: 'Valea' })], [square('Valea', 0, 0, 20)]) ?? ''
  expect(svg.match(/>Valea</g)).toHaveLength(1)
  const draw = (country: string) => drawMap(caption, [pin(10, 10, 1, { name: 'Valea' })], [square(country, 0, 0, 20)])
  expect(draw('Valea of the North')).not.toContain('of the North')
  expect(draw('Valeana')).toContain('>Valeana<')
})

test('places on more than a third of the globe have a wider map', () => {
  const widthOf = (...lons: number[]) =>
    /width="(\d+)"/.exec(
      drawMap(
        caption,
        lons.map((lon, at) => pin(10, lon, at + 1)),
        outlines,
      ) ?? '',
    )![1]
  expect([widthOf(0, 100), widthOf(-70, 100), widthOf(170, -170)]).toEqual(['576', '856', '576'])
})

test('labels cover neither each other nor a pin: first the name, else the number, else the list alone', () => {
  const pins = Array.from({ length: 12 }, (_, at) => pin(53 + (at % 3) * 0.05, 9 + at * 0.02, at + 1))
  const svg = drawMap(caption, pins, outlines) ?? ''
  const labels = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text!)
  expect(labels.length).toBeLessThan(12)
  expect(labels).toContain('Northport')
})

test('land over the antimeridian is not drawn across the map, and pins on both sides of it are close together', () => {
  const far = country('Valea', [
    [170, 50],
    [-170, 50],
    [-170, 60],
    [170, 60],
    [170, 50],
  ])
  const land = drawMap(caption, [pin(55, 175), pin(40, 150)], [far]) ?? ''
  const steps = /class="land" d="M(-?\d+)-?\d* ?-?\d+l([^"z]*)z"/.exec(land)!
  const widest = [...steps[2]!.matchAll(/(-?\d+) ?-?\d+ ?/g)].map(([, x]) => Math.abs(Number(x)))
  expect(Math.max(...widest)).toBeLessThan(570)
  const svg = drawMap(caption, [pin(55, 175), pin(55, -175)], [far]) ?? ''
  const [a, b] = [...svg.matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x))
  expect(Math.abs(a! - b!)).toBeLessThan(500)
})

test('the place of the page is named on the map; a place of the gazetteer is hollow', () => {
  const svg = drawMap(caption, [pin(53, 9, 1, { isHere: true, isInferred: true })], outlines)
  expect(svg).toContain('>Northport</text>')
  expect(svg).toContain('class="mark here inferred"')
})

test('land outside the frame leaves nothing in the file', () =>
  expect(drawMap(caption, [pin(-40, -100)], outlines)).toContain('d=""'))

test('without coordinates there is no map', () => expect(drawMap(caption, [], outlines)).toBeUndefined())

const BOX = [0, 0, 10, 10] as const
test.each<[string, Point[], Point[]]>([
  [
    'inside',
    [
      [1, 1],
      [9, 1],
      [9, 9],
    ],
    [
      [1, 1],
      [9, 1],
      [9, 9],
    ],
  ],
  [
    'outside',
    [
      [11, 1],
      [19, 1],
      [19, 9],
    ],
    [],
  ],
  [
    'around',
    [
      [-5, -5],
      [15, -5],
      [15, 15],
      [-5, 15],
    ],
    [
      [0, 10],
      [0, 0],
      [10, 0],
      [10, 10],
    ],
  ],
])('what is left of a polygon %s the box', (_, polygon, left) => expect(clipPolygon(polygon, BOX)).toEqual(left))

test('a line runs inside a polygon and not inside its hole', () => {
  const outer: Point[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ]
  const hole: Point[] = [
    [4, 4],
    [6, 4],
    [6, 6],
    [4, 6],
  ]
  expect(spansAt([outer, hole], 5)).toEqual([
    [0, 4],
    [6, 10],
  ])
  expect(spansAt([outer, hole], 12)).toEqual([])
})
