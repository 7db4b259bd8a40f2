/** A TopoJSON topology of countries, as the package `world-atlas` holds it (quantised, delta-encoded arcs). */
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
