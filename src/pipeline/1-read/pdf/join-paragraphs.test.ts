import { expect, test } from 'vitest'
import { joinParagraphs } from './join-paragraphs.ts'
import type { PdfLine } from './order-lines.ts'

/** Lines of ten-point type from top to bottom; `>` sets a line in, `.` at its end makes it short. */
const setLines = (texts: readonly string[]): PdfLine[] =>
  texts.map((text, index) => ({
    text: text.replace('>', ''),
    page: 1,
    left: text.startsWith('>') ? 70 : 60,
    right: text.endsWith('.') ? 200 : 300,
    y: 700 - index * 12,
    size: 10,
  }))

test.each([
  [
    'an indent begins a paragraph',
    ['>The dam held', 'for one night.', '>Nobody knew', 'why it did.', '>A report', 'is due soon.'],
    ['The dam held for one night.', 'Nobody knew why it did.', 'A report is due soon.'],
  ],
  [
    'a paragraph of one line',
    ['>The dam held', 'for one night.', '>What else?', '>A report', 'is due soon.', '>The end', 'of it.'],
    ['The dam held for one night.', 'What else?', 'A report is due soon.', 'The end of it.'],
  ],
])('%s', (_, lines, expected) => {
  const paragraphs = joinParagraphs(setLines(lines))
  expect(paragraphs.map((paragraph) => paragraph.map(({ text }) => text).join(' '))).toEqual(expected)
})
