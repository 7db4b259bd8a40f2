import type { MarkedPassage } from '../../markup/write-mdx.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import type { WrittenFile } from '../../model/written-file.ts'

/** A page of a content collection: its front matter and its marked-up passages, all of it free to be shown. */
export interface ComposedPage<Entry> {
  readonly entry: Entry
  readonly passages: readonly MarkedPassage[]
}

/** Writes a page into the folder of its collection. */
export function writePage(collection: string, { entry, passages }: ComposedPage<{ readonly id: string; readonly slug: string }>): WrittenFile {
  return { path: `content/${collection}/${entry.slug}-${entry.id}.mdx`, text: writeMdx(entry, passages) }
}
