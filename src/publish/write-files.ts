import { createHash } from 'node:crypto'
import { closeSync, linkSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { readMdxPassages } from '../markup/read-mdx.ts'
import type { MarkedPassage } from '../markup/vocabulary.ts'
import { textOf } from '../markup/vocabulary.ts'
import type { Problem } from '../model/problem.ts'
import type { ChunkedFile, DataFile, SetDown, WrittenFile } from '../model/published-file.ts'
import { sha256Of } from '../text/hash.ts'

/**
 * Writes files into a folder, making the folders they need.
 *
 * @throws Error when a path leads outside the folder: no title or id of a seed may do that
 */
export function writeFiles(
  folder: string,
  files: readonly { readonly path: string; readonly text: string | Uint8Array; readonly from?: string }[],
): void {
  const made = new Set<string>()
  for (const file of files) {
    const { path, from } = file
    const target = placeIn(folder, path)
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true })
    made.add(dirname(target))
    if (from !== target && (from === undefined || !isLinked(from, target))) writeFileSync(target, file.text)
  }
}

/** @throws Error when the path leads outside the folder */
function placeIn(folder: string, path: string): string {
  const target = resolve(folder, path)
  if (relative(folder, target).startsWith('..'))
    throw new Error(`Unexpected path ${path}, expected one inside ${folder}`)
  return target
}

/** Writes files into a folder as soon as they are made: those of ten thousand articles are too many to be held. */
export function setDownIn(folder: string): SetDown {
  return ((file: DataFile | ChunkedFile<string | Uint8Array>): DataFile => {
    const { path } = file
    const target = placeIn(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    return takeFile(path, target, writeChunks(target, 'chunks' in file ? file.chunks : [file.text]))
  }) as SetDown
}

/** Characters or bytes that are written at a time. */
const PIECE = 1_000_000

interface WrittenChunks {
  readonly isText: boolean
  readonly bytes: number
  readonly sha256: string
}

/** Writes a file chunk by chunk. */
function writeChunks(target: string, chunks: Iterable<string | Uint8Array>): WrittenChunks {
  const hash = createHash('sha256')
  const file = openSync(target, 'w')
  let [isText, bytes] = [true, 0]
  try {
    for (const piece of joinSmall(chunks)) {
      isText &&= typeof piece === 'string'
      const written = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(written)
      writeFileSync(file, written)
      bytes += written.length
    }
  } finally {
    closeSync(file)
  }
  return { isText, bytes, sha256: hash.digest('hex') }
}

/** The same text with its short chunks joined: a line each would be a system call each. */
function* joinSmall(chunks: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let [lines, length]: [string[], number] = [[], 0]
  for (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk
      continue
    }
    lines.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield lines.join('')
    lines = []
    length = 0
  }
  if (length > 0) yield lines.join('')
}

/** A file on the disk, read when its text is needed. */
export function takeFile(path: string, from: string, { isText, ...known }: Partial<WrittenChunks>): DataFile {
  return {
    path,
    from,
    ...known,
    get text() {
      return isText ? readFileSync(from, 'utf8') : readFileSync(from)
    },
  }
}

/** Links a file into a folder, where the disk can. */
export function linkInto(folder: string, path: string, from: string): boolean {
  const target = placeIn(folder, path)
  mkdirSync(dirname(target), { recursive: true })
  return isLinked(from, target)
}

/** Gives a file a second name, where the disk can. */
function isLinked(from: string, target: string): boolean {
  try {
    linkSync(from, target)
    return true
  } catch {
    return false
  }
}

/** A passage's text in the model, and whether all of it may be shown. */
export interface PassageText {
  readonly text: string
  readonly isFull: boolean
}

/** The texts of the model's passages by their ids. */
export type PassageTexts = ReadonlyMap<string, PassageText>

/** Pages that were taken from the last build. */
export interface CheckedBefore {
  /** What a page that was taken from there was composed from; nothing for one that was written. */
  readonly passagesOf: (path: string) => readonly MarkedPassage[] | undefined
  /** Whether a page was taken from there, and checked there against these texts of its passages. */
  readonly isChecked: (path: string, texts: PassageTexts) => boolean
}

/** Joins the visible parts, and replaces a text that is not shown at all. */
const GAP = ' […] '
const NOTHING = '[withheld]'

/**
 * Reads every MDX file back from the disk before anything is rendered. Each must hold the bytes that were composed, only
 * the closed vocabulary, and the words of the model to the character: whole passages in a source that may be shown in
 * full, parts of them everywhere else.
 *
 * @param root the folder that the files were written into
 * @param kept pages that an earlier build read back: what they were composed from is checked instead, unless nothing that it
 *   was checked against has changed
 */
export function checkWritten(
  root: string,
  files: readonly WrittenFile[],
  texts: PassageTexts,
  { passagesOf, isChecked }: CheckedBefore = NONE_KEPT,
): Problem[] {
  return files
    .filter(({ path }) => path.endsWith('.mdx') && !isChecked(path, texts))
    .flatMap((file) => {
      const { passages, problems } = readBack(root, file, passagesOf(file.path))
      return [...problems, ...passages.flatMap((passage) => checkWords(file.path, passage, texts))]
    })
}

const NONE_KEPT: CheckedBefore = { passagesOf: () => undefined, isChecked: () => false }

function readBack(root: string, file: WrittenFile, kept: readonly MarkedPassage[] | undefined) {
  if (kept) return { passages: kept, problems: [] }
  const { path, sha256 } = file
  const written = readFileSync(join(root, path), 'utf8')
  if (sha256 === undefined ? written === file.text : sha256Of(written) === sha256) return readMdxPassages(path, written)
  return { passages: [], problems: [problemOf(path, 'Unexpected bytes on the disk, expected those that were written')] }
}

function checkWords(path: string, { id, words }: MarkedPassage, texts: PassageTexts): Problem[] {
  const known = texts.get(id)
  const isWhole = path.startsWith('content/sources/')
  return known && isSame(textOf(words), known, isWhole)
    ? []
    : [problemOf(path, `Unexpected text of ${id} after reading the file again, expected the words of the passage`)]
}

function isSame(read: string, { text, isFull }: PassageText, isWhole: boolean): boolean {
  if (isFull && isWhole) return read === text
  if (isFull) return read.trim() !== '' && text.includes(read)
  return read === NOTHING || read.split(GAP).every((part) => text.includes(part))
}

const problemOf = (file: string, reason: string): Problem => ({
  file,
  severity: 'error',
  rule: 'page/text-changed',
  reason,
})
