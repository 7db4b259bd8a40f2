import { getDocumentProxy } from 'unpdf'
import type { Provenance, Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import { isNameLine, readBylineLine } from '../html/kinds.ts'
import { stripTracking } from '../html/page-head.ts'
import { splitAuthors } from '../html/read-metadata.ts'
import type { PdfParagraph } from '../pdf/join-paragraphs.ts'
import { joinParagraphs, joinWords, readHyphenation } from '../pdf/join-paragraphs.ts'
import type { PdfLine } from '../pdf/order-lines.ts'
import { findRunning, isPageNumber, orderLines, readLines } from '../pdf/order-lines.ts'
import { languageTag } from '../records/read-records.ts'
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
  const read = stateDocument(document, blocks, [...running])
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

/**
 * Metadata from running lines and the file's properties. The date on which the PDF was made is not the article's
 * date.
 */
function stateDocument(
  { info }: PdfText,
  blocks: readonly ReadBlock[],
  running: readonly PdfLine[],
): { stated: Stated[]; provenance: Provenance } {
  const words = (name: string) => (typeof info[name] === 'string' ? (info[name] as string).trim() : '')
  const text = blocks
    .slice(0, 12)
    .map((block) => block.text)
    .join(' ')
  const [title = '', site] = words('Title').split(/\s+[|–—]\s+(?=[^|–—]{2,60}$)/)
  const headline =
    blocks.find(({ role }) => role === 'headline')?.text ?? (title && text.includes(title) ? title : undefined)
  const heads = { ...readMasthead(blocks), ...readRunning(running, headline ?? title) }
  const author = words('Author')
  const named = blocks.find(({ rule }) => rule === 'boilerplate/name-below-headline')?.text
  const tag = languageTag(words('Language'))
  const say = (field: Stated['field'], value: string | string[] | undefined, place: string): Stated[] =>
    value === undefined || value.length === 0 ? [] : [{ field, value, place }]
  return {
    stated: [
      ...say('headline', headline, 'largest type of the first page'),
      ...say('publisher', heads.publisher, 'head of the page'),
      ...say('publisher', site, 'title in the PDF’s record'),
      ...say(
        'authors',
        author && text.toLowerCase().includes(author.toLowerCase()) ? [author] : undefined,
        'author in the PDF’s record, whom the first page names',
      ),
      ...(named === undefined
        ? []
        : isNameLine(named)
          ? say('authors', splitAuthors(named), 'line below the headline')
          : readBylineLine([{ text: named, role: 'credit' }])),
      ...say('date', heads.date, 'head of the page'),
      ...say('url', heads.url, 'foot of the printed page'),
      ...say('language', tag, 'language of the PDF'),
    ],
    provenance: heads.printed ? { accessed: heads.printed } : {},
  }
}

/** “Upland Herald | 17 May 2024” above the headline of a single page; without a day it may be anything. */
function readMasthead(blocks: readonly ReadBlock[]): RunningFacts {
  for (const { text } of blocks.filter(({ rule }) => rule === 'boilerplate/above-headline')) {
    const parts = text.split(/\s+[|·•–—]\s+/)
    const dated = parts.find((part) => part.length < 40 && findDay(part) !== undefined)
    if (dated === undefined) continue
    const [name, more] = parts.filter((part) => part !== dated)
    const isName = name !== undefined && more === undefined && /^\p{Lu}/u.test(name) && name.split(' ').length <= 6
    return { date: findDay(dated)!, ...(isName && { publisher: name }) }
  }
  return {}
}

interface RunningFacts {
  readonly publisher?: string
  readonly date?: string
  /** Day on which a browser printed the page. */
  readonly printed?: string
  readonly url?: string
}

/** Browsers print day and hour, title and address around a page; papers print their name and day. */
function readRunning(running: readonly PdfLine[], headline: string): RunningFacts {
  const texts = [...new Set(running.filter((line) => !isPageNumber(line)).map(({ text }) => text))]
  const clock = texts.find((text) => /\b\d{1,2}:\d\d\b/.test(text) && /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/.test(text))
  const address = texts
    .map((text) => /https?:\/\/\S+/.exec(text)?.[0])
    .find((one) => one !== undefined && !/…|\.\.\.$/.test(one))
  const dated = texts.find((text) => text !== clock && findDay(text) !== undefined)
  const named = texts.find(
    (text) =>
      ![clock, dated].includes(text) &&
      !/https?:|\d{1,2}[./]\d/.test(text) &&
      text.length <= 60 &&
      /^\p{Lu}/u.test(text) &&
      !headline.startsWith(text.slice(0, 20)) &&
      text.split(' ').length <= 6,
  )
  const printed = clock && dayOfPrinting(clock)
  const url = address && URL.canParse(address) ? stripTracking(new URL(address)) : undefined
  return {
    ...(named && { publisher: named }),
    ...(dated && { date: findDay(dated)! }),
    ...(printed && { printed }),
    ...(url && { url }),
  }
}

/** “12/03/2021, 09:14” has its day first, “3/12/21, 9:14 AM” its month. */
function dayOfPrinting(words: string): string | undefined {
  const read = findDay(words)
  if (read) return read
  const [, first, second, year] = /(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/.exec(words) ?? []
  if (!first || !second || !year) return undefined
  const [month, day] = /\b[ap]\.?m\b/i.test(words) ? [first, second] : [second, first]
  return findDay(`${year.length === 2 ? `20${year}` : year}-${month}-${day}`)
}
