import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameTree, readTreePassages } from '../markup/page-file.ts'
import type { WrittenFile } from '../model/published-file.ts'
import type { WritePage } from '../pipeline/7-compose/write-page.ts'
import { mdxPath, writeMdxOf, writeTreeOf } from '../pipeline/7-compose/write-page.ts'
import { identifyFile, sha256Of } from '../text/hash.ts'
import { listFilesBelow } from './disk/disk.ts'
import { readStep, writeStep } from './last-build.ts'
import type { CheckedBefore, PassageText, PassageTexts } from './write-files.ts'
import { setDownIn, takeFile } from './write-files.ts'

/** Name of the record, in the state folder and in the staging area. */
export const MDX_RECORD = 'mdx.json'

/** Pages of `content/` that the last build wrote, read back and checked: writing them again would give the same. */
export interface KeptPages extends CheckedBefore {
  /** Returns the page to write, or the file of `content/` that it equals. */
  readonly write: WritePage
  /** Keeps the record for the next build, in the staging area, where the pages of this one are. */
  readonly keep: (staged: string, texts: PassageTexts) => void
}

/** Hash of a page's inputs, the name of its MDX file, and the hash of the texts that it was checked against. */
type Kept = readonly [tree: string, file: string, texts: string]

/** What is held of a page until it is checked. */
interface ComposedFrom {
  readonly hash: string
  readonly passages: readonly string[]
}

/**
 * Takes over each page that is composed from the same tree by the same program, unless somebody has touched it since, and
 * writes the others.
 *
 * @param root the dossier's folder
 * @param last the record of the last build; it may be missing
 * @param program hash of the program
 * @param staged where pages are written
 */
export function keepPages(root: string, last: string, program: string, staged: string): KeptPages {
  const setDown = setDownIn(staged)
  const former = readStep<Kept>({ last, program })
  const now = new Map<string, ComposedFrom>()
  const kept = new Map<string, WrittenFile>()
  const hashTexts = rememberTexts()
  return {
    write: (collection, page) => {
      const path = mdxPath(collection, page)
      const tree = setDown(writeTreeOf(collection, page))
      const hash = tree.sha256!
      const from = join(root, path)
      const [formerHash, file] = former[path] ?? []
      now.set(path, { hash, passages: page.passages.map(({ id }) => id) })
      if (hash !== formerHash || identifyFile(from) !== file)
        return { mdx: setDown(writeMdxOf(collection, page)), tree }
      kept.set(path, tree)
      return { mdx: takeFile(path, from, { isText: true }) as WrittenFile, tree }
    },
    passagesOf: (path) => {
      const tree = kept.get(path)
      return tree && readTreePassages(tree.text)
    },
    isChecked: (path, texts) => kept.has(path) && former[path]?.[2] === hashTexts(now.get(path)!.passages, texts),
    keep: (staged, texts) =>
      writeRecordOf(
        [...now].map(([path, { hash, passages }]) => [path, hash, hashTexts(passages, texts)]),
        staged,
        program,
      ),
  }
}

/** Hashes the texts of passages; a passage is on the pages of many entities, and its text is hashed once. */
function rememberTexts(): (passages: readonly string[], texts: PassageTexts) => string {
  const hashes = new WeakMap<PassageText, string>()
  const hashOf = (id: string, texts: PassageTexts): string => {
    const known = texts.get(id)
    if (!known) return `${id} missing`
    const hash = hashes.get(known) ?? sha256Of(`${id} ${known.isFull} ${known.text}`)
    hashes.set(known, hash)
    return hash
  }
  return (passages, texts) => sha256Of(passages.map((id) => hashOf(id, texts)).join('\n'))
}

function writeRecordOf(
  pages: readonly (readonly [path: string, tree: string, texts: string])[],
  staged: string,
  program: string,
): void {
  const kept = pages.map(([path, hash, texts]) => [path, [hash, identifyFile(join(staged, path)), texts]])
  writeStep({ next: join(staged, MDX_RECORD), program }, Object.fromEntries(kept))
}

/** In place of the hash of texts: the next build checks the page. */
const NOT_KNOWN = ''

/** Writes the record of pages that another machine composed and checked, which stand in the staging area with their trees. */
export function keepComposed(staged: string, program: string): void {
  const files = listFilesBelow(join(staged, 'content')).filter((file) => file.endsWith('.mdx'))
  const hashes = files.map((file): [string, string, string] => [
    `content/${file}`,
    sha256Of(readFileSync(join(staged, 'trees', nameTree(file)))),
    NOT_KNOWN,
  ])
  writeRecordOf(hashes, staged, program)
}
