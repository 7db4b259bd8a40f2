import type { Element } from 'hast'
import { s } from 'hastscript'
import { composeDrawing, round, type Caption } from '../drawing.ts'
import { LabelRoom, type PlacedLabel } from './labels.ts'
import { areaOf, type Box, clipPolygon, type Country, type Point, type Ring } from './outlines.ts'

/** A place on a map. Its number is beside the pin if its name does not fit, and in the list under the map. */
export interface Pin {
  /** Latitude and longitude, WGS 84 degrees. */
  readonly at: readonly [number, number]
  readonly name: string
  readonly number: number
  readonly href: string
  /** The place that the page is about. */
  readonly isHere?: boolean
  /** Hollow: the coordinates are those of a gazetteer, which nobody has confirmed. */
  readonly isInferred?: boolean
}

const WIDTH = 576
/** Width of a map whose places cover more than a third of the globe. */
const WIDTH_OF_WORLD = 856
const THIRD = 120
const LEAST_HEIGHT = 240
const MOST_HEIGHT = 420
const AIR = 0.14
/** Minimum degrees of latitude of a map: the first of these that shows enough countries. */
const LEAST_SPANS = [5, 8, 12, 18, 26, 40]
const ENOUGH_COUNTRIES = 3
/** Share of the map that a country must take to count as shown. */
const SHOWN = 0.02
/** Minimum distance between two points of a coast. */
const LEAST_TURN = 1.5
/** Minimum area of a drawn shape. */
const LEAST_AREA = 1.5
/** Outlines are clipped this far outside the frame, so that the clipped edge is not seen. */
const BLEED = 4

/** The part of the world that is drawn: degrees, and units of the drawing a degree of latitude. */
interface View {
  readonly west: number
  readonly north: number
  /** A degree of longitude is this much shorter than one of latitude. */
  readonly squeeze: number
  readonly scale: number
  readonly width: number
  readonly height: number
}

/** The visible part of a country. */
interface ShownCountry {
  readonly name: string
  readonly polygons: readonly (readonly Point[])[]
}

/** Pins over country outlines, as near as leaves some neighbours in view. Undefined without a pin: no map. */
export function drawMap(caption: Caption, pins: readonly Pin[], countries: readonly Country[]): string | undefined {
  if (pins.length === 0) return undefined
  const { view, shown } = chooseView(pins, countries)
  const placed = pins.map((pin) => ({ pin, point: project([pin.at[1], pin.at[0]], view, true) }))
  const { width, height } = view
  const room = new LabelRoom(
    [width, height],
    placed.map(({ point }) => point),
  )
  const drawn = placed
    .toSorted((a, b) => Number(b.pin.isHere ?? false) - Number(a.pin.isHere ?? false))
    .map(({ pin, point }) => drawPin(pin, point, room.besidePin(point, [pin.name, String(pin.number)])))
  /* "United States" is the country that the outlines call "United States of America". */
  const isPinned = (country: string) => pins.some(({ name }) => `${country} `.startsWith(`${name} `))
  const names = shown
    .filter(({ name, polygons }) => !isPinned(name) && polygons.length > 0)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .flatMap(({ name, polygons }) => room.insideCountry(name, polygons) ?? [])
  const land = shown.flatMap(({ polygons }) => polygons.map(drawPolygon)).join('')
  return composeDrawing(caption, width, height, [
    s('path', { className: ['land'], d: land }),
    ...names.map((label) => drawLabel(label, 'country')),
    s('rect', { className: ['rule'], x: 0.5, y: 0.5, width: width - 1, height: height - 1 }),
    ...drawn.toReversed(),
  ])
}

/** The nearest view with enough countries, else the nearest with the most. */
function chooseView(pins: readonly Pin[], countries: readonly Country[]): { view: View; shown: ShownCountry[] } {
  const look = (span: number) => {
    const view = frame(pins, span)
    const shown = showCountries(countries, view)
    return { view, shown, count: shown.filter((one) => sizeOf(one) > SHOWN * view.width * view.height).length }
  }
  let best = look(LEAST_SPANS[0]!)
  for (const span of LEAST_SPANS.slice(1)) {
    if (best.count >= ENOUGH_COUNTRIES) break
    const next = look(span)
    if (next.count > best.count) best = next
  }
  return best
}

const sizeOf = ({ polygons }: ShownCountry) => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0)

/**
 * A frame around all pins with a margin, in an equirectangular projection that is true at its centre. It is centred
 * on the pins, also across the antimeridian.
 *
 * @param span minimum degrees of latitude
 */
