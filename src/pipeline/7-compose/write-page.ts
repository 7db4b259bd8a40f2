import { hashMdx, nameMdx, nameTree, writeTree } from '../../markup/page-file.ts'
import type { ComposedPage } from '../../markup/published.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import type { WrittenFile } from '../../model/published-file.ts'

/** A page of a collection as files. */
export interface WrittenPage {
  readonly mdx: WrittenFile
  /** What the MDX was written from, under the MDX's hash, so that the site need not parse it again. */
  readonly tree: WrittenFile
}

/** Writes a page into the folder of its collection. */
export function writePage(
  collection: string,
  page: ComposedPage<{ readonly id: string; readonly slug: string }>,
): WrittenPage {
  const { entry, passages } = page
  const text = writeMdx(entry, passages)
  return {
    mdx: { path: `content/${nameMdx(collection, entry)}`, text },
    tree: { path: `trees/${nameTree(hashMdx(text))}`, text: writeTree(page) },
  }
}
