import { isFactiva, readFactiva } from '../databases/factiva.ts'
import { readNexisDocument } from '../databases/nexis.ts'
import { isProQuest, readProQuest } from '../databases/proquest.ts'
import { splitParagraphs } from '../databases/export-text.ts'
import { withDistinctLocators } from '../records/read-records.ts'
import { decodeText } from './text.ts'
import type { Format, FormatInput, ReadArticle, ReadFile } from './format.ts'

const COUNTER = /^[ \t]{0,80}(?:document )?\d{1,4} of \d{1,5} documents?[ \t]*\r?$/gim

/** Text exports of press databases, in the manner of LexisNexis, Factiva and ProQuest: an article a document. */
export const database: Format = {
  name: 'database',
  version: 1,
  maxBytes: 100_000_000,
  extensions: ['.txt'],
  recognises: ({ bytes, extension }) => {
    if (!['.txt', '', '.text'].includes(extension)) return false
    const head = bytes
      .subarray(0, 8000)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
    return new RegExp(COUNTER.source, 'im').test(head.trimStart().slice(0, 400)) || isFactiva(head) || isProQuest(head)
  },
  read: ({ file, bytes, encoding: declared }: FormatInput): ReadFile => {
    const { text, encoding, notes } = decodeText(file, bytes, declared)
    const articles = isFactiva(text)
      ? readFactiva(text, encoding)
      : isProQuest(text)
        ? readProQuest(text, encoding)
        : readNexis(text, encoding)
    return { articles: withDistinctLocators(articles), notes }
  },
}

function readNexis(text: string, encoding: string): ReadArticle[] {
  const starts = [...text.matchAll(COUNTER)].map(({ 0: words, index }) => index + words.length)
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? text.length
    const own = text.slice(start, end).replace(new RegExp(COUNTER.source, 'im'), '')
    return readNexisDocument(splitParagraphs(own, text.slice(0, start).split('\n').length), encoding)
  })
}
