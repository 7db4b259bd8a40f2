import { createHash } from 'node:crypto'
import { closeSync, createReadStream, readdirSync, readSync } from 'node:fs'
import { join, parse as parsePath } from 'node:path'
import type { Readable } from 'node:stream'
import type { Problem } from '../../model/problem.ts'
import { compare } from '../../text/compare.ts'
import type { Opening } from './formats/format.ts'
import { OPENING_BYTES } from './formats/format.ts'
import { guessUtf16 } from './decode-bytes.ts'
import { openOwnFile } from './read-own-file.ts'

/** The folder of the articles, relative to the dossier's root. */
export const ARTICLES = 'seeds/articles'
/** Folders within folders beyond this depth are not looked into. */
const MAX_DEPTH = 8

/** The names in a folder, in code point order; none when there is no such folder, or something else in its place. */
export function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort(compare)
  } catch {
    return []
  }
}

/**
 * The files in a folder whose names begin with a dot and end like an article's (`.draft.txt`), which nothing reads.
 * Files of operating systems (`.DS_Store`, `._001.txt`) are left out.
 */
export function listHidden(folder: string): string[] {
  return listFolder(folder).filter((name) => /^\.[^._].*\.(?:txt|md|markdown|html?|pdf|docx)$/i.test(name))
}

/**
 * The files in a folder and its subfolders, as paths with `/` relative to it, in code point order. Names that begin
 * with a dot are left out, links are listed and not followed, and a folder named like a file (`a.txt/`) is listed too,
 * so that it is reported.
 */
export function listFiles(folder: string, depth = 0): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((entry) =>
        entry.isDirectory() && depth < MAX_DEPTH && !/\.\w{1,8}$/.test(entry.name)
          ? listFiles(join(folder, entry.name), depth + 1).map((path) => `${entry.name}/${path}`)
          : [entry.name],
      )
      .sort(compare)
  } catch {
    return []
  }
}

/** Browsers save the pictures and scripts of `page.html` beside it in `page_files/`. */
export function leaveOutCompanions(names: readonly string[]): string[] {
  const stems = new Set(names.filter((name) => /\.x?html?$/i.test(name)).map((name) => name.replace(/\.\w+$/, '')))
  return names.filter((name) => {
    const companion = /^(.*?)(?:_files|-Dateien|_fichiers|_archivos|_bestanden|_file|\.files)\//.exec(name)
    return !companion || !stems.has(companion[1]!)
  })
}

/** Warns of files in the folder of articles whose names begin with a dot and end like an article's: nothing reads them. */
export function checkHidden(folder: string): Problem[] {
  return listHidden(folder).map((name) => ({
    file: `${ARTICLES}/${name}`,
    severity: 'warning',
    rule: 'file/hidden',
    reason: 'Unexpected dot before the name: hidden files are not read',
    hint: `Rename it: ${ARTICLES}/${name.slice(1)}`,
  }))
}

/** Sidecars that belong to no file, or to two. */
export function checkSidecars(names: readonly string[], files: readonly string[]): Problem[] {
  const articles = new Set(files)
  const byStem = Map.groupBy(files, stemOf)
  return names
    .filter((name) => !articles.has(name))
    .flatMap((name) => {
      const stem = stemOf(name)
      const owners = byStem.get(stem) ?? []
      const file = `${ARTICLES}/${name}`
      if (owners.length === 0) return [strayProblem(file, stem)]
      return owners.length > 1 ? [sharedProblem(file, stem, owners)] : []
    })
}

const stemOf = (name: string) => name.replace(/\.[^./]*$/, '')

const strayProblem = (file: string, stem: string): Problem => ({
  file,
  severity: 'error',
  rule: 'file/stray-sidecar',
  reason: `Unexpected sidecar without an article, expected ${stem}.txt, ${stem}.html or another format beside it`,
  hint: `Rename it after its article, or delete ${file}.`,
})

const sharedProblem = (file: string, stem: string, owners: readonly string[]): Problem => ({
  file,
  severity: 'error',
  rule: 'file/shared-sidecar',
  reason: `Unexpected second article for one sidecar: ${owners.join(', ')}`,
  hint: `Rename one: ${ARTICLES}/${stem}-2${parsePath(owners[1]!).ext}`,
})

/**
 * The first bytes of a file of the dossier.
 *
 * @param root the dossier's folder
 * @param file relative to it
 */
export function readOpening(root: string, file: string): { opening: Opening; size: number } | { problem: Problem } {
  const opened = openOwnFile(root, file, Number.POSITIVE_INFINITY)
  if (opened.problem) return opened
  try {
    const buffer = Buffer.alloc(Math.min(OPENING_BYTES, opened.size))
    const bytes = buffer.subarray(0, readSync(opened.descriptor, buffer, 0, buffer.length, 0))
    const text = readCharacters(bytes).replace(/^(?:ï»¿|\s){1,100}/, '')
    const extension = /\.[^./]{1,12}$/.exec(file)?.[0].toLowerCase() ?? ''
    return { opening: { bytes, text, extension }, size: opened.size }
  } finally {
    closeSync(opened.descriptor)
  }
}

/** Bytes as Latin-1 characters, or as those of UTF-16, so that a web page in it is seen to be one. */
function readCharacters(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le')
  return guessUtf16(bytes) === 'utf-16le' ? bytes.toString('utf16le') : bytes.toString('latin1')
}

/** The whole file as a stream; it was checked when it was opened. */
export function streamFile(root: string, file: string): Readable {
  const opened = openOwnFile(root, file, Number.POSITIVE_INFINITY)
  if (opened.problem) throw new Error(opened.problem.reason)
  return createReadStream('', { fd: opened.descriptor, autoClose: true })
}

/** SHA-256 of a file of any size, in hexadecimal. */
export async function hashFile(root: string, file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of streamFile(root, file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
