import type { Element } from 'hast'
import { s } from 'hastscript'
import type { Caption } from './drawing.ts'
import { composeDrawing, round } from './drawing.ts'

/** A place on a map. The number stands beside it and in the list under the map. */
export interface Pin {
  /** Latitude and longitude, WGS 84 degrees. */
  readonly at: readonly [number, number]
  readonly name: string
  readonly number: number
  readonly href: string
  /** The place that the page is about. */
  readonly isHere?: boolean
}

const WIDTH = 576
const MOST_HEIGHT = 420
const LEAST_SPAN = 5
const AIR = 0.14
const LEAST_TURN = 2
const LABEL_WIDTH = 24
const LABEL_HEIGHT = 12

/** Which part of the world is drawn: degrees, and units of the drawing a degree of latitude. */
interface View {
  readonly west: number
  readonly north: number
  /** A degree of longitude is this much shorter than one of latitude. */
  readonly squeeze: number
  readonly scale: number
  readonly height: number
}

/** Pins over country outlines, cropped to the pins. Undefined without a pin: no coordinates, no map. */
export function drawMap(caption: Caption, pins: readonly Pin[], outlines: readonly Ring[]): string | undefined {
  if (pins.length === 0) return undefined
  const view = frame(pins)
  const land = outlines
    .map((ring) => drawRing(ring, view))
    .filter((path) => path !== '')
    .join('')
  const placed = placePins(
    pins.toSorted((a, b) => Number(b.isHere ?? false) - Number(a.isHere ?? false)),
    view,
  ).toReversed()
  return composeDrawing(caption, WIDTH, view.height, [
    s('path', { className: ['land'], d: land }),
    ...placed.map(({ pin, x, y, isNumbered }) => drawPin(pin, x, y, isNumbered)),
  ])
}

/** A frame around all pins with air, at least five degrees high, in an equirectangular projection true at its middle. */
function frame(pins: readonly Pin[]): View {
  const lats = pins.map(({ at }) => at[0])
  const lons = pins.map(({ at }) => at[1])
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2
  const squeeze = Math.cos((middle * Math.PI) / 180)
  const tall = Math.max(LEAST_SPAN, Math.max(...lats) - Math.min(...lats)) * (1 + 2 * AIR)
  const wide = Math.max(LEAST_SPAN / squeeze, Math.max(...lons) - Math.min(...lons)) * (1 + 2 * AIR)
  const scale = Math.min(WIDTH / (wide * squeeze), MOST_HEIGHT / tall)
  const height = round(Math.max(240, tall * scale))
  const centre = (Math.min(...lons) + Math.max(...lons)) / 2
  return { west: centre - WIDTH / scale / squeeze / 2, north: middle + height / scale / 2, squeeze, scale, height }
}

function project([lon, lat]: readonly [number, number], { west, north, squeeze, scale }: View): [number, number] {
  return [(lon - west) * squeeze * scale, (north - lat) * scale]
}

/** The side of the frame beyond which a point lies; empty inside. */
function sideOf([x, y]: readonly [number, number], height: number): string {
  return x < 0 ? 'west' : x > WIDTH ? 'east' : y < 0 ? 'north' : y > height ? 'south' : ''
}

/** A ring as path data in whole units, its turns at least two units apart, what lies outside the frame cut short. */
function drawRing(ring: Ring, view: View): string {
  const points = unwrap(ring).map((point) => project(point, view))
  const sides = points.map((point) => sideOf(point, view.height))
  if (sides.every((side) => side !== '')) return ''
  const turns: [number, number][] = []
  points.forEach(([x, y], index) => {
    const isHidden = sides[index] !== '' && sides[index] === sides[index - 1] && sides[index] === sides[index + 1]
    const [lastX = Infinity, lastY = Infinity] = turns.at(-1) ?? []
    if (!isHidden && Math.hypot(x - lastX, y - lastY) >= LEAST_TURN)
      turns.push([clamp(x, WIDTH), clamp(y, view.height)])
  })
  return turns.length < 3 ? '' : `M${turns.map(([x, y]) => `${x} ${y}`).join('L')}Z`
}

function clamp(value: number, most: number): number {
  return Math.round(Math.max(-50, Math.min(most + 50, value)))
}

/** A ring over the antimeridian goes on past 180 degrees instead of jumping back across the world. */
function unwrap(ring: Ring): Ring {
  let turns = 0
  return ring.map(([lon, lat], index) => {
    const step = lon - (ring[index - 1]?.[0] ?? lon)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [lon + turns * 360, lat] as const
  })
}

/** Pins with where they stand, and whether there is room for their number beside those before them. */
function placePins(pins: readonly Pin[], view: View): { pin: Pin; x: number; y: number; isNumbered: boolean }[] {
  const taken: [number, number][] = []
  return pins.map((pin) => {
    const [x, y] = project([pin.at[1], pin.at[0]], view)
    const isNumbered = taken.every(
      ([left, top]) => Math.abs(left - x) > LABEL_WIDTH || Math.abs(top - y) > LABEL_HEIGHT,
    )
    if (isNumbered) taken.push([x, y])
    return { pin, x: round(x), y: round(y), isNumbered }
  })
}

function drawPin({ name, number, href, isHere }: Pin, x: number, y: number, isNumbered: boolean): Element {
  const label = isHere ? name : String(number)
  return s('a', { href, dataKind: 'place' }, [
    s('title', `${number} ${name}`),
    s('circle', { className: isHere ? ['mark', 'here'] : ['mark'], cx: x, cy: y, r: isHere ? 6 : 4 }),
    ...(isNumbered ? [s('text', { x: x + 9, y: y + 4 }, label)] : []),
  ])
}

/** A TopoJSON topology of countries, quantised, with delta-encoded arcs. */
export interface Topology {
  readonly transform: { readonly scale: readonly number[]; readonly translate: readonly number[] }
  readonly arcs: readonly (readonly (readonly number[])[])[]
  readonly objects: { readonly countries: { readonly geometries: readonly Geometry[] } }
}
interface Geometry {
  readonly type: string
  /** A polygon's rings, or a multipolygon's polygons, as indexes of arcs; `~index` is an arc backwards. */
  readonly arcs?: unknown
}

/** A closed line of [longitude, latitude] in degrees. */
export type Ring = readonly (readonly [number, number])[]

/**
 * The outlines of all countries, holes among them.
 * Format: TopoJSON 1.0, sections 2.1.4 (arc indexes) and 2.1.2 (transforms).
 */
export function decodeOutlines({ transform, arcs, objects }: Topology): Ring[] {
  const [scaleX = 1, scaleY = 1] = transform.scale
  const [moveX = 0, moveY = 0] = transform.translate
  const decode = (index: number): [number, number][] => {
    let [x, y] = [0, 0]
    const points = (arcs[index < 0 ? ~index : index] ?? []).map(([dx = 0, dy = 0]): [number, number] => {
      ;[x, y] = [x + dx, y + dy]
      return [x * scaleX + moveX, y * scaleY + moveY]
    })
    return index < 0 ? points.reverse() : points
  }
  const rings = objects.countries.geometries.flatMap(({ type, arcs: of }) =>
    type === 'Polygon' ? (of as number[][]) : type === 'MultiPolygon' ? (of as number[][][]).flat() : [],
  )
  return rings.map((ring) => ring.flatMap((index, at) => (at === 0 ? decode(index) : decode(index).slice(1))))
}
