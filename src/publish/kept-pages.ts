import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkedPassage } from '../markup/vocabulary.ts'
import type { WritePage } from '../pipeline/7-compose/write-page.ts'
import { mdxPath, writeMdxOf, writeTreeOf } from '../pipeline/7-compose/write-page.ts'
import { sha256Of } from '../text/hash.ts'

/** Name of the record, in the state folder and in the staging area. */
export const MDX_RECORD = 'mdx.json'

/** Writes pages; the text of one that is composed from the same as before is taken over and not written again. */
export interface KeptPages {
  readonly write: WritePage
  /** What a page that was taken over was composed from; nothing for one that was written. */
  readonly passagesOf: (path: string) => readonly MarkedPassage[] | undefined
}

/** Hashes of what a page was composed from and of its MDX. */
type Hashes = readonly [tree: string, mdx: string]

/** Where the texts of pages are, by path. */
interface Texts {
  readonly read: (path: string) => string | undefined
  readonly keep?: (path: string, text: string) => void
}

/** Writes pages, and keeps the last text of each in memory: MDX is written again only where what it says has changed. */
export function keepPagesInMemory(): WritePage {
  const texts = new Map<string, string>()
  return keepPages({ read: (path) => texts.get(path), keep: (path, text) => texts.set(path, text) }).write
}

/**
 * Takes over each page of the last build that is composed from the same tree by the same program, unless somebody has
 * touched it since.
 *
 * @param root the dossier's folder
 * @param file the record of the last build; it may be missing
 * @param program hash of the program
 */
export function keepPagesOnDisk(root: string, file: string, program: string): KeptPages & { record: () => string } {
  const { hashes, ...pages } = keepPages({ read: (path) => readText(join(root, path)) }, readHashes(file, program))
  return { ...pages, record: () => JSON.stringify({ program, pages: Object.fromEntries(hashes) }) }
}

function keepPages(
  texts: Texts,
  last: Readonly<Record<string, Hashes>> = {},
): KeptPages & { hashes: Map<string, Hashes> } {
  const hashes = new Map<string, Hashes>()
  const kept = new Map<string, readonly MarkedPassage[]>()
  return {
    write: (collection, page) => {
      const path = mdxPath(collection, page)
      const tree = writeTreeOf(collection, page)
      const hash = sha256Of(tree.text)
      const [lastHash, lastMdx] = hashes.get(path) ?? last[path] ?? []
      const held = lastHash === hash ? texts.read(path) : undefined
      const isSame = held !== undefined && sha256Of(held) === lastMdx
      const mdx = isSame ? { path, text: held } : writeMdxOf(collection, page)
      hashes.set(path, [hash, isSame ? lastMdx! : sha256Of(mdx.text)])
      texts.keep?.(path, mdx.text)
      if (isSame) kept.set(path, page.passages)
      return { mdx, tree }
    },
    passagesOf: (path) => kept.get(path),
    hashes,
  }
}

function readHashes(file: string, program: string): Readonly<Record<string, Hashes>> {
  try {
    const last = JSON.parse(readFileSync(file, 'utf8')) as { program: string; pages: Record<string, Hashes> }
    return last.program === program ? last.pages : {}
  } catch {
    return {}
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