function frame(pins: readonly Pin[], span: number): View {
  const lats = pins.map(({ at }) => at[0])
  const [west, east] = spanLongitudes(pins.map(({ at }) => at[1]))
  const middle = (Math.min(...lats) + Math.max(...lats)) / 2
  const squeeze = Math.max(0.2, Math.cos((middle * Math.PI) / 180))
  const tall = Math.max(span, (Math.max(...lats) - Math.min(...lats)) * (1 + 2 * AIR))
  const wide = Math.max(span / squeeze, (east - west) * (1 + 2 * AIR))
  const width = east - west > THIRD ? WIDTH_OF_WORLD : WIDTH
  const scale = Math.min(width / (Math.min(wide, 360) * squeeze), MOST_HEIGHT / tall)
  const height = round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, tall * scale)))
  return {
    west: (west + east) / 2 - width / scale / squeeze / 2,
    north: middle + height / scale / 2,
    squeeze,
    scale,
    width,
    height,
  }
}

/** The longitudes that bound all pins. If it is far shorter, the range crosses the antimeridian, past 180. */
function spanLongitudes(longitudes: readonly number[]): [west: number, east: number] {
  const sorted = longitudes.toSorted((a, b) => a - b)
  const gaps = sorted.map((lon, at) => (sorted[at + 1] ?? sorted[0]! + 360) - lon)
  const widest = gaps.indexOf(Math.max(...gaps))
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  if (360 - gaps[widest]! > (last - first) / 2) return [first, last]
  const west = sorted[(widest + 1) % sorted.length]!
  return [west, west + 360 - gaps[widest]!]
}

/** @param isWithin whether the longitude is brought into the view by a turn around the world */
function project([lon, lat]: Point, { west, north, squeeze, scale }: View, isWithin = false): Point {
  const turned = isWithin ? west + ((((lon - west) % 360) + 360) % 360) : lon
  return [(turned - west) * squeeze * scale, (north - lat) * scale]
}

/** The visible parts of the countries; a view past 180 degrees shows those shifted by 360. */
function showCountries(countries: readonly Country[], view: View): ShownCountry[] {
  const box: Box = [-BLEED, -BLEED, view.width + BLEED, view.height + BLEED]
  return countries.map(({ name, rings }) => ({
    name,
    polygons: rings.flatMap((ring) =>
      [-360, 0, 360].flatMap((turn) => {
        if (!isInView(ring, turn, view)) return []
        const points = ring.points.map(([lon, lat]) => project([lon + turn, lat], view))
        const polygon = thin(clipPolygon(points, box))
        return areaOf(polygon) < LEAST_AREA ? [] : [polygon]
      }),
    ),
  }))
}

function isInView({ bounds: [west, south, east, north] }: Ring, turn: number, view: View): boolean {
  const viewEast = view.west + view.width / view.scale / view.squeeze
  const viewSouth = view.north - view.height / view.scale
  return east + turn >= view.west && west + turn <= viewEast && north >= viewSouth && south <= view.north
}

/** A line whose turns are not too near each other. */
function thin(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const [lastX = Infinity, lastY = Infinity] = kept.at(-1) ?? []
    if (Math.hypot(point[0] - lastX, point[1] - lastY) >= LEAST_TURN) kept.push(point)
  }
  return kept
}

/** Path data in whole units, each point relative to the one before, which takes half the bytes. */
function drawPolygon(polygon: readonly Point[]): string {
  const points = polygon.map(([x, y]): Point => [Math.round(x), Math.round(y)])
  const [first, ...rest] = points
  const steps = rest.map(([x, y], at) => `${x - points[at]![0]} ${y - points[at]![1]}`)
  return `M${first!.join(' ')}l${steps.join(' ')}z`.replaceAll(' -', '-')
}

const drawLabel = ({ text, x, y }: PlacedLabel, className?: string): Element =>
  s('text', { ...(className && { className: [className] }), x: round(x), y: round(y) }, text)

function drawPin(
  { name, number, href, isHere, isInferred }: Pin,
  [x, y]: Point,
  label: PlacedLabel | undefined,
): Element {
  const states = [isHere && 'here', isInferred && 'inferred'].filter((state) => typeof state === 'string')
  return s('a', { href, dataKind: 'place' }, [
    s('title', `${number} ${name}`),
    s('circle', { className: ['mark', ...states], cx: round(x), cy: round(y), r: isHere ? 6 : 4 }),
    ...(label ? [drawLabel(label, isHere ? 'strong' : undefined)] : []),
  ])
}
