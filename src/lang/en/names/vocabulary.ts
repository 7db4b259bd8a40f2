import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'yaml'
import type { Lexicon } from '../../tagger/lexicon.ts'
import { decodeLexicon } from '../../tagger/lexicon.ts'
import { hashText } from '../../tagger/packing.ts'

/**
 * Reads one of the word lists beside this file.
 *
 * @param name file name without its extension
 * @returns the parsed YAML, whose shape the caller names and `vocabulary.test.ts` checks
 */
export function readVocabulary<T>(name: string): T {
  return parse(readFileSync(new URL(`./${name}.yml`, import.meta.url), 'utf8')) as T
}

interface Words {
  readonly starters: readonly string[]
  readonly calendar: readonly string[]
  readonly determiners: readonly string[]
  readonly links: readonly string[]
  readonly particles: readonly string[]
  readonly compounds: readonly string[]
  readonly faiths: readonly string[]
  readonly compounded: readonly string[]
  readonly prepositions: readonly string[]
  readonly auxiliaries: readonly string[]
  readonly acronyms: readonly string[]
}

const words = readVocabulary<Words>('words')
const sets = {
  starters: new Set(words.starters),
  calendar: new Set(words.calendar),
  determiners: new Set(words.determiners),
  links: new Set(words.links),
  particles: new Set(words.particles),
  compounds: new Set(words.compounds),
  faiths: new Set(words.faiths),
  compounded: new Set(words.compounded),
  prepositions: new Set(words.prepositions),
  auxiliaries: new Set(words.auxiliaries),
  acronyms: new Set(words.acronyms),
}

/** Closed classes of English words, lower case but for faiths and acronyms, for asking whether a word is one of them. */
export const CLASSES: Readonly<Record<keyof Words, ReadonlySet<string>>> = sets

let lexicon: Lexicon | undefined

/** The shipped lexicon (see PROVENANCE.md), read when it is first asked for. */
export function loadLexicon(): Lexicon {
  return (lexicon ??= decodeLexicon(gunzipSync(readFileSync(new URL('./lexicon.bin.gz', import.meta.url)))))
}

/** True for a word in lower case that stands in the texts which the lexicon was made from. */
export function isKnownWord(word: string): boolean {
  return loadLexicon().clustersOf(hashText(word)).length > 0
}
