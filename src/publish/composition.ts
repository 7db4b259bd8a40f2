import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ResultCache } from '../cache/result-cache.ts'
import type { DossierSettings } from '../model/dossier.ts'
import type { Problem } from '../model/problem.ts'
import { VERSIONS } from '../pipeline/1-read/read-dossier.ts'
import { RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import { listFilesAt, listFilesBelow } from './disk/disk.ts'
import type { PublishedDossier } from './last-build.ts'
import { addBytes, addProgram } from './last-build.ts'
import { listImported } from './render/compile-site.ts'

/*
 * A composed dossier in a store: what `dossier compose` leaves for the machines that render its pages, and for the build
 * that publishes it.
 */

/** What a build knows of a composed dossier besides its files. */
export interface ComposedDossier {
  readonly settings: DossierSettings
  readonly published: PublishedDossier
  /** Paths of the files of the site that Astro does not make. */
  readonly files: readonly string[]
  readonly problems: readonly Problem[]
}

/** Hash of everything that a composition is made from, the same on every machine: the program, the seeds and the record of addresses. */
export function hashComposition(root: string): string {
  const hash = createHash('sha256')
  addProgram(hash)
  const written = ['seeds', RECORD_FILE, VERSIONS].flatMap((path) => listFilesAt(join(root, path)))
  addBytes(hash, root, [...written, ...listFilesAt(join(root, 'seeds/pages')).flatMap(listImported)])
  return hash.digest('hex')
}

/** Key of the list of pieces; it is written last. */
const LIST = 'composed'

/** Bytes to an entry of the store. */
const PIECE = 4_000_000

/** The folders of a staging area that a composition consists of. */
const FOLDERS = ['content', 'trees', 'files']

/** A piece of a file, to be added to what is there of it. */
interface Piece {
  readonly path: string
  readonly text: string
  readonly encoding: 'utf8' | 'base64'
}

/** Puts a composed dossier into a store. */
export async function storeComposition(area: string, composition: ComposedDossier, store: ResultCache): Promise<void> {
  const pieces = [...groupPieces(readPieces(area))].map((group, number) => {
    const key = `content-${number}`
    store.write(key, group)
    return key
  })
  store.write(LIST, { ...composition, pieces })
  await store.settle?.()
}

function* readPieces(area: string): Generator<Piece> {
  for (const folder of FOLDERS.filter((name) => existsSync(join(area, name))))
    for (const path of listFilesBelow(join(area, folder)))
      for (const bytes of readChunks(join(area, folder, path))) {
        const encoding = isUtf8(bytes) ? 'utf8' : 'base64'
        yield { path: `${folder}/${path}`, text: bytes.toString(encoding), encoding }
      }
}

/** The bytes of a file, at most so many at a time; an empty file is one empty chunk. */
function* readChunks(path: string): Generator<Buffer> {
  const file = openSync(path, 'r')
  try {
    for (let at = 0; ; ) {
      const chunk = Buffer.alloc(PIECE)
      const length = readSync(file, chunk, 0, PIECE, at)
      if (length > 0 || at === 0) yield chunk.subarray(0, length)
      at += length
      if (length < PIECE) return
    }
  } finally {
    closeSync(file)
  }
}

/** Small files together, so that an entry is neither tiny nor huge. */
function* groupPieces(pieces: Iterable<Piece>): Generator<readonly Piece[]> {
  let [group, size]: [Piece[], number] = [[], 0]
  for (const piece of pieces) {
    if (size > 0 && size + piece.text.length > PIECE) {
      yield group
      ;[group, size] = [[], 0]
    }
    group.push(piece)
    size += piece.text.length
  }
  yield group
}

/**
 * Writes the composed dossier of a store into an empty folder.
 *
 * @param folders which of its folders
 * @returns nothing if it is not there whole
 */
export async function takeComposition(
  store: ResultCache,
  area: string,
  folders: readonly string[] = FOLDERS,
): Promise<ComposedDossier | undefined> {
  await store.fetch?.([LIST])
  const listed = store.read(LIST) as (ComposedDossier & { readonly pieces: readonly string[] }) | undefined
  if (!listed) return undefined
  const { pieces, ...composition } = listed
  if (!composition.files.every(isBelow)) return undefined
  await store.fetch?.(pieces)
  for (const key of pieces) {
    const group = store.read(key) as readonly Piece[] | undefined
    if (!group?.every(({ path }) => isBelow(path))) {
      for (const folder of folders) rmSync(join(area, folder), { recursive: true, force: true })
      return undefined
    }
    for (const piece of group) if (folders.includes(piece.path.split('/')[0]!)) addPiece(area, piece)
  }
  return composition
}

/** Whether a path stays in the folder that it is written into: others may write to a store. */
const isBelow = (path: string): boolean => !path.split(/[\\/]/).includes('..')

function addPiece(area: string, { path, text, encoding }: Piece): void {
  mkdirSync(join(area, dirname(path)), { recursive: true })
  appendFileSync(join(area, path), Buffer.from(text, encoding))
}
