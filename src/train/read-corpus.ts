import { readFileSync } from 'node:fs'
import { tokenise } from '../text/tokens.ts'
import { NAME_TYPES, type TokenSpan } from '../lang/tagger/labels.ts'

/** A sentence of an annotated corpus, its tokens cut as the tagger cuts them. */
export interface AnnotatedSentence {
  readonly tokens: readonly string[]
  readonly names: readonly TokenSpan[]
  /** For each token, which of the corpus's own tokens it was cut from. */
  readonly origins: readonly number[]
}

/** Documents, each a list of sentences. */
export type Corpus = AnnotatedSentence[][]

/**
 * Reads a corpus: one token a line with a tab and its BIO tag, an empty line after a sentence,
 * and a line `#doc name` before each document.
 */
export function readCorpus(path: string): Corpus {
  const documents: Corpus = []
  for (const part of readFileSync(path, 'utf8').split(/^#doc .*\n/mu)) {
    const sentences = part
      .split(/\n\n+/u)
      .map(readSentence)
      .filter(({ tokens }) => tokens.length > 0)
    if (sentences.length > 0) documents.push(sentences)
  }
  return documents
}

function readSentence(lines: string): AnnotatedSentence {
  const tokens: string[] = []
  const origins: number[] = []
  const names: { first: number; last: number; type: TokenSpan['type'] }[] = []
  let previous = 'O'
  for (const line of lines.split('\n')) {
    const tab = line.lastIndexOf('\t')
    if (tab < 0) continue
    const first = tokens.length
    tokens.push(...tokenise(line.slice(0, tab)).map((token) => token.text))
    while (origins.length < tokens.length) origins.push(first)
    const tag = line.slice(tab + 1)
    const type = NAME_TYPES.find((name) => tag.endsWith(`-${name}`))
    const last = tokens.length - 1
    if (type && tag.startsWith('I') && previous.endsWith(`-${type}`)) names.at(-1)!.last = last
    else if (type && last >= first) names.push({ first, last, type })
    previous = tag
  }
  return { tokens, names, origins }
}
