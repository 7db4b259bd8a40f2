/**
 * Measures the shipped tagger on annotated corpora it never saw: `npm run bench:names [folder]`.
 * Exact bounds and type, F1 in percent; then the tokens tagged in a second of one core.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { countAgreement, formatF1, sumAgreement } from './agreement.ts'
import { decodeLexicon } from './lexicon.ts'
import { decodeModel } from './model.ts'
import { readCorpus } from './read-corpus.ts'
import { projectNames } from './project-names.ts'
import { makeTagger } from './tagger.ts'

const CORPORA = ['conllpp2020', 'ww.dev', 'conll03.testa', 'wnut17.test']
const folder = process.argv[2] ?? '../shared/data/names/evaluate'
const read = (file: string): Uint8Array => gunzipSync(readFileSync(new URL(file, import.meta.url)))
const tagDocument = makeTagger(decodeModel(read('./model.bin.gz')), decodeLexicon(read('./lexicon.bin.gz')))

function measure(name: string): void {
  const path = join(folder, `${name}.tsv`)
  if (!existsSync(path)) return console.log(`${name}: no such file as ${path}`)
  const corpus = readCorpus(path)
  const start = process.cpuUsage()
  const found = corpus.flatMap((document) => tagDocument(document.map(({ tokens }) => tokens)))
  const seconds = process.cpuUsage(start).user / 1e6
  const sentences = corpus.flat()
  const projected = found.map((names, i) => projectNames(names, sentences[i]!.origins))
  const { typed, untyped } = countAgreement(projected, sentences.map(({ names }) => names))
  const tokens = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0)
  console.table({
    [name]: {
      all: formatF1(sumAgreement(Object.values(typed))),
      'PER+ORG+LOC': formatF1(sumAgreement([typed.PER, typed.ORG, typed.LOC])),
      untyped: formatF1(untyped),
      PER: formatF1(typed.PER),
      ORG: formatF1(typed.ORG),
      LOC: formatF1(typed.LOC),
      MISC: formatF1(typed.MISC),
      'tokens/s': Math.round(tokens / seconds),
    },
  })
}

CORPORA.forEach(measure)
