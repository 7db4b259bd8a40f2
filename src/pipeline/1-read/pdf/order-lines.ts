import { readLabel } from '../labels.ts'
/** A piece of text on a page, in points from the lower left corner. */
export interface TextItem {
  readonly str: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Words on one line of one column. */
export interface PdfLine {
  readonly text: string
  /** Page, counted from 1. */
  readonly page: number
  readonly left: number
  readonly right: number
  /** Its baseline. */
  readonly y: number
  /** Size of its type. */
  readonly size: number
}

/** A gap wider than this many times the type size separates two lines side by side. */
const COLUMN_GAP = 1.1
/** Justified lines have wide spaces, which the file draws as such. */
const BRIDGED_GAP = 2.5
/** Pieces whose baselines differ by less than this share of the size are on one line. */
const SAME_LINE = 0.35

/** Joins the pieces of a page to lines, in the order in which the file draws them. */
export function readLines(items: readonly TextItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let open: TextItem[] = []
  const close = (): void => {
    if (open.length > 0) lines.push(toLine(open, page))
    open = []
  }
  let isBridged = false
  for (const item of items) {
    if (item.str.trim() === '') {
      isBridged ||= item.str !== ''
      continue
    }
    const last = open.at(-1)
    if (last && !isSameLine(last, item, isBridged ? BRIDGED_GAP : COLUMN_GAP)) close()
    open.push(item)
    isBridged = false
  }
  close()
  return lines.filter(({ text }) => text !== '')
}

function isSameLine(last: TextItem, next: TextItem, most: number): boolean {
  const size = Math.max(last.height, next.height, 1)
  const gap = next.x - (last.x + last.width)
  return Math.abs(last.y - next.y) < size * SAME_LINE && gap < size * most && gap > -size * 2
}

function toLine(items: readonly TextItem[], page: number): PdfLine {
  let text = ''
  let end = Number.NaN
  for (const { str, x, width, height } of items) {
    const isApart = text !== '' && !text.endsWith(' ') && !str.startsWith(' ') && x - end > height * 0.12
    text += (isApart ? ' ' : '') + str
    end = x + width
  }
  return {
    text: resolveLigatures(text).replaceAll(/\s+/g, ' ').trim(),
    page,
    left: Math.min(...items.map(({ x }) => x)),
    right: Math.max(...items.map(({ x, width }) => x + width)),
    y: items[0]!.y,
    size: Math.max(...items.map(({ height }) => height)),
  }
}

/** Replaces ligatures of Latin type by their letters; other characters stay. */
function resolveLigatures(text: string): string {
  return text.replaceAll(/[\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKC'))
}

/** Lines on each side of a gutter, and the width of a column in points, without which there are no columns. */
const LEAST_LINES = 3
const LEAST_WIDTH = 50
/** Share of the lines that may run across a gutter, as headlines and pictures' captions do. */
const MOST_ACROSS = 0.3
const MAX_COLUMNS = 6

/**
 * Brings the lines of a page into reading order: what runs across parts the page into bands; in each band the columns
 * are read one after the other, each from top to bottom.
 */
export function orderLines(lines: readonly PdfLine[], depth = 0): PdfLine[] {
  const gutter = depth < MAX_COLUMNS ? findGutter(lines) : undefined
  if (gutter === undefined) return lines.toSorted((a, b) => compareLines(a, b))
  const ordered: PdfLine[] = []
  let band: PdfLine[] = []
  const close = (): void => {
    const left = band.filter((line) => line.right <= gutter + 1)
    const right = band.filter((line) => line.right > gutter + 1)
    ordered.push(...orderLines(left, depth + 1), ...orderLines(right, depth + 1))
    band = []
  }
  for (const line of lines.toSorted((a, b) => compareLines(a, b))) {
    if (isAcross(line, gutter)) {
      close()
      ordered.push(line)
    } else band.push(line)
  }
  close()
  return ordered
}

/** From top to bottom; on one height from left to right. */
function compareLines(a: PdfLine, b: PdfLine): number {
  return Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.5 ? a.left - b.left : b.y - a.y
}

const isAcross = (line: PdfLine, gutter: number) => line.left < gutter - 1 && line.right > gutter + 1

/** The place between two columns: where the fewest lines run across, with enough lines on both sides at one height. */
function findGutter(lines: readonly PdfLine[]): number | undefined {
  if (lines.length < 2 * LEAST_LINES) return undefined
  const places = [...new Set(lines.map(({ left }) => left))].map((left) => {
    const ends = lines.filter(({ right }) => right <= left).map(({ right }) => right)
    return ends.length === 0 ? Number.NaN : (Math.max(...ends) + left) / 2
  })
  const scored = places
    .filter((place) => !Number.isNaN(place))
    .map((place) => ({ place, across: lines.filter((line) => isAcross(line, place)).length }))
    .filter(({ place, across }) => across <= lines.length * MOST_ACROSS && isBetweenColumns(lines, place))
    .toSorted((a, b) => a.across - b.across || a.place - b.place)
  return scored[0]?.place
}

function isBetweenColumns(lines: readonly PdfLine[], place: number): boolean {
  const left = lines.filter((line) => line.right <= place + 1)
  const right = lines.filter((line) => line.left >= place - 1)
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return false
  const widthOf = (side: readonly PdfLine[]) =>
    Math.max(...side.map((one) => one.right)) - Math.min(...side.map((one) => one.left))
  if (widthOf(left) < LEAST_WIDTH || widthOf(right) < LEAST_WIDTH) return false
  const beside = left.filter((line) =>
    right.some((other) => Math.abs(other.y - line.y) < Math.max(line.size, other.size) * 6),
  )
  return beside.length >= LEAST_LINES
}

/** Share of a page's height, at its head and at its foot, that may hold running lines. */
const MARGIN = 0.13
const PAGE_NUMBER = readLabel('page-number', 'iu')

/** The lines of a document that belong to its pages and not to its text: running heads and feet, page numbers. */
export function findRunning(pages: readonly (readonly PdfLine[])[], heights: readonly number[]): Set<PdfLine> {
  const marginal = pages.flatMap((lines, index) => lines.filter((line) => isMarginal(line, heights[index]!)))
  const groups = Map.groupBy(marginal, (line) => `${plain(line.text)} ${Math.round(line.y / 6)}`)
  const running = new Set<PdfLine>()
  for (const group of groups.values()) {
    const count = new Set(group.map(({ page }) => page)).size
    if (count >= 2 && count >= Math.min(pages.length, 3) * 0.5) for (const line of group) running.add(line)
  }
  for (const line of marginal) if (PAGE_NUMBER.test(line.text)) running.add(line)
  return running
}

const isMarginal = ({ y, size }: PdfLine, height: number) => y + size > height * (1 - MARGIN) || y < height * MARGIN

/** Numbers differ from page to page. */
const plain = (text: string) => text.replaceAll(/\d+/g, '0').replaceAll(/\s+/g, ' ').toLowerCase()

/** True for a line that gives only the number of the page. */
export const isPageNumber = ({ text }: PdfLine) => PAGE_NUMBER.test(text)
