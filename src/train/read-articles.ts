import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tokeniseSentences } from '../lang/sentences.ts'
import type { NameType } from '../lang/tagger/labels.ts'
import type { Token } from '../text/tokens.ts'
import type { AnnotatedSentence, Corpus } from './corpora.ts'
import { type GoldName, readMarkedArticle } from './marked-article.ts'

/** The type of each kind that a marked name may have. */
const TYPES: Readonly<Record<string, NameType>> = {
  p: 'PER',
  o: 'ORG',
  l: 'LOC',
  e: 'MISC',
  w: 'MISC',
  b: 'MISC',
  x: 'MISC',
}
const BETWEEN = /^%%\n/mu

/** Reads the marked articles of a folder, each a document; a line `%%` stands between those of one file. */
export function readArticleCorpus(folder: string): Corpus {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(BETWEEN))
    .map(readArticle)
}

function readArticle(marked: string): AnnotatedSentence[] {
  return readMarkedArticle(marked).paragraphs.flatMap(({ text, names }) => {
    const sentences = tokeniseSentences(text, 'en')
    const placed = sentences.map((tokens) => toSentence(tokens, names))
    const lost = names.length - placed.flatMap((sentence) => sentence.names).length
    if (lost > 0) throw new Error(`Expected every name to begin and end with a word of one sentence: ${text}`)
    return placed
  })
}

function toSentence(tokens: readonly Token[], names: readonly GoldName[]): AnnotatedSentence {
  return {
    tokens: tokens.map(({ text }) => text),
    origins: tokens.map((_, at) => at),
    names: names.flatMap(({ start, end, kind }) => {
      const first = tokens.findIndex((token) => token.start === start)
      const last = tokens.findIndex((token) => token.end === end)
      return first >= 0 && last >= first ? [{ first, last, type: TYPES[kind]! }] : []
    }),
  }
}
