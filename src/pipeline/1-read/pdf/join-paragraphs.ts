import type { PdfLine } from './order-lines.ts'

/** Lines of one paragraph, in reading order; it may run on from column to column and from page to page. */
export type PdfParagraph = readonly PdfLine[]

/** Distance between baselines, as a multiple of the usual one, from which on a paragraph ends. */
const LOOSE = 1.35
/** An indent, as a multiple of the size of the type. */
const INDENT = 0.6
/** Type that differs by so much belongs to another kind of text. */
const SIZE_STEP = 0.12
/** A line that ends so far before the right edge ends a paragraph: where a sentence ends too, and where none does. */
const SHORTER = 0.25
const MUCH_SHORTER = 0.45

/** Joins lines in reading order to paragraphs by distance, indent, size of type and short last lines. */
export function joinParagraphs(lines: readonly PdfLine[]): PdfParagraph[] {
  const leading = usualLeading(lines)
  const columns = indexColumns(lines)
  const indents = lines.filter((_, index) => isIndented(lines, index, columns)).length
  const measure = { leading, columns, usesIndents: indents >= 3 && indents >= lines.length * 0.05 }
  const paragraphs: PdfLine[][] = []
  for (const [index, line] of lines.entries()) {
    const last = lines[index - 1]
    const isMore = last && !isIndented(lines, index, columns) && goesOn(last, line, measure)
    if (isMore) paragraphs.at(-1)!.push(line)
    else paragraphs.push([line])
  }
  return paragraphs
}

interface Measure {
  readonly leading: (size: number) => number
  readonly columns: ReadonlyMap<PdfLine, { left: number; right: number }>
  /** True where paragraphs begin with an indent, so that a line without one goes on after a column or page. */
  readonly usesIndents: boolean
}

/** The commonest distance between two lines of a size. */
function usualLeading(lines: readonly PdfLine[]): (size: number) => number {
  const steps = new Map<number, number[]>()
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1]
    if (!next || next.page !== line.page || Math.abs(next.size - line.size) > 0.5) continue
    const step = line.y - next.y
    if (step <= line.size * 0.6 || step > line.size * 3.5) continue
    const size = Math.round(line.size)
    steps.set(size, [...(steps.get(size) ?? []), step])
  }
  const usual = new Map([...steps].map(([size, all]) => [size, commonest(all)]))
  return (size) => usual.get(Math.round(size)) ?? size * 1.25
}

/** The smallest of the distances that are most frequent, to half a point. */
function commonest(steps: readonly number[]): number {
  const counts = [...Map.groupBy(steps, (step) => Math.round(step * 2))].toSorted(
    ([a, x], [b, y]) => y.length - x.length || a - b,
  )
  const most = counts[0]![1].length
  const often = counts.filter(([, all]) => all.length >= most * 0.5).toSorted(([a], [b]) => a - b)
  return often[0]![0] / 2
}

/** The column of each line: the left edge that most of the lines above one another share, and the right one. */
function indexColumns(lines: readonly PdfLine[]): Map<PdfLine, { left: number; right: number }> {
  const columns = new Map<PdfLine, { left: number; right: number }>()
  let run: PdfLine[] = []
  const close = (): void => {
    if (run.length === 0) return
    const lefts = [...Map.groupBy(run, ({ left }) => Math.round(left / 3))].filter(
      ([, all]) => all.length >= Math.max(1, run.length * 0.2),
    )
    const left = Math.min(
      ...(lefts.length > 0 ? lefts.flatMap(([, all]) => all.map((line) => line.left)) : run.map((line) => line.left)),
    )
    const right = Math.max(...run.map((line) => line.right))
    for (const line of run) columns.set(line, { left, right })
    run = []
  }
  for (const line of lines) {
    const last = run.at(-1)
    if (
      last &&
      (last.page !== line.page ||
        isOtherSize(last, line) ||
        line.y > last.y + last.size ||
        line.left > last.right ||
        line.right < last.left)
    )
      close()
    run.push(line)
  }
  close()
  return columns
}

