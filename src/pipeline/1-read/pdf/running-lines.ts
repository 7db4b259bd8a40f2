import type { PdfLine } from './read-lines.ts'

/** Share of a page's height, at its head and at its foot, in which running lines stand. */
const MARGIN = 0.13
const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:page|p\.|seite|pagina|página)\s*)?\d{1,4}(?:\s*(?:of|\/|von|de|di|sur)\s*\d{1,4})?(?:\s*[-–—|])?$/iu

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
