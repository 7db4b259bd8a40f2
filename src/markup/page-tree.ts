import { createHash } from 'node:crypto'
import type { MarkedPassage } from './write-mdx.ts'

/** A page of a content collection before it was serialised to MDX. */
export interface PageTree {
  /** Front matter. */
  readonly entry: unknown
  readonly passages: readonly MarkedPassage[]
}

/** The file of a page under `content/`. */
export function nameMdx(collection: string, { slug, id }: { readonly slug: string; readonly id: string }): string {
  return `${collection}/${slug}-${id}.mdx`
}

/** SHA-256 of an MDX file's text in hexadecimal. */
export function hashMdx(mdx: string): string {
  return createHash('sha256').update(mdx).digest('hex')
}

/** The name under which the tree of an MDX file is kept. */
export function nameTree(hash: string): string {
  return `${hash}.json`
}

/** A tree as a file of two lines of JSON, so that its entry can be read without its passages. */
export function writeTree({ entry, passages }: PageTree): string {
  return `${JSON.stringify(entry)}\n${JSON.stringify(passages)}\n`
}

/** The front matter of a tree that `writeTree` wrote. */
export function readTreeEntry(text: string): unknown {
  return JSON.parse(text.slice(0, text.indexOf('\n')))
}

/** The passages of a tree that `writeTree` wrote. */
export function readTreePassages(text: string): readonly MarkedPassage[] {
  return JSON.parse(text.slice(text.indexOf('\n')))
}