const isOtherSize = (a: PdfLine, b: PdfLine) => Math.abs(a.size - b.size) > Math.max(a.size, b.size) * SIZE_STEP

const ENDED = /[.!?…:]["”’»)\]]*$/u

function goesOn(last: PdfLine, line: PdfLine, measure: Measure): boolean {
  const { leading, columns, usesIndents } = measure
  if (isOtherSize(last, line)) return false
  const from = columns.get(last)!
  const isBelow = last.page === line.page && line.y <= last.y
  if (!isBelow) return usesIndents || !ENDED.test(last.text) || /^\p{Ll}/u.test(line.text)
  if (last.y - line.y > leading(line.size) * LOOSE) return false
  const missing = (from.right - last.right) / Math.max(1, from.right - from.left)
  const isStart = /^[\p{Lu}\p{N}"“«‘'–—-]/u.test(line.text)
  return !(isStart && (missing > MUCH_SHORTER || (missing > SHORTER && ENDED.test(last.text))))
}

/** True for a line set in, with the next one at the left edge: the first of a paragraph. */
function isIndented(
  lines: readonly PdfLine[],
  index: number,
  columns: ReadonlyMap<PdfLine, { left: number }>,
): boolean {
  const line = lines[index]!
  const { left } = columns.get(line)!
  return line.left - left > line.size * INDENT && !isHanging(line, lines[index + 1], lines[index + 2], left)
}

/**
 * The lines of a list item or of a centred headline are indented. In a paragraph of one line, the first line of the
 * next paragraph is indented too, but its second is not.
 */
function isHanging(line: PdfLine, next: PdfLine | undefined, second: PdfLine | undefined, left: number): boolean {
  if (!next || next.page !== line.page || Math.abs(next.left - line.left) >= 1 || next.y >= line.y) return false
  return !second || Math.abs(second.left - left) >= 1 || ENDED.test(next.text)
}

/** Evidence of hyphenation in a document. */
export interface Hyphenation {
  /** Words of the document in lower case, compounds with their hyphens. */
  readonly known: ReadonlySet<string>
  /** True where enough lines end with a hyphen to show that a program hyphenated the text. */
  readonly isAutomatic: boolean
}

/** Share of the lines that end with a hyphen where words are divided at line ends. */
const DIVIDED = 0.02

/** Reads from its lines how a document divides words. */
export function readHyphenation(lines: readonly PdfLine[]): Hyphenation {
  const words = lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [])
  const divided = lines.filter(({ text }) => /\p{Ll}-$/u.test(text)).length
  return { known: new Set(words), isAutomatic: divided >= 2 && divided >= lines.length * DIVIDED }
}

/** The words of a paragraph; a word that a line end divides is joined. */
export function joinWords(paragraph: PdfParagraph, hyphenation: Hyphenation): string {
  let text = ''
  for (const { text: line } of paragraph) text = text === '' ? line : joinLines(text, line, hyphenation)
  return text
}

function joinLines(text: string, line: string, { known, isAutomatic }: Hyphenation): string {
  const hyphen = /(?<![\p{L}\p{M}]-?)((?:[\p{L}\p{M}]+-)*[\p{L}\p{M}]+)([\u00AD\u2010-])$/u.exec(text)
  const rest = /^[\p{L}\p{M}]+(-[\p{L}\p{M}]+)?/u.exec(line)
  if (!hyphen || !rest) return `${text} ${line}`
  if (/^\p{Lu}/u.test(rest[0])) return text + line
  if (hyphen[2] !== '-') return text.slice(0, -1) + line
  const joined = `${hyphen[1]}${rest[0]}`.toLowerCase()
  const compound = `${hyphen[1]}-${rest[0]}`.toLowerCase()
  const isCompound = known.has(joined)
    ? false
    : known.has(compound) || rest[1] !== undefined || hyphen[1]!.includes('-') || !isAutomatic
  return isCompound ? text + line : text.slice(0, -1) + line
}
