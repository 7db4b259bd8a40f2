import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { agreeInDocument } from '../lang/tagger/agree-in-document.ts'
import { readCorpus, type Corpus } from './read-corpus.ts'

/** Reads the corpora that corpora.yml names from a folder, and completes those that are partial. */
export function readCorpora(folder: string): Corpus[] {
  const list: { file: string; isPartial: boolean }[] = parse(
    readFileSync(new URL('./corpora.yml', import.meta.url), 'utf8'),
  )
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
