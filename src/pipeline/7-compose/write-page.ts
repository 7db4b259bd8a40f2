import type { ComposedPage } from '../../markup/published.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import type { WrittenFile } from '../../model/written-file.ts'

/** Writes a page into the folder of its collection. */
export function writePage(
  collection: string,
  { entry, passages }: ComposedPage<{ readonly id: string; readonly slug: string }>,
): WrittenFile {
  return { path: `content/${collection}/${entry.slug}-${entry.id}.mdx`, text: writeMdx(entry, passages) }
}
