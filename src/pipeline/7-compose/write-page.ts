import { nameMdx, nameTree, writeTree } from '../../markup/page-file.ts'
import type { ComposedPage } from '../../markup/vocabulary.ts'
import { writeMdx } from '../../markup/write-mdx.ts'
import type { WrittenFile } from '../../model/published-file.ts'
import type { Source } from '../../model/source.ts'
import { sha256Of } from '../../text/hash.ts'
import {
  entriesOfContradictions,
  entriesOfCoverage,
  entriesOfDatedEvents,
  entriesOfFigures,
  entriesOfOrigins,
  entriesOfQuotations,
  entriesOfWords,
} from './compose-statements.ts'
import type { Composition } from './composition.ts'

/** A page of a collection as files. */
export interface WrittenPage {
  readonly mdx: WrittenFile
  /** The tree from which the MDX is written, so that the site need not parse it again. */
  readonly tree: WrittenFile
}

/** A page before it is written. */
export type Page = ComposedPage<PageEntry>

/** What names the files of a page. */
export interface PageEntry {
  readonly id: string
  readonly slug: string
}

/** A page that is composed when it is needed. */
export interface PageToCompose<Entry> {
  readonly id: string
  readonly slug: string
  /** Hash of everything, but for the program, that it is composed from; nothing where it must be composed. */
  readonly key: string | undefined
  /** Ids of its passages. */
  readonly passages: readonly string[]
  readonly compose: () => ComposedPage<Entry>
}

/** Writes a page into the folder of its collection. */
export function writePage(collection: string, page: Page): WrittenPage {
  return { mdx: writeMdxOf(collection, page), tree: writeTreeOf(collection, page) }
}

/** Path of a page's MDX, from the dossier's root. */
export const mdxPath = (collection: string, entry: PageEntry): string => `content/${nameMdx(collection, entry)}`

/** The MDX of a page alone. */
export const writeMdxOf = (collection: string, page: Page): WrittenFile => ({
  path: mdxPath(collection, page.entry),
  text: writeMdx(page.entry, page.passages),
})

/** The tree of a page; writing it takes a hundredth of the time of its MDX. */
export const writeTreeOf = (collection: string, page: Page): WrittenFile => ({
  path: `trees/${nameTree(nameMdx(collection, page.entry))}`,
  text: writeTree(page),
})

/** Writes a page as `writePage` does; the key is that of `PageToCompose`. */
export type WritePage = (collection: string, page: Page, key?: string) => WrittenPage

/** The files of a page that the last build composed from the same, if they are still there. */
export type TakePage = (path: string, key: string, passages: readonly string[]) => WrittenPage | undefined

/** Writes the tree of a page and an empty MDX file: a site that is rendered at once reads only the tree. */
export const writeTreeAlone: WritePage = (collection, page) => ({
  mdx: { path: mdxPath(collection, page.entry), text: '' },
  tree: writeTreeOf(collection, page),
})

/** The entries of the lists beside the MDX, by the names of their files under `content/`. */
export function composeLists(composition: Composition) {
  return composition.withhold({
    timeline: entriesOfDatedEvents(composition),
    quotations: entriesOfQuotations(composition),
    figures: entriesOfFigures(composition),
    words: entriesOfWords(composition),
    origins: entriesOfOrigins(composition),
    coverage: entriesOfCoverage(composition),
    contradictions: entriesOfContradictions(composition),
  })
}

/** Where the extracted text of a source is kept; undefined where the decoded file itself is the text. */
export function extractedFile({ extraction }: Source, id: string): string | undefined {
  return extraction && `content/extracted/${id}.txt`
}

/**
 * The extracted texts, and beside each its map to the original: a block a line with its range (UTF-16 code units) and
 * its place. A text that may not be shown in full is not written; its hash and its map are.
 */
export function composeExtractedTexts({ sourcesByDate, pageOfSource }: Composition): WrittenFile[] {
  return sourcesByDate.flatMap((source) => {
    const path = extractedFile(source, pageOfSource(source.file).id)
    if (path === undefined) return []
    const { file, sha256, text, rights, extraction } = source
    const { blocks, by } = extraction!
    const head = JSON.stringify({ file, sha256, by, text: sha256Of(text) })
    const lines = blocks.map((block) => JSON.stringify(block)).join(',\n')
    const map = { path: path.replace(/txt$/, 'json'), text: `{"of":${head},\n"blocks":[\n${lines}\n]}\n` }
    return rights === 'full' ? [{ path, text }, map] : [map]
  })
}
