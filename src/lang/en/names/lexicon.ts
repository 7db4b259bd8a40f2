import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { hashText } from '../../tagger/packing.ts'
import { decodeLexicon, type Lexicon } from '../../tagger/lexicon.ts'

let lexicon: Lexicon | undefined

/** The shipped lexicon (see PROVENANCE.md), read when it is first asked for. */
export function loadLexicon(): Lexicon {
  return (lexicon ??= decodeLexicon(gunzipSync(readFileSync(new URL('./lexicon.bin.gz', import.meta.url)))))
}

/** True for a word in lower case that stands in the texts which the lexicon was made from. */
export function isKnownWord(word: string): boolean {
  return loadLexicon().clustersOf(hashText(word)).length > 0
}
