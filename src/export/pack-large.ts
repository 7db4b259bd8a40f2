import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import type { ExportedFile, MadeFile } from '../model/published-file.ts'
import { PACKED, chunksOf } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'
import { readData } from '../text/read-data.ts'

type Described = Pick<ExportedFile, 'what' | 'format' | 'quotes'>

const KNOWN: Readonly<Record<string, Described & { readonly packed?: boolean; readonly parted?: boolean }>> = readData(
  './files.yml',
  import.meta.url,
)

/** A file of more characters is published as gzip, where `files.yml` says so. */
const MOST_PLAIN = 1_000_000

/** Packed blocks of files by their hash. */
interface PackStore {
  readonly read: (key: string) => unknown
  readonly write: (key: string, packed: string) => void
}

/** How large files are published. */
export interface Packing {
  /** Compressed blocks of files, which the next build can reuse. */
  readonly packs?: PackStore | undefined
  /** Hash of the compressing code. */
  readonly engine?: string
  /** Bytes of a file above which it is published in parts. */
  readonly most?: number
}

/** Cloudflare Pages takes no file of more than 25 MiB. */
export const MOST_BYTES = 20_000_000

/** A part of a published file: whole lines of it. */
export interface FilePart {
  readonly text: Uint8Array
  readonly lines: number
}

/** A large file as gzip: each part is a file by itself, and all of them together are one too. */
export interface PackedData {
  readonly path: string
  readonly parts: Iterable<FilePart>
}

/** The published form of the file: large ones as gzip. */
export function packLarge(file: MadeFile, packing: Packing = {}): MadeFile | PackedData {
  if (knownOf(file).packed !== true) return file
  const { head, chunks, isWhole } = readHead(chunksOf(file))
  if (isWhole) return { path: file.path, text: head.join('') }
  return { path: `${file.path}${PACKED}`, parts: gzip(chunks, packing) }
}

/** The chunks of a file, of which so many are made that its size is known to be small or large. */
function readHead(made: Iterable<string>): { head: string[]; chunks: Iterable<string>; isWhole: boolean } {
  const rest = made[Symbol.iterator]()
  const head: string[] = []
  let length = 0
  while (length <= MOST_PLAIN) {
    const { value, done } = rest.next()
    if (done) return { head, chunks: head, isWhole: true }
    head.push(value)
    length += value.length
  }
  return { head, chunks: followedBy(head, rest), isWhole: false }
}

function* followedBy(head: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* head
  yield* Iterator.from(rest)
}

/** RFC 1952: DEFLATE, no flags, no time, unknown system. */
const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
/** RFC 1951: a last block that holds nothing. */
const LAST_BLOCK = Buffer.from([3, 0])

/** Members of gzip, none much larger than a part may be. The blocks of a member are packed each by itself. */
function* gzip(chunks: Iterable<string>, { packs, engine = '', most = MOST_BYTES }: Packing): Generator<FilePart> {
  let member = startMember()
  for (const block of splitBlocks(chunks)) {
    const bytes = Buffer.from(block)
    const packed = packBlock(bytes, packs, engine)
    if (member.size > 0 && member.size + packed.length > most) {
      yield closeMember(member)
      member = startMember()
    }
    member.sum = crc32(bytes, member.sum)
    member.length += bytes.length
    member.lines += countLines(bytes)
    member.size += packed.length
    member.blocks.push(packed)
  }
  yield closeMember(member)
}

const startMember = () => ({ blocks: [GZIP_HEAD] as Buffer[], size: 0, sum: 0, length: 0, lines: 0 })

function closeMember({ blocks, sum, length, lines }: ReturnType<typeof startMember>): FilePart {
  const foot = Buffer.alloc(8)
  foot.writeUInt32LE(sum)
  foot.writeUInt32LE(length % 2 ** 32, 4)
  return { text: Buffer.concat([...blocks, LAST_BLOCK, foot]), lines }
}

const LINE_FEED = 0x0a

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
}

/** Mean characters of a block. */
const BLOCK = 200_000

/** Blocks of whole lines. Whether a block ends with a line depends on that line alone: a change leaves the other blocks as they were. */
function* splitBlocks(chunks: Iterable<string>): Generator<string> {
  let block: string[] = []
  for (const line of splitChunks(chunks)) {
    block.push(line)
    if (crc32(line) >= (2 ** 32 * line.length) / BLOCK) continue
    yield block.join('')
    block = []
  }
  if (block.length > 0) yield block.join('')
}

/** The lines of a text with the line feeds that end them. */
export function* splitChunks(chunks: Iterable<string>): Generator<string> {
  let begun = ''
  for (const chunk of chunks) {
    let at = 0
    for (let end = chunk.indexOf('\n') + 1; end > 0; end = chunk.indexOf('\n', at) + 1) {
      yield begun + chunk.slice(at, end)
      begun = ''
      at = end
    }
    begun += chunk.slice(at)
  }
  if (begun !== '') yield begun
}

/** A block of lines as blocks of DEFLATE that end on a byte. fflate gives the same bytes on every machine; zlib need not. */
function packBlock(bytes: Buffer, packs: PackStore | undefined, engine: string): Buffer {
  const key = sha256Of(`deflate ${engine} ${sha256Of(bytes)}`)
  const known = packs?.read(key)
  if (typeof known === 'string') return Buffer.from(known, 'base64')
  const blocks: Uint8Array[] = []
  const deflate = new Deflate({ level: 6, mem: 3 }, (block) => void blocks.push(block))
  deflate.push(bytes)
  deflate.flush()
  const packed = Buffer.concat([...blocks, alignToByte(deflate)])
  packs?.write(key, packed.toString('base64'))
  return packed
}

/**
 * The bits that fflate holds back, and a stored block of no bytes, which ends on a byte. `flush(true)` of fflate 0.8.3 is to
 * do that, and writes a broken block where more than a few bits are held back.
 */
function alignToByte(deflate: Deflate): Buffer {
  const { r: held } = (deflate as unknown as { readonly s: { readonly r: number } }).s
  const isNextByte = (held & 7) > 5
  return Buffer.from([held >> 3, ...(isNextByte ? [0] : []), 0, 0, 0xff, 0xff])
}

/** The description of a file in `files.yml`. */
export function knownOf({ path }: { readonly path: string }) {
  const known = KNOWN[nameWhole(dataFileName(path)).replace(PACKED, '')]
  if (!known) throw new Error(`Unexpected file ${path}, expected one that files.yml describes`)
  return known
}

/** Its name in the `data/` folder. */
export const dataFileName = (path: string): string => path.slice('data/'.length)

/** Name of the file of which this is a part; of a whole file its own. */
const nameWhole = (name: string): string => name.replace(/-\d{3,}(?=\.)/, '')
