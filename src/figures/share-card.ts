import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { s } from 'hastscript'
import { round } from './drawing.ts'

/** Words set in type: outlines in units of the drawing from a baseline at 0, and how wide they run. */
export interface SetWords {
  readonly shapes: readonly { readonly d: string; readonly x: number }[]
  /** Units of the drawing a unit of the outlines. */
  readonly scale: number
  readonly width: number
}

/** Sets a text in a font at a size; what the font does not hold is left out. */
export type SetType = (text: string, size: number) => SetWords

/** Content of an image for shared links. */
export interface ShareCard {
  /** Kind and counts of the page, the most important first. */
  readonly parts: readonly string[]
  readonly title: string
  readonly foot: string
  /** Colour of the kind, `#rrggbb`. */
  readonly colour: string
}

/** The image's own measure; it is drawn at two thirds of it. */
const WIDTH = 1200
const HEIGHT = 630
const [DRAWN_WIDTH, DRAWN_HEIGHT] = [800, 420]
const MARGIN = 84
const SIZES = [76, 64, 54, 46] as const
const MOST_LINES = 4
const KICKER = 30
const fits = (text: string, size: number, set: SetType) => set(text, size).width <= WIDTH - 2 * MARGIN
const [PAPER, INK, QUIET] = ['#fbfaf6', '#1d1b18', '#5a564e']

/** The image as an SVG without any text element: the words are outlines, so every machine draws the same. */
export function drawShareCard({ parts, title, foot, colour }: ShareCard, set: SetType): string {
  const { lines, size } = fitTitle(title, set)
  const leading = size * 1.16
  const top = HEIGHT / 2 - ((lines.length - 1) * leading) / 2 + size * 0.3
  const root = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      width: DRAWN_WIDTH,
      height: DRAWN_HEIGHT,
    },
    [
      s('rect', { width: WIDTH, height: HEIGHT, fill: PAPER }),
      s('rect', { width: 14, height: HEIGHT, fill: colour }),
      placeWords(set(joinFitting(parts, set), KICKER), MARGIN, 110, colour),
      ...lines.map((line, index) => placeWords(set(line, size), MARGIN, top + index * leading, INK)),
      placeWords(set(cutToFit(foot, 28, set), 28), MARGIN, HEIGHT - 70, QUIET),
    ],
  )
  return toHtml(root, { space: 'svg' })
}

function placeWords({ shapes, scale }: SetWords, x: number, y: number, fill: string): Element {
  const paths = shapes
    .filter(({ d }) => d !== '')
    .map(({ d, x: at }) => s('path', { d, transform: `translate(${round(at)} 0)` }))
  return s('g', { fill, transform: `translate(${round(x)} ${round(y)}) scale(${scale} ${-scale})` }, paths)
}

/** As many parts as one line holds. */
function joinFitting(parts: readonly string[], set: SetType): string {
  const joined = parts.map((_, index) => parts.slice(0, index + 1).join(' · '))
  return joined.findLast((line) => fits(line, KICKER, set)) ?? cutToFit(parts[0] ?? '', KICKER, set)
}

/** The words of a text that one line holds. */
function cutToFit(text: string, size: number, set: SetType): string {
  if (fits(text, size, set)) return text
  const words = text.split(' ')
  const shorter = words.map((_, index) => `${words.slice(0, index).join(' ')} …`)
  return shorter.findLast((line) => fits(line, size, set)) ?? ''
}

/** The title in the largest size in which it fits on four lines; a longer one is cut. */
function fitTitle(title: string, set: SetType): { lines: string[]; size: number } {
  const fitting = SIZES.map((size) => ({ lines: breakLines(title, size, set), size }))
  const found = fitting.find(({ lines }) => lines.length <= MOST_LINES) ?? fitting.at(-1)!
  const lines = found.lines.slice(0, MOST_LINES)
  return {
    size: found.size,
    lines: lines.map((line, index) =>
      cutToFit(index === MOST_LINES - 1 && found.lines.length > MOST_LINES ? `${line} …` : line, found.size, set),
    ),
  }
}

function breakLines(text: string, size: number, set: SetType): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && fits(longer, size, set)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
