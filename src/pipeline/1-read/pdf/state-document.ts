import type { Provenance, Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ReadBlock } from '../formats/format.ts'
import { isNameLine, readBylineLine } from '../html/kinds.ts'
import { stripTracking } from '../html/page-head.ts'
import { splitAuthors } from '../html/read-metadata.ts'
import { languageTag } from '../labels.ts'
import type { PdfLine } from './order-lines.ts'
import { isPageNumber } from './order-lines.ts'

/**
 * Metadata from running lines and the file's properties. The date on which the PDF was made is not the article's
 * date.
 */
export function stateDocument(
  info: Readonly<Record<string, unknown>>,
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
