import type { ExportedFile, FilePiece, MadeFile } from '../model/published-file.ts'
import { PACKED, chunksOf } from '../model/published-file.ts'
import { readData } from '../text/read-data.ts'
import { joinCrc } from './join-crc.ts'
import type { PackedBlock, Packing } from './pack-blocks.ts'
import { packBlocks } from './pack-blocks.ts'

type Described = Pick<ExportedFile, 'what' | 'format' | 'quotes'>

const KNOWN: Readonly<Record<string, Described & { readonly packed?: boolean; readonly parted?: boolean }>> = readData(
  './files.yml',
  import.meta.url,
)

/** A file of more characters is published as gzip, where `files.yml` says so. */
const MOST_PLAIN = 1_000_000

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
  const pieces = ('chunks' in file ? file.pieces : undefined) ?? [{ chunks: () => chunks }]
  return { path: `${file.path}${PACKED}`, parts: gzip(pieces, packing) }
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
function* gzip(pieces: Iterable<FilePiece>, packing: Packing): Generator<FilePart> {
  const { most = MOST_BYTES } = packing
  let member = startMember()
  for (const block of packBlocks(pieces, packing)) {
    const packed = Buffer.from(block.packed, 'base64')
    if (member.size > 0 && member.size + packed.length > most) {
      yield closeMember(member)
      member = startMember()
    }
    addBlock(member, block, packed)
  }
  yield closeMember(member)
}

const startMember = () => ({ blocks: [GZIP_HEAD] as Buffer[], size: 0, sum: 0, length: 0, lines: 0 })
type Member = ReturnType<typeof startMember>

function addBlock(member: Member, { sum, bytes, lines }: PackedBlock, packed: Buffer): void {
  member.sum = joinCrc(member.sum, sum, bytes)
  member.length += bytes
  member.lines += lines
  member.size += packed.length
  member.blocks.push(packed)
}

function closeMember({ blocks, sum, length, lines }: Member): FilePart {
  const foot = Buffer.alloc(8)
  foot.writeUInt32LE(sum)
  foot.writeUInt32LE(length % 2 ** 32, 4)
  return { text: Buffer.concat([...blocks, LAST_BLOCK, foot]), lines }
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
