import type { ExportParagraph } from './nexis.ts'

/** Columns of blanks from which on a line is set in the middle. */
const CENTRED = 8

/** The paragraphs of a text export: blank lines part them, lines that were wrapped are joined. */
export function splitParagraphs(text: string, firstLine: number): ExportParagraph[] {
  const paragraphs: ExportParagraph[] = []
  let lines: string[] = []
  let start = firstLine
  const close = (): void => {
    if (lines.length > 0) {
      const isCentred = lines.every((line) => /^\s*/.exec(line)![0].length >= CENTRED)
      paragraphs.push({ text: lines.map((line) => line.trim()).join(' '), place: { row: start }, isCentred })
    }
    lines = []
  }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') close()
    else {
      if (lines.length === 0) start = firstLine + index
      lines.push(line)
    }
  }
  close()
  return paragraphs
}
