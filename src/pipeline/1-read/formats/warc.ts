import { Gunzip } from 'fflate'
import { constants, gunzipSync } from 'node:zlib'
import { withDistinctLocators } from '../records/read-records.ts'
import { PageCollector } from '../warc/collect-pages.ts'
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

/** Unpacks what is packed, member by member, and passes it on. */
export function makeFeed(take: (bytes: Uint8Array) => void): (piece: Buffer) => void {
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
