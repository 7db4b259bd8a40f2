import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkedPassage } from '../markup/vocabulary.ts'
import type { WritePage } from '../pipeline/7-compose/write-page.ts'
import { mdxPath, writeMdxOf, writeTreeOf } from '../pipeline/7-compose/write-page.ts'
import { sha256Of } from '../text/hash.ts'
import { readStep, writeStep } from './last-build.ts'

/** Name of the record, in the state folder and in the staging area. */
export const MDX_RECORD = 'mdx.json'

/** Pages of `content/` that the last build wrote, read back and checked: writing them again would give the same. */
export interface KeptPages {
  /** Writes a page, or takes its text from `content/`. */
  readonly write: WritePage
  /** What a page that was taken from there was composed from; nothing for one that was written. */
  readonly passagesOf: (path: string) => readonly MarkedPassage[] | undefined
  /** Keeps the record for the next build. */
  readonly keep: (next: string) => void
}

/** Hashes of what a page was composed from and of its MDX. */
type Hashes = readonly [tree: string, mdx: string]

/**
 * Takes over each page that is composed from the same tree by the same program, unless somebody has touched it since.
 *
 * @param root the dossier's folder
 * @param last the record of the last build; it may be missing
 * @param program hash of the program
 */
export function keepPages(root: string, last: string, program: string): KeptPages {
  const former = readStep<Hashes>({ last, program })
  const now: Record<string, Hashes> = {}
  const kept = new Map<string, readonly MarkedPassage[]>()
  return {
    write: (collection, page) => {
      const path = mdxPath(collection, page)
      const tree = writeTreeOf(collection, page)
      const hash = sha256Of(tree.text)
      const text = former[path]?.[0] === hash ? readSame(join(root, path), former[path][1]) : undefined
      const mdx = text === undefined ? writeMdxOf(collection, page) : { path, text }
      now[path] = [hash, sha256Of(mdx.text)]
      if (text !== undefined) kept.set(path, page.passages)
      return { mdx, tree }
    },
    passagesOf: (path) => kept.get(path),
    keep: (next) => writeStep({ next, program }, now),
  }
}

function readSame(path: string, hash: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    return sha256Of(text) === hash ? text : undefined
  } catch {
    return undefined
  }
}
