import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { nameTree, readTreePassages } from '../markup/page-file.ts'
import type { WrittenFile } from '../model/published-file.ts'
import type { TakePage, WritePage } from '../pipeline/7-compose/write-page.ts'
import { mdxPath, writeMdxOf, writeTreeOf } from '../pipeline/7-compose/write-page.ts'
import { identifyFile, sha256Of } from '../text/hash.ts'
import { listFilesBelow } from './disk/disk.ts'
import { readStep, writeStep } from './last-build.ts'
import type { CheckedBefore, PassageText, PassageTexts } from './write-files.ts'
import { move } from './render/render-site.ts'
import { linkInto, setDownIn, takeFile } from './write-files.ts'

/** Name of the record, in the state folder and in the staging area. */
export const MDX_RECORD = 'mdx.json'

/** Pages of `content/` that the last build wrote, read back and checked: writing them again would give the same. */
export interface KeptPages extends CheckedBefore {
  /** Returns the page to write, or the file of `content/` that it equals. */
  readonly write: WritePage
  /** The files of a page that was composed from what the key is the hash of, unless somebody has touched them since. */
  readonly take: TakePage
  /** Keeps the record for the next build, in the staging area, where the pages of this one are. */
  readonly keep: (staged: string, texts: PassageTexts) => void
}

/**
 * Hash of a page's tree, the identity of its MDX file, the hash of the texts that it was checked against, the hash of all that it
 * was composed from, and the identity of the file of its tree.
 */
type Kept = readonly [tree: string, file: string, texts: string, key?: string, treeFile?: string]

/** What is held of a page until it is checked. */
interface ComposedFrom {
  readonly hash: string
  readonly key?: string | undefined
  readonly passages: readonly string[]
}

/**
 * Takes over each page that is composed from the same tree by the same program, unless somebody has touched it since, and
 * writes the others.
 *
 * @param root the dossier's folder
 * @param stateFolder with what the last build left, if any
 * @param program hash of the program
 * @param staged where pages are written
 */
export function keepPages(root: string, stateFolder: string, program: string, staged: string): KeptPages {
  const setDown = setDownIn(staged)
  const former = readStep<Kept>({ last: join(stateFolder, MDX_RECORD), program })
  const now = new Map<string, ComposedFrom>()
  const taken = new Map<string, WrittenFile>()
  const hashTexts = rememberTexts()
  return {
    write: (collection, page, key) => {
      const path = mdxPath(collection, page.entry)
      const tree = setDown(writeTreeOf(collection, page))
      const hash = tree.sha256!
      const from = join(root, path)
      const [formerHash, file] = former[path] ?? []
      now.set(path, { hash, key, passages: page.passages.map(({ id }) => id) })
      if (hash !== formerHash || identifyFile(from) !== file)
        return { mdx: setDown(writeMdxOf(collection, page)), tree }
      taken.set(path, tree)
      return { mdx: takeText(path, from), tree }
    },
    take: (path, key, passages) => {
      const [hash, file, , formerKey, treeFile] = former[path] ?? []
      const [from, tree] = [join(root, path), treeOf(path)]
      if (key !== formerKey || identifyFile(from) !== file || identifyFile(join(stateFolder, tree)) !== treeFile)
        return undefined
      if (!linkInto(staged, tree, join(stateFolder, tree))) return undefined
      const kept = { mdx: takeText(path, from), tree: takeText(tree, join(staged, tree), hash) }
      now.set(path, { hash: hash!, key, passages })
      taken.set(path, kept.tree)
      return kept
    },
    passagesOf: (path) => {
      const tree = taken.get(path)
      return tree && readTreePassages(tree.text)
    },
    isChecked: (path, texts) => taken.has(path) && former[path]?.[2] === hashTexts(now.get(path)!.passages, texts),
    keep: (staged, texts) =>
      writeRecordOf(
        [...now].map(([path, { hash, key, passages }]) => ({ path, hash, key, texts: hashTexts(passages, texts) })),
        staged,
        program,
      ),
  }
}

/** The file of a page's tree, in the state folder and in the staging area. */
const treeOf = (mdx: string): string => `trees/${nameTree(mdx.slice('content/'.length))}`

const takeText = (path: string, from: string, sha256?: string) =>
  takeFile(path, from, { isText: true, ...(sha256 !== undefined && { sha256 }) }) as WrittenFile

/** Keeps the trees of the pages for the next build. */
export function keepTrees(staged: string, stateFolder: string): void {
  const target = join(stateFolder, 'trees')
  rmSync(target, { recursive: true, force: true })
  if (existsSync(join(staged, 'trees'))) move(join(staged, 'trees'), target)
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
  pages: readonly { path: string; hash: string; texts: string; key?: string | undefined }[],
  staged: string,
  program: string,
): void {
  const kept = pages.map(({ path, hash, texts, key }) => {
    const [file, treeFile] = [path, treeOf(path)].map((one) => identifyFile(join(staged, one)))
    return [path, [hash, file, texts, ...(key === undefined ? [] : [key, treeFile])]]
  })
  writeStep({ next: join(staged, MDX_RECORD), program }, Object.fromEntries(kept))
}

/** In place of the hash of texts: the next build checks the page. */
const NOT_KNOWN = ''

/** Writes the record of pages that another machine composed and checked, which stand in the staging area with their trees. */
export function keepComposed(staged: string, program: string): void {
  const files = listFilesBelow(join(staged, 'content')).filter((file) => file.endsWith('.mdx'))
  const hashes = files.map((file) => ({
    path: `content/${file}`,
    hash: sha256Of(readFileSync(join(staged, 'trees', nameTree(file)))),
    texts: NOT_KNOWN,
  }))
  writeRecordOf(hashes, staged, program)
}
