import { getDocumentProxy } from 'unpdf'
import { isNameLine, readBylineLine } from '../html/kinds.ts'
import type { PdfParagraph } from '../pdf/join-paragraphs.ts'
import { joinParagraphs, joinWords, readHyphenation } from '../pdf/join-paragraphs.ts'
import type { PdfLine } from '../pdf/order-lines.ts'
import { findRunning, orderLines, readLines } from '../pdf/order-lines.ts'
import { stateDocument } from '../pdf/state-document.ts'
import type { Format, FormatInput, ReadBlock, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { readLabel } from '../labels.ts'

const MAX_PAGES = 1000
/** Characters that a page of text has at least; scans have none, or a stamp. */
const LEAST_CHARACTERS = 20

/** PDF with a text layer: columns, running heads and feet, words divided at line ends. */
export const pdf: Format = {
  name: 'pdf',
  version: 1,
  maxBytes: 100_000_000,
  extensions: ['.pdf'],
  recognises: ({ bytes }) => bytes.subarray(0, 1024).includes('%PDF-'),
  read: readPdf,
}

interface PdfText {
  readonly pages: readonly (readonly PdfLine[])[]
  readonly heights: readonly number[]
  readonly labels: readonly string[] | undefined
  readonly info: Readonly<Record<string, unknown>>
}

async function readPdf({ bytes }: FormatInput): Promise<ReadFile> {
  const document = await readDocument(bytes)
  const characters = document.pages.flat().reduce((sum, { text }) => sum + text.length, 0)
  if (characters < LEAST_CHARACTERS)
    throw new Refusal({
      rule: 'read/no-text-layer',
      reason: 'Unexpected PDF without a text layer: its pages are pictures, and need text recognition (OCR)',
      hint: 'Make one, for example: ocrmypdf scan.pdf with-text.pdf',
    })
  const running = findRunning(document.pages, document.heights)
  const lines = document.pages.flatMap((page) => orderLines(page.filter((line) => !running.has(line))))
  const paragraphs = joinParagraphs(lines.filter(({ text }) => !/^[•·▪◦‣○●■*–-]$/.test(text)))
  const blocks = layOut(paragraphs, [...running], document)
  const read = stateDocument(document.info, blocks, [...running])
  return { articles: [{ blocks, encoding: 'utf-8', ...read }], notes: [] }
}

async function readDocument(bytes: Uint8Array): Promise<PdfText> {
  const document = await openDocument(bytes)
  if (document.numPages > MAX_PAGES)
    throw new Refusal({
      rule: 'read/too-many-pages',
      reason: `Unexpected PDF of ${document.numPages} pages, expected at most ${MAX_PAGES}`,
      hint: 'Take out the pages of the article.',
    })
  const labels = (await document.getPageLabels().catch(() => null)) ?? undefined
  const info = ((await document.getMetadata().catch(() => undefined))?.info ?? {}) as Record<string, unknown>
  const pages: PdfLine[][] = []
  const heights: number[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    heights.push(page.getViewport({ scale: 1 }).height)
    pages.push(
      readLines(
        items.flatMap((item) =>
          'str' in item
            ? [
                {
                  str: item.str,
                  x: item.transform[4],
                  y: item.transform[5],
                  width: item.width,
                  height: item.height || Math.abs(item.transform[3]),
                },
              ]
            : [],
        ),
        number,
      ),
    )
    page.cleanup()
  }
  return { pages, heights, labels, info }
}

async function openDocument(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
      stopAtErrors: false,
    })
  } catch (error) {
    // The library's own code was not found: no fault of the file.
    if ((error as Error).message.includes('could not be resolved')) throw error
    const isLocked = (error as Error).name === 'PasswordException'
    throw new Refusal({
      rule: isLocked ? 'read/locked' : 'read/damaged',
      reason: isLocked
        ? 'Unexpected PDF that is locked with a password'
        : `Unexpected contents, expected a PDF: ${(error as Error).message.slice(0, 120)}`,
      hint: isLocked ? 'Save a copy without a password.' : 'Download or export it again.',
    })
  }
}

/** Type of a headline is so much larger than that of the text. */
const HEADLINE = 1.12

function layOut(paragraphs: readonly PdfParagraph[], running: readonly PdfLine[], { labels }: PdfText): ReadBlock[] {
  const hyphenation = readHyphenation(paragraphs.flat())
  const head = findHeadline(paragraphs)
  const placeOf = ({ page }: PdfLine) => {
    const label = labels?.[page - 1]
    return { page, ...(label && label !== String(page) && { pageLabel: label }) }
  }
  const at = head ? paragraphs.indexOf(head) : -1
  const isPrinted = running.some(({ text }) => /https?:\/\//.test(text))
  const comments = isPrinted ? paragraphs.findIndex((one, index) => index > at && COMMENTS.test(one[0]!.text)) : -1
  return [
    ...paragraphs.map((paragraph, index): ReadBlock => {
      const block = { text: joinWords(paragraph, hyphenation), place: placeOf(paragraph[0]!) }
      if (index === at) return { ...block, role: 'headline' }
      if (index < at) return { ...block, role: 'aside', kind: 'navigation', rule: 'boilerplate/above-headline' }
      if (comments >= 0 && index >= comments)
        return { ...block, role: 'aside', kind: 'comment', rule: 'boilerplate/comments' }
      if (index === at + 1 && (isNameLine(block.text) || readBylineLine([{ ...block, role: 'credit' }]).length > 0))
        return { ...block, role: 'aside', kind: 'byline', rule: 'boilerplate/name-below-headline' }
      return { ...block, role: 'open' }
    }),
    ...running.map(
      (line): ReadBlock => ({
        text: line.text,
        role: 'aside',
        kind: 'running-head',
        rule: 'boilerplate/running-line',
        place: placeOf(line),
      }),
    ),
  ]
}

/** Heading of the comments below a printed page’s text. */
const COMMENTS = readLabel('comments', 'i')

/** The largest type of the first page, when it is larger than that of the text. */
function findHeadline(paragraphs: readonly PdfParagraph[]): PdfParagraph | undefined {
  const sizes = Map.groupBy(paragraphs, ([line]) => Math.round(line!.size * 2) / 2)
  const lengthOf = (all: readonly PdfParagraph[]) => all.flat().reduce((sum, { text }) => sum + text.length, 0)
  const body = [...sizes].toSorted(([, a], [, b]) => lengthOf(b) - lengthOf(a))[0]?.[0] ?? 0
  const first = paragraphs.filter(([line]) => line!.page === 1 && line!.size >= body * HEADLINE)
  const lettered = first.filter(
    (paragraph) => /\p{L}{2}/u.test(paragraph[0]!.text) && lengthOf([paragraph]) >= 8 && lengthOf([paragraph]) < 300,
  )
  return lettered.toSorted((a, b) => b[0]!.size - a[0]!.size)[0]
}
