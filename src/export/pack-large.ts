import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import type { ChunkedFile, ExportedFile, MadeFile, WrittenFile } from '../model/published-file.ts'
import { PACKED, chunksOf } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'
import { readData } from '../text/read-data.ts'

type Described = Pick<ExportedFile, 'what' | 'format' | 'quotes'>

const KNOWN: Readonly<Record<string, Described & { readonly packed?: boolean }>> = readData(
  './files.yml',
  import.meta.url,
)

/** A file of more characters is published as gzip, where `files.yml` says so. */
const MOST_PLAIN = 1_000_000

/** Packed parts of files by their hash. */
interface PackStore {
  readonly read: (key: string) => unknown
  readonly write: (key: string, packed: string) => void
}

/**
 * The published form of the file: large ones as gzip.
 *
 * @param packs compressed parts of files, which the next build can reuse
 * @param engine hash of the compressing code
 */
export function packLarge(
  file: MadeFile,
  packs?: PackStore,
  engine = '',
): WrittenFile | ChunkedFile<string | Uint8Array> {
  if (knownOf(file).packed !== true) return file
  const { head, chunks, isWhole } = readHead(chunksOf(file))
  if (isWhole) return { path: file.path, text: head.join('') }
  return { path: `${file.path}${PACKED}`, chunks: gzip(chunks, (part) => packPart(part, packs, engine)) }
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

/** One gzip member whose parts are packed each by itself. */
function* gzip(chunks: Iterable<string>, pack: (part: Buffer) => Buffer): Generator<Buffer> {
  yield GZIP_HEAD
  let [sum, length] = [0, 0]
  for (const part of splitParts(chunks)) {
    const bytes = Buffer.from(part)
    sum = crc32(bytes, sum)
    length += bytes.length
    yield pack(bytes)
  }
  const foot = Buffer.alloc(8)
  foot.writeUInt32LE(sum)
  foot.writeUInt32LE(length % 2 ** 32, 4)
  yield Buffer.concat([LAST_BLOCK, foot])
}

/** Mean characters of a part. */
const PART = 200_000

/** Characters of a line that decide whether a part ends with it. */
const HEAD = 48

/** Parts of whole lines. Whether a part ends with a line depends on that line alone: a change leaves the other parts as they were. */
function* splitParts(chunks: Iterable<string>): Generator<string> {
  let part: string[] = []
  for (const line of splitChunks(chunks)) {
    part.push(line)
    if (crc32(line.slice(0, HEAD)) >= (2 ** 32 * line.length) / PART) continue
    yield part.join('')
    part = []
  }
  if (part.length > 0) yield part.join('')
}

/** The lines of a text with the line feeds that end them. */
function* splitChunks(chunks: Iterable<string>): Generator<string> {
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

/** A part as blocks of DEFLATE that end on a byte. fflate gives the same bytes on every machine; zlib need not. */
function packPart(bytes: Buffer, packs: PackStore | undefined, engine: string): Buffer {
  const key = sha256Of(`deflate ${engine} ${sha256Of(bytes)}`)
  const known = packs?.read(key)
  if (typeof known === 'string') return Buffer.from(known, 'base64')
  const blocks: Uint8Array[] = []
  const deflate = new Deflate({ level: 6 }, (block) => void blocks.push(block))
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
  const known = KNOWN[dataFileName(path).replace(PACKED, '')]
  if (!known) throw new Error(`Unexpected file ${path}, expected one that files.yml describes`)
  return known
}

/** Its name in the `data/` folder. */
export const dataFileName = (path: string): string => path.slice('data/'.length)
