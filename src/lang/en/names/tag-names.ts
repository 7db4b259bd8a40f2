import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Token } from '../../../text/tokens.ts'
import type { NameType, TokenSpan } from '../../tagger/labels.ts'
import { decodeModel } from '../../tagger/model.ts'
import { isMostlyCapitalised, makeCaseRestorer } from '../../tagger/word.ts'
import { makeTagger } from '../../tagger/tagger.ts'
import { loadLexicon } from './lexicon.ts'

/** A name in a passage; offsets in UTF-16 code units of the passage's text. */
export interface TaggedName {
  readonly start: number
  readonly end: number
  readonly type: NameType
}

/** What the tagger needs of a passage. */
export interface TaggedPassage {
  /** As `tokeniseSentences` gives them. */
  readonly sentences: readonly (readonly Token[])[]
  readonly isHeading?: boolean
}

type Tagger = ReturnType<typeof makeTagger>
let tagger: Tagger | undefined

/** The shipped tagger; its two files (see PROVENANCE.md) are read when it is first asked for. */
function loadTagger(): Tagger {
  const read = (file: string): Uint8Array => gunzipSync(readFileSync(new URL(file, import.meta.url)))
  return (tagger ??= makeTagger(decodeModel(read('./model.bin.gz')), loadLexicon()))
}

/**
 * Finds the names of persons, organisations, places and others in the passages of one source, which are read
 * together: how a word is written in one passage helps to read it in another.
 *
 * @returns for each passage its names in order; names do not overlap
 */
export function tagNames(passages: readonly TaggedPassage[]): TaggedName[][] {
  const text = passages.flatMap(({ sentences }) => sentences.map((tokens) => tokens.map((token) => token.text)))
  const isHeading = passages.flatMap((passage) => passage.sentences.map(() => passage.isHeading === true))
  const restoreCase = makeCaseRestorer(text)
  const cased = text.map((tokens, i) => (isHeading[i] && isMostlyCapitalised(tokens) ? restoreCase(tokens) : tokens))
  const spans = loadTagger()(cased)
  let next = 0
  return passages.map(({ sentences }) =>
    sentences.flatMap((tokens) => spans[next++]!.map((span) => toName(tokens, span))),
  )
}

function toName(tokens: readonly Token[], { first, last, type }: TokenSpan): TaggedName {
  return { start: tokens[first]!.start, end: tokens[last]!.end, type }
}
