import type { Place } from '../../../model/extracted.ts'
import { splitAuthors } from '../html/read-metadata.ts'
import { readLabel } from '../labels.ts'

const WRITER_ROLE = readLabel('writer-role', 'i')

/** A paragraph of an export, its lines joined. */
export interface ExportParagraph {
  readonly text: string
  readonly place: Place
  readonly isHeading?: boolean
  /** True for a line set in the middle, as exports set the publication, the day and the copyright. */
  readonly isCentred?: boolean
}

/** Names of a byline field: “By A and B”, “A AND B” in capitals, “Brandt, Kofi; Duiker, Sanne”. */
export function readAuthorNames(words: string): string[] {
  const bare = words.replace(/^\s*by\s+/i, '').replace(WRITER_ROLE, '')
  const parts =
    /;/.test(bare) || (/^[^,]+,\s*[^,]+$/.test(bare) && !/\band\b|&/i.test(bare) && !isTwoNames(bare))
      ? bare.split(';').map(turnRound)
      : splitAuthors(bare)
  return parts.map((name) => calm(name.trim())).filter((name) => /\p{L}/u.test(name))
}

/** “Ines Okafor, Bruno Vale” are two, “Okafor, Ines” is one. */
function isTwoNames(words: string): boolean {
  const [first = '', second = ''] = words.split(',')
  return first.trim().includes(' ') && second.trim().includes(' ')
}

function turnRound(name: string): string {
  const match = /^\s*([^,]+),\s*([^,]+?)\s*$/.exec(name)
  return match ? `${match[2]} ${match[1]}` : name
}

/** A name in capitals as it is usually written. */
function calm(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name.replaceAll(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    word.length > 1 ? word[0]! + word.slice(1).toLowerCase() : word,
  )
}

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
