import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MarkedPassage } from '../markup/vocabulary.ts'
import type { WritePage } from '../pipeline/7-compose/write-page.ts'
import { mdxPath, writeMdxOf, writeTreeOf } from '../pipeline/7-compose/write-page.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { identifyFile, sha256Of } from '../text/hash.ts'
import { readStep, writeStep } from './last-build.ts'

/** Name of the record, in the state folder and in the staging area. */
export const MDX_RECORD = 'mdx.json'

/** Pages of `content/` that the last build wrote, read back and checked: writing them again would give the same. */
export interface KeptPages {
  /** Writes a page, or tells which file of `content/` it is. */
  readonly write: WritePage
  /** What a page that was taken from there was composed from; nothing for one that was written. */
  readonly passagesOf: (path: string) => readonly MarkedPassage[] | undefined
  /** Keeps the record for the next build, in the staging area, where the pages of this one are. */
  readonly keep: (staged: string) => void
}

/** Hash of what a page was composed from, and which file its MDX is. */
type Kept = readonly [tree: string, file: string]

/**
 * Takes over each page that is composed from the same tree by the same program, unless somebody has touched it since.
 *
 * @param root the dossier's folder
 * @param last the record of the last build; it may be missing
 * @param program hash of the program
 */
export function keepPages(root: string, last: string, program: string): KeptPages {
  const former = readStep<Kept>({ last, program })
  const now = new Map<string, string>()
  const kept = new Map<string, readonly MarkedPassage[]>()
  return {
    write: (collection, page) => {
      const path = mdxPath(collection, page)
      const tree = writeTreeOf(collection, page)
      const hash = sha256Of(tree.text)
      const from = join(root, path)
      const [formerHash, file] = former[path] ?? []
      now.set(path, hash)
      if (hash !== formerHash || identifyFile(from) !== file) return { mdx: writeMdxOf(collection, page), tree }
      kept.set(path, page.passages)
      return { mdx: takeFile(path, from), tree }
    },
    passagesOf: (path) => kept.get(path),
    keep: (staged) => {
      const pages = [...now].map(([path, hash]) => [path, [hash, identifyFile(join(staged, path))]])
      writeStep({ next: join(staged, MDX_RECORD), program }, Object.fromEntries(pages))
    },
  }
}

/** The file as it lies on the disk, read when its text is asked for. */
function takeFile(path: string, from: string): WrittenFile {
  return {
    path,
    from,
    get text() {
      return readFileSync(from, 'utf8')
    },
  }
}
