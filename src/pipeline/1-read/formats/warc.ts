import { Gunzip, Unzip, UnzipInflate } from 'fflate'
import { constants, gunzipSync } from 'node:zlib'
import { withDistinctLocators } from '../records/read-records.ts'
import { PageCollector } from '../warc/collect-pages.ts'
import { listPartNames } from '../zip/unpack.ts'
import type { Format, FormatInput, Note, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

/** Unpacked bytes of an archive beyond which it is not read on. */
const MAX_UNPACKED = 20_000_000_000

/** Web archives (WARC), packed or not: an article a page. They are read as a stream. */
export const warc: Format = {
  name: 'warc',
  version: 1,
  maxBytes: 10_000_000_000,
  isStreamed: true,
  extensions: ['.warc', '.gz'],
  recognises: ({ bytes }) => beginsAsWarc(isGzip(bytes) ? unpackBeginning(bytes) : bytes),
  read: readWarc,
}

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b
const beginsAsWarc = (bytes: Buffer) => /^WARC\/\d\.\d\r?\n/.test(bytes.subarray(0, 20).toString('latin1'))

function unpackBeginning(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes.subarray(0, 4096), { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return Buffer.alloc(0)
  }
}

async function readWarc(input: FormatInput): Promise<ReadFile> {
  const collector = new PageCollector(input)
  const broken: Note[] = []
  const parser = collector.open()
  const feed = makeFeed((bytes) => parser.push(bytes))
  try {
    for await (const piece of input.open()) feed(piece as Buffer)
  } catch (error) {
    if (collector.articles.length === 0)
      throw new Refusal({
        rule: 'read/damaged',
        reason: `Unexpected web archive: ${(error as Error).message.slice(0, 160)}`,
      })
    broken.push({
      rule: 'read/damaged-archive',
      reason: `Unexpected damage: ${(error as Error).message.slice(0, 160)}; the pages before it were read`,
    })
  }
  const articles = withDistinctLocators(collector.articles)
  const notes = [...broken, ...collector.notes()]
  if (articles.length === 0)
    throw new Refusal(notes[0] ?? { rule: 'read/no-pages', reason: 'Unexpected web archive without pages' })
  return { articles, notes }
}

/** Decompresses each member and passes it on. */
function makeFeed(take: (bytes: Uint8Array) => void): (piece: Buffer) => void {
  let total = 0
  const count = (bytes: Uint8Array): void => {
    total += bytes.length
    if (total > MAX_UNPACKED)
      throw new Refusal({
        rule: 'read/unpacks-too-large',
        reason: `Unexpected archive of more than ${MAX_UNPACKED} bytes when it is unpacked`,
      })
    take(bytes)
  }
  let gunzip: Gunzip | undefined
  let isFirst = true
  return (piece) => {
    if (isFirst && isGzip(piece)) gunzip = new Gunzip(count)
    isFirst = false
    if (gunzip) for (let at = 0; at < piece.length; at += 16_384) gunzip.push(piece.subarray(at, at + 16_384))
    else count(piece)
  }
}

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

/** Reads twice, because the list of pages is often at the end of the archive. */
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
