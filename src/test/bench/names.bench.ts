/**
 * Measures the shipped tagger on annotated corpora it never saw: `npm run bench:names [folder]`; `--write` puts
 * the figures on the method page.
 * Exact bounds and type, F1 in percent; then the tokens tagged in a second of one core.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { countAgreement, formatF1, sumAgreement } from './agreement.ts'
import { decodeLexicon } from '../../lang/tagger/lexicon.ts'
import { decodeModel } from '../../lang/tagger/model.ts'
import { projectNames } from './project-names.ts'
import { readCorpus, type Corpus } from '../../train/corpora.ts'
import { makeTagger } from '../../lang/tagger/tagger.ts'
import { writeMeasured } from './write-measured.ts'

const CORPORA = ['conllpp2020', 'ww.dev', 'conll03.testa', 'wnut17.test']
/** The corpus whose figures `--write` puts on the method page: news of 2020. */
const SHOWN = 'conllpp2020'
const folder = process.argv.slice(2).find((word) => !word.startsWith('-')) ?? '../shared/data/names/evaluate'
const read = (file: string): Uint8Array => gunzipSync(readFileSync(new URL(file, import.meta.url)))
const model = decodeModel(read('../../lang/en/names/tagger/model.bin.gz'))
const types = decodeModel(read('../../lang/en/names/tagger/types.bin.gz'))
const lexicon = decodeLexicon(read('../../lang/en/names/tagger/lexicon.bin.gz'))

function tagCorpus(corpus: Corpus) {
  const tagDocument = makeTagger(model, types, lexicon)
  return corpus.flatMap((document) => tagDocument(document.map(({ tokens }) => tokens)))
}

function measureAccuracy(name: string, corpus: Corpus): Record<string, string> {
  const sentences = corpus.flat()
  const found = tagCorpus(corpus).map((names, i) => projectNames(names, sentences[i]!.origins))
  const { typed, untyped } = countAgreement(
    found,
    sentences.map(({ names }) => names),
  )
  const named = sumAgreement([typed.PER, typed.ORG, typed.LOC])
  if (name === SHOWN)
    writeMeasured(
      { part: 'names', texts: 'CoNLL++, news of 2020', command: 'npm run bench:names', cases: named.wanted },
      named.right,
      named.found,
    )
  return {
    all: formatF1(sumAgreement(Object.values(typed))),
    'PER+ORG+LOC': formatF1(named),
    untyped: formatF1(untyped),
    ...Object.fromEntries(Object.entries(typed).map(([type, agreement]) => [type, formatF1(agreement)])),
  }
}

/** Tokens per second of processor time, by a tagger that has not seen any of the words yet. */
function measureSpeed(corpus: Corpus): number {
  const start = process.cpuUsage()
  tagCorpus(corpus)
  const seconds = process.cpuUsage(start).user / 1e6
  return Math.round(corpus.flat().reduce((sum, { tokens }) => sum + tokens.length, 0) / seconds)
}

const paths = CORPORA.map((name) => [name, join(folder, `${name}.tsv`)] as const)
for (const [name, path] of paths) if (!existsSync(path)) console.log(`${name}: no such file as ${path}`)
const corpora = paths.filter(([, path]) => existsSync(path)).map(([name, path]) => [name, readCorpus(path)] as const)
console.table(Object.fromEntries(corpora.map(([name, corpus]) => [name, measureAccuracy(name, corpus)])))
if (corpora.length > 0) console.log(`${measureSpeed(corpora.flatMap(([, corpus]) => corpus))} tokens/s a core`)
