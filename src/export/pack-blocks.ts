import { crc32 } from 'node:zlib'
import { Deflate } from 'fflate'
import type { FilePiece } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'

/** What the last build made of parts of files, by the hash of what it was made from. */
interface PackStore {
  readonly read: (key: string) => unknown
  readonly write: (key: string, made: unknown) => void
}

/** How large files are published. */
export interface Packing {
  /** Compressed blocks of files, which the next build can reuse. */
  readonly packs?: PackStore | undefined
  /** Hash of the compressing code. */
  readonly engine?: string
  /** Hash of the whole program; without it every piece of a file is made. */
  readonly program?: string | undefined
  /** Bytes of a file above which it is published in parts. */
  readonly most?: number
}

/** Some lines of a file as blocks of DEFLATE that end on a byte. */
export interface PackedBlock {
  /** Base64. */
  readonly packed: string
  /** CRC-32, bytes and lines of the text. */
  readonly sum: number
  readonly bytes: number
  readonly lines: number
}

/** The blocks of a file. What the last build has packed of the same text is not packed again, and of a piece with the same key not even made. */
export function* packBlocks(pieces: Iterable<FilePiece>, packing: Packing): Generator<PackedBlock> {
  for (const group of groupPieces(pieces))
    if (group[0]!.key === undefined) for (const text of splitBlocks(chunksOfGroup(group))) yield packText(text, packing)
    else yield keepMade('deflate', group, packing, () => packBytes(Buffer.from(textOfGroup(group))))
}

/** The text of a file, of which only pieces with other keys than in the last build are made. */
export function* keepText(pieces: Iterable<FilePiece>, packing: Packing): Generator<string> {
  for (const group of groupPieces(pieces)) yield keepMade('text', group, packing, () => textOfGroup(group))
}

/** Mean number of pieces to a group: an article's part of a file is some 30 kB. */
const GROUP = 10

/**
 * Pieces that are kept together; those without a key stand alone. Whether a group ends with a piece depends on that piece
 * alone: a change leaves the other groups as they were.
 */
function* groupPieces(pieces: Iterable<FilePiece>): Generator<readonly FilePiece[]> {
  let group: FilePiece[] = []
  for (const piece of pieces) {
    if (piece.key === undefined && group.length > 0) {
      yield group
      group = []
    }
    group.push(piece)
    if (piece.key !== undefined && crc32(piece.key) >= 2 ** 32 / GROUP) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

function* chunksOfGroup(group: readonly FilePiece[]): Generator<string> {
  for (const piece of group) yield* piece.chunks()
}

const textOfGroup = (group: readonly FilePiece[]): string => [...chunksOfGroup(group)].join('')

/** What was made of a group of pieces with the same keys by the same program, or else what is made of it now. */
function keepMade<T>(as: string, group: readonly FilePiece[], { packs, program }: Packing, make: () => T): T {
  if (!packs || program === undefined || group.some(({ key }) => key === undefined)) return make()
  const key = sha256Of([as, program, ...group.map((piece) => piece.key)].join(' '))
  const known = packs.read(key)
  if (known !== undefined) return known as T
  const made = make()
  packs.write(key, made)
  return made
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

function packText(text: string, { packs, engine = '' }: Packing): PackedBlock {
  const bytes = Buffer.from(text)
  const key = sha256Of(`block ${engine} ${sha256Of(bytes)}`)
  const known = packs?.read(key)
  if (known !== undefined) return known as PackedBlock
  const block = packBytes(bytes)
  packs?.write(key, block)
  return block
}

/** fflate gives the same bytes on every machine; zlib need not. */
function packBytes(bytes: Buffer): PackedBlock {
  const blocks: Uint8Array[] = []
  const deflate = new Deflate({ level: 6, mem: 3 }, (block) => void blocks.push(block))
  deflate.push(bytes)
  deflate.flush()
  const packed = Buffer.concat([...blocks, alignToByte(deflate)]).toString('base64')
  return { packed, sum: crc32(bytes), bytes: bytes.length, lines: countLines(bytes) }
}

const LINE_FEED = 0x0a

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
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
