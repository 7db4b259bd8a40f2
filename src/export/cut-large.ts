import { createHash } from 'node:crypto'
import type { DataFile, MadeFile } from '../model/published-file.ts'
import { chunksOf, namePart } from '../model/published-file.ts'
import { writeEntries } from '../text/entry-lines.ts'
import { sha256Of } from '../text/hash.ts'
import type { Packing } from './pack-blocks.ts'
import { splitChunks } from './pack-blocks.ts'
import type { FilePart } from './pack-large.ts'
import { dataFileName, knownOf, MOST_BYTES, packLarge } from './pack-large.ts'

/** A file that is published in parts, as `data/parts.json` lists it. */
interface PartedFile {
  /** Name that the parts have together, their size and their hash. */
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** In order; each of whole lines. */
  readonly parts: readonly {
    readonly name: string
    readonly lines: number
    readonly bytes: number
    readonly sha256: string
  }[]
}

/** The list of all parts; a site whose files are all whole has none. */
const PARTS_FILE = 'data/parts.json'

/**
 * The files of the `data/` folder as they are published: large ones that programs read as gzip, and what is too large for
 * one file in parts, which are the file when they are put together.
 */
export function* publishFiles(files: Iterable<MadeFile>, packing: Packing = {}): Generator<MadeFile | DataFile> {
  const parted: PartedFile[] = []
  for (const file of files) {
    const packed = packLarge(file, packing)
    const parts = 'parts' in packed ? packed.parts : cutLines(packed, packing.most)
    if (parts) yield* nameParts(packed.path, parts, parted)
    else yield packed as MadeFile
  }
  if (parted.length > 0) yield { path: PARTS_FILE, chunks: writeEntries(parted) }
}

/** Names of the files that the file is published as. */
export function listFileParts(file: MadeFile, most?: number): string[] {
  const count = [...(cutLines(file, most) ?? [])].length
  const name = dataFileName(file.path)
  return count < 2 ? [name] : Array.from({ length: count }, (_, at) => namePart(name, at + 1))
}

/** The parts as files; one part alone is the whole. */
function* nameParts(path: string, parts: Iterable<FilePart>, parted: PartedFile[]): Generator<DataFile> {
  const listed: PartedFile['parts'][number][] = []
  const whole = createHash('sha256')
  let last: FilePart | undefined
  const take = ({ text, lines }: FilePart): DataFile => {
    const name = namePart(path, listed.length + 1)
    whole.update(text)
    listed.push({ name: dataFileName(name), lines, bytes: text.length, sha256: sha256Of(text) })
    return { path: name, text }
  }
  for (const part of parts) {
    if (last) yield take(last)
    last = part
  }
  if (!last) return
  if (listed.length === 0) return yield { path, text: last.text }
  yield take(last)
  const bytes = listed.reduce((sum, part) => sum + part.bytes, 0)
  parted.push({ name: dataFileName(path), bytes, sha256: whole.digest('hex'), parts: listed })
}

/** Cuts a file that is larger than a file may be, where `files.yml` says that its lines can stand apart. */
function cutLines(file: MadeFile, most = MOST_BYTES): Iterable<FilePart> | undefined {
  if (!('text' in file) || knownOf(file).parted !== true || Buffer.byteLength(file.text) <= most) return undefined
  return collectLines(chunksOf(file), most)
}

function* collectLines(chunks: Iterable<string>, most: number): Generator<FilePart> {
  let [held, size]: [Buffer[], number] = [[], 0]
  for (const line of splitChunks(chunks)) {
    const bytes = Buffer.from(line)
    if (size > 0 && size + bytes.length > most) {
      yield { text: Buffer.concat(held), lines: held.length }
      held = []
      size = 0
    }
    held.push(bytes)
    size += bytes.length
  }
  yield { text: Buffer.concat(held), lines: held.length }
}
