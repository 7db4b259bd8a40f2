import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Token } from '../../../../text/tokens.ts'
import type { NameType, TokenSpan } from '../../../tagger/labels.ts'
import type { Lexicon } from '../../../tagger/lexicon.ts'
import { decodeLexicon, hashPhrase, LISTS } from '../../../tagger/lexicon.ts'
import { decodeModel, hashText, type Model } from '../../../tagger/model.ts'
import { makeTagger } from '../../../tagger/tagger.ts'
import { isMostlyCapitalised, makeCaseRestorer } from '../../../tagger/word.ts'

/** A name in a passage; offsets in UTF-16 code units of the passage's text. */
export interface TaggedName {
  readonly start: number
  readonly end: number
  readonly type: NameType
}

/** A passage as the tagger reads it. */
export interface TaggedPassage {
  /** As `tokeniseSentences` gives them. */
  readonly sentences: readonly (readonly Token[])[]
  readonly isHeading?: boolean
}

const unpack = (file: string): Uint8Array => gunzipSync(readFileSync(new URL(file, import.meta.url)))

const loadModel = (file: string): Model => decodeModel(unpack(file))

let lexicon: Lexicon | undefined
let tagger: ReturnType<typeof makeTagger> | undefined

/** The shipped lexicon (see PROVENANCE.md), read when it is first needed. */
const loadLexicon = (): Lexicon => (lexicon ??= decodeLexicon(unpack('./lexicon.bin.gz')))

/** The shipped tagger, likewise. */
const loadTagger = (): ReturnType<typeof makeTagger> =>
  (tagger ??= makeTagger(loadModel('./model.bin.gz'), loadModel('./types.bin.gz'), loadLexicon()))

/** True for a lower-case word that occurs in the texts from which the lexicon was made. */
export function isKnownWord(word: string): boolean {
  return loadLexicon().clustersOf(hashText(word)).length > 0
}

/** Whether the lexicon has the word as a first name or a surname of any language. */
export function isPersonalName(word: string): boolean {
  const lists = loadLexicon().listsOf(hashPhrase([{ lower: hashText(word.toLowerCase()) }]))
  return LISTS.some((list, at) => (list === 'first-name' || list === 'surname') && lists & (1 << at))
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
