import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readData } from '../text/read-data.ts'
import { agreeInDocument } from '../lang/tagger/document.ts'
import type { NameType, TokenSpan } from '../lang/tagger/labels.ts'
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

const lists: { affiliations: string[]; ambiguous: string[]; titles: string[] } = readData(
  './harmonise.yml',
  import.meta.url,
)
const withPlural = (word: string): string[] => [word, `${word}s`]
const AMBIGUOUS = new Set(lists.ambiguous)
const TITLES = new Set(lists.titles)

/**
 * Makes the function that brings a sentence to the common scheme.
 *
 * @param demonyms words for the people of a place, in the singular
 */
export function makeHarmoniser(demonyms: readonly string[]) {
  const belonging = new Set([...demonyms, ...lists.affiliations].flatMap(withPlural))
  return ({ tokens, names, origins }: AnnotatedSentence): AnnotatedSentence => {
    const trimmed = names.flatMap((name) => trimName(tokens, name))
    const kept = trimmed.filter((name) => !isBelonging(tokens, name, belonging))
    return {
      tokens,
      origins,
      names: [...kept, ...findBelonging(tokens, kept, belonging)].sort((a, b) => a.first - b.first),
    }
  }
}

type Words = ReadonlySet<string>

const wordsOf = (tokens: readonly string[], { first, last }: TokenSpan): string =>
  tokens.slice(first, last + 1).join(' ')

/** Leaves a leading article, a person's titles and a possessive ending outside; nothing may be left. */
function trimName(tokens: readonly string[], { first, last, type }: TokenSpan): TokenSpan[] {
  let from = first
  let to = last
  while (to >= from && /^['’]s?$/u.test(tokens[to]!)) to -= 1
  while (from <= to && isOutside(tokens[from]!, type)) from += 1
  return from > to ? [] : [{ first: from, last: to, type }]
}

function isOutside(token: string, type: NameType): boolean {
  return /^(?:the|a|an)$/u.test(token) || (type === 'PER' && (TITLES.has(token) || token === '.'))
}

function isBelonging(tokens: readonly string[], name: TokenSpan, belonging: Words): boolean {
  const words = wordsOf(tokens, name)
  return belonging.has(words) && !(AMBIGUOUS.has(words) && (name.type === 'PER' || name.type === 'ORG'))
}

/** Finds the words of belonging outside all names, two words before one. */
function findBelonging(tokens: readonly string[], names: readonly TokenSpan[], belonging: Words): TokenSpan[] {
  const found: TokenSpan[] = []
  const isFree = (at: number): boolean => !names.some(({ first, last }) => first <= at && at <= last)
  for (let at = 0; at < tokens.length; at += 1) {
    for (const last of [at + 1, at]) {
      const span: TokenSpan = { first: at, last, type: 'MISC' }
      if (last >= tokens.length || !isFree(at) || !isFree(last) || !belonging.has(wordsOf(tokens, span))) continue
      found.push(span)
      at = last
      break
    }
  }
  return found
}
