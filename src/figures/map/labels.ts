import { areaOf, type Box, type Point, spansAt } from './outlines.ts'

/** Average width of a letter, in the size of names. */
const LETTER = 6.1
const HEIGHT = 12
/** From a pin's middle to its label. */
const BESIDE = 9
const BELOW = 17

/** A label with its left end and its baseline. */
export interface PlacedLabel {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Finds room for labels on a drawing: none covers another, a pin or the edge. */
export class LabelRoom {
  readonly #taken: Box[]
  readonly #size: Point

  /**
   * @param size width and height of the drawing
   * @param pins middles of the pins, which no label may cover
   */
  constructor(size: Point, pins: readonly Point[]) {
    this.#size = size
    this.#taken = pins.map(([x, y]) => [x - 5, y - 5, x + 5, y + 5])
  }

  /** The first of several wordings for which there is room beside a pin: to its right, left, above or below. */
  besidePin([x, y]: Point, wordings: readonly string[]): PlacedLabel | undefined {
    for (const text of wordings) {
      const width = widthOf(text)
      const places: Point[] = [
        [x + BESIDE, y + 4],
        [x - BESIDE - width, y + 4],
        [x - width / 2, y - BESIDE],
        [x - width / 2, y + BELOW],
      ]
      const found = places.find((at) => this.#isFree(boxOf(text, at)))
      if (found) return this.#take(text, found)
    }
    return undefined
  }

  /** Inside a country, as near to its middle as there is room. */
  insideCountry(text: string, polygons: readonly (readonly Point[])[]): PlacedLabel | undefined {
    const width = widthOf(text)
    const [middleX, middleY] = middleOf(polygons)
    const found: { at: Point; distance: number }[] = []
    for (let y = HEIGHT; y < this.#size[1]; y += HEIGHT / 2) {
      for (const [left, right] of spansAt(polygons, y - HEIGHT / 3)) {
        if (right - left < width + 2) continue
        const x = Math.max(left + 1, Math.min(middleX - width / 2, right - width - 1))
        const at: Point = [x, y]
        if (this.#isFree(boxOf(text, at)))
          found.push({ at, distance: Math.hypot(x + width / 2 - middleX, y - middleY) })
      }
    }
    const [nearest] = found.sort((a, b) => a.distance - b.distance)
    return nearest && this.#take(text, nearest.at)
  }

  #isFree([left, top, right, bottom]: Box): boolean {
    const [width, height] = this.#size
    const isInside = left >= 3 && top >= 2 && right <= width - 3 && bottom <= height - 2
    return (
      isInside && this.#taken.every((box) => box[0] >= right || box[2] <= left || box[1] >= bottom || box[3] <= top)
    )
  }

  #take(text: string, at: Point): PlacedLabel {
    this.#taken.push(boxOf(text, at))
    return { text, x: at[0], y: at[1] }
  }
}

const widthOf = (text: string) => text.length * LETTER
const boxOf = (text: string, [x, y]: Point): Box => [x, y - HEIGHT + 2, x + widthOf(text), y + 3]

/** The centroid of the largest polygon. */
function middleOf(polygons: readonly (readonly Point[])[]): Point {
  const largest = polygons.reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a), polygons[0] ?? [])
  let [sumX, sumY, sumArea] = [0, 0, 0]
  largest.forEach(([x, y], at) => {
    const [beforeX, beforeY] = largest.at(at - 1)!
    const area = beforeX * y - x * beforeY
    sumX += (beforeX + x) * area
    sumY += (beforeY + y) * area
    sumArea += area
  })
  return [sumX / sumArea / 3, sumY / sumArea / 3]
}
