import { createHash } from 'node:crypto'
import type { Source } from '../../model/source.ts'
import type { WrittenFile } from '../../model/published-file.ts'
import type { Composition } from './composition.ts'

/** The hash that an extracted text is known by. */
export function hashExtractedText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Where the extracted text of a source is kept; undefined where the decoded file itself is the text. */
export function extractedFile({ extraction }: Source, id: string): string | undefined {
  return extraction && `content/extracted/${id}.txt`
}

/**
 * The extracted texts, and beside each its map to the original: a block a line with its range (UTF-16 code units) and
 * its place. A text that may not be shown in full is not written; its hash and its map are.
 */
export function composeExtractedTexts({ chronicle, pageOfSource }: Composition): WrittenFile[] {
  return chronicle.flatMap((source) => {
    const path = extractedFile(source, pageOfSource(source.file).id)
    if (path === undefined) return []
    const { file, sha256, text, rights, extraction } = source
    const { blocks, by } = extraction!
    const head = JSON.stringify({ file, sha256, by, text: hashExtractedText(text) })
    const lines = blocks.map((block) => JSON.stringify(block)).join(',\n')
    const map = { path: path.replace(/txt$/, 'json'), text: `{"of":${head},\n"blocks":[\n${lines}\n]}\n` }
    return rights === 'full' ? [{ path, text }, map] : [map]
  })
}
