/** A piece of text as it stands on a page, in points from the lower left corner. */
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

/** A gap wider than so many times the size of the type parts two lines that stand side by side. */
const COLUMN_GAP = 1.1
/** Justified lines have wide spaces, which the file draws as such. */
const BRIDGED_GAP = 2.5
/** Pieces whose baselines differ by less than this share of the size stand on one line. */
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

/** Ligatures of Latin type as the letters they stand for; other characters stay. */
function resolveLigatures(text: string): string {
  return text.replaceAll(/[\uFB00-\uFB06]/g, (sign) => sign.normalize('NFKC'))
}
