import { Unzip, UnzipInflate } from 'fflate'
import { withDistinctLocators } from '../records/read-records.ts'
import { PageCollector } from '../warc/collect-pages.ts'
import { listPartNames } from '../zip/unpack.ts'
import type { Format, FormatInput, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { makeFeed } from './warc.ts'

/** Web archives in a package (WACZ): its list of pages says which records somebody wanted. */
export const wacz: Format = {
  name: 'wacz',
  version: 1,
  maxBytes: 10_000_000_000,
  isStreamed: true,
  extensions: ['.wacz'],
  recognises: ({ bytes, extension }) =>
    bytes.subarray(0, 2).toString('latin1') === 'PK' &&
    (extension === '.wacz' || listPartNames(bytes).some((name) => /^archive\/.*\.warc(?:\.gz)?$/.test(name))),
  read: readWacz,
}

const PAGES = /^pages\/(?:pages|extraPages)\.jsonl$/
const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/
const MAX_LIST = 20_000_000

/** Read twice: the list of pages often stands behind the archive. */
async function readWacz(input: FormatInput): Promise<ReadFile> {
  let list = ''
  await walkZip(input, (name) => {
    if (!PAGES.test(name)) return undefined
    return (piece) => {
      if (list.length + piece.length > MAX_LIST)
        throw new Refusal({
          rule: 'read/unpacks-too-large',
          reason: `Unexpected list of pages of more than ${MAX_LIST} bytes`,
        })
      list += Buffer.from(piece).toString('utf8')
    }
  })
  const pages = readPageList(list)
  const collector = new PageCollector(input, (address) => pages.size === 0 || pages.has(withoutFragment(address)))
  await walkZip(input, (name) => {
    if (!ARCHIVE.test(name)) return undefined
    const parser = collector.open()
    const feed = makeFeed((bytes) => parser.push(bytes))
    return (piece) => feed(Buffer.from(piece))
  })
  const articles = withDistinctLocators(collector.articles)
  const notes = collector.notes()
  if (articles.length === 0)
    throw new Refusal(notes[0] ?? { rule: 'read/no-pages', reason: 'Unexpected web archive without pages' })
  return { articles, notes }
}

const withoutFragment = (address: string) => address.replace(/#.*$/, '')

function readPageList(list: string): Set<string> {
  const addresses = list.split('\n').flatMap((line) => {
    try {
      const { url } = JSON.parse(line) as { url?: unknown }
      return typeof url === 'string' ? [withoutFragment(url)] : []
    } catch {
      return []
    }
  })
  return new Set(addresses)
}

/** Unpacks the parts that `open` wants, piece by piece. */
async function walkZip(
  input: FormatInput,
  open: (name: string) => ((piece: Uint8Array) => void) | undefined,
): Promise<void> {
  const unzip = new Unzip((file) => {
    const take = open(file.name)
    if (!take) return
    file.ondata = (error, piece) => {
      if (error) throw error
      take(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for await (const piece of input.open()) {
    const bytes = piece as Buffer
    for (let at = 0; at < bytes.length; at += 16_384) unzip.push(bytes.subarray(at, at + 16_384))
  }
  unzip.push(new Uint8Array(0), true)
}
