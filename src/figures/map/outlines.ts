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
  readonly properties?: { readonly name?: string }
}

type Line = readonly (readonly [longitude: number, latitude: number])[]

/** A closed line in degrees; over the antimeridian it goes on past 180. */
export interface Ring {
  readonly points: Line
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
}

/** A country with its coasts and borders, holes among them. */
export interface Country {
  readonly name: string
  readonly rings: readonly Ring[]
}

/** The outlines of all countries. Format: TopoJSON 1.0, sections 2.1.4 (arc indexes) and 2.1.2 (transforms). */
export function decodeOutlines({ transform, arcs, objects }: Topology): Country[] {
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
  return objects.countries.geometries.flatMap(({ type, arcs: of, properties }) => {
    const rings = type === 'Polygon' ? (of as number[][]) : type === 'MultiPolygon' ? (of as number[][][]).flat() : []
    const decoded = rings.map((ring) => ring.flatMap((index, at) => decode(index).slice(at === 0 ? 0 : 1)))
    return decoded.length === 0
      ? []
      : [{ name: properties?.name ?? '', rings: decoded.map((line) => toRing(unwrap(line))) }]
  })
}

function toRing(points: Line): Ring {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return { points, bounds: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] }
}

/** A line over the antimeridian goes on past 180 degrees instead of jumping back across the world. */
function unwrap(ring: Line): Line {
  let turns = 0
  return ring.map(([lon, lat], index) => {
    const step = lon - (ring[index - 1]?.[0] ?? lon)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [lon + turns * 360, lat] as const
  })
}

/** Left, top, right and bottom. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]
export type Point = readonly [x: number, y: number]

/** The part of a polygon inside a box (Sutherland and Hodgman, 1974). Parts of it may be joined along the box's edge. */
export function clipPolygon(polygon: readonly Point[], [left, top, right, bottom]: Box): readonly Point[] {
  const edges = [
    { axis: 0, limit: left, sign: 1 },
    { axis: 0, limit: right, sign: -1 },
    { axis: 1, limit: top, sign: 1 },
    { axis: 1, limit: bottom, sign: -1 },
  ] as const
  return edges.reduce<readonly Point[]>((points, { axis, limit, sign }) => {
    const depth = (point: Point) => (point[axis] - limit) * sign
    return points.flatMap((point, at): Point[] => {
      const before = points.at(at - 1)!
      const [from, to] = [depth(before), depth(point)]
      const share = from / (from - to)
      const crossing: Point[] =
        from >= 0 === to >= 0
          ? []
          : [[before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])]]
      return to >= 0 ? [...crossing, point] : crossing
    })
  }, polygon)
}

/** Area of a polygon, without its sign. */
export function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, [x, y], at) => {
    const [beforeX, beforeY] = polygon.at(at - 1)!
    return sum + beforeX * y - x * beforeY
  }, 0)
  return Math.abs(twice) / 2
}

/** Where a horizontal line runs inside polygons, holes among them: pairs of left and right ends, from the left. */
export function spansAt(polygons: readonly (readonly Point[])[], y: number): [number, number][] {
  const crossings = polygons
    .flatMap((polygon) =>
      polygon.flatMap((point, at) => {
        const before = polygon.at(at - 1)!
        if (before[1] > y === point[1] > y) return []
        return before[0] + ((y - before[1]) / (point[1] - before[1])) * (point[0] - before[0])
      }),
    )
    .sort((a, b) => a - b)
  return Array.from({ length: crossings.length >> 1 }, (_, at) => [crossings[2 * at]!, crossings[2 * at + 1]!])
}
