import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readData } from '../text/read-data.ts'
import { agreeInDocument } from '../lang/tagger/document.ts'
import type { TokenSpan } from '../lang/tagger/labels.ts'
import { NAME_TYPES } from '../lang/tagger/labels.ts'
import { tokenise } from '../text/tokens.ts'

/** Reads the corpora that corpora.yml names from a folder, and completes those that are partial. */
export function readCorpora(folder: string): Corpus[] {
  const list: { file: string; isPartial: boolean }[] = readData('./corpora.yml', import.meta.url)
  return list.map(({ file, isPartial }) => {
    const corpus = readCorpus(join(folder, `${file}.tsv`))
    return isPartial ? corpus.map(completeNames) : corpus
  })
}

/** Marks the words that are a name in one place of a document as a name in every place of it. */
export function completeNames(document: Corpus[number]): Corpus[number] {
  const names = agreeInDocument(
    document.map(({ tokens }) => tokens),
    document.map((sentence) => sentence.names),
  )
  return document.map((sentence, i) => ({ ...sentence, names: names[i]! }))
}

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

/**
 * Puts an npm package of an exact version into a folder, unless it is there, without entering it in package.json.
 *
 * @returns the folder of the package
 */
export function fetchPackage(name: string, version: string, folder: string): string {
  const home = join(folder, 'node_modules', name)
  if (!existsSync(home)) {
    mkdirSync(folder, { recursive: true })
    const quietly = ['--no-audit', '--no-fund', '--ignore-scripts']
    execFileSync('npm', ['install', ...quietly, '--prefix', folder, `${name}@${version}`])
  }
  const found: string = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
  if (found !== version) throw new Error(`${home} is version ${found}, not ${version}: remove it and run again`)
  return home
}
