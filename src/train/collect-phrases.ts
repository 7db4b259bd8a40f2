import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'yaml'
import { observeDocument } from '../lang/tagger/document.ts'
import type { Scene } from '../lang/tagger/features.ts'
import { emitJoint, emitWord, ROLE_OFFSETS, styleOf } from '../lang/tagger/features.ts'
import { encodeLabels } from '../lang/tagger/labels.ts'
import type { Lexicon, ListName } from '../lang/tagger/lexicon.ts'
import { matchLists } from '../lang/tagger/lexicon.ts'
import { FEATURE_BITS, FEATURE_MASK } from '../lang/tagger/model.ts'
import type { TaggerWord } from '../lang/tagger/word.ts'
import { describeWord, NO_WORD } from '../lang/tagger/word.ts'
import type { AnnotatedSentence, Corpus } from './corpora.ts'

/** A sentence as the trainer sees it; the features of token i go from `starts[i]` to `starts[i + 1]`. */
export interface Sequence {
  readonly features: Uint32Array
  readonly starts: Uint32Array
  readonly labels: Uint8Array
}

const LONGEST_SENTENCE = 300

/** Takes the features of every sentence of a corpus, document by document, as the tagger will see them. */
export function collectSequences(corpus: Corpus, lexicon: Lexicon): Sequence[] {
  return corpus.flatMap((document) => {
    const worded = document.map(({ tokens }) => tokens.map((token) => describeWord(token, lexicon.clustersOf)))
    const usages = observeDocument(worded)
    return worded.flatMap((words, i) => {
      if (words.length > LONGEST_SENTENCE) return []
      const scene = { words, usages, matches: matchLists(words, lexicon.listsOf), style: styleOf(words) }
      return [toSequence(scene, document[i]!)]
    })
  })
}

function toSequence(scene: Scene, sentence: AnnotatedSentence): Sequence {
  const features: number[] = []
  const starts = new Uint32Array(scene.words.length + 1)
  const emit = (feature: number): void => void features.push(feature & FEATURE_MASK)
  scene.words.forEach((_: TaggerWord, at) => {
    ROLE_OFFSETS.forEach((shift, role) => emitWord(scene.words[at + shift] ?? NO_WORD, role, emit))
    emitJoint(scene, at, emit)
    starts[at + 1] = features.length
  })
  const labels = encodeLabels(scene.words.length, sentence.names)
  return { features: Uint32Array.from(features), starts, labels }
}

/**
 * Numbers the features seen at least `least` times and puts the numbers in the place of the hashes.
 *
 * @returns the hashes of the features kept, ascending, and the sequences with row numbers for features
 */
export function indexFeatures(sequences: readonly Sequence[], least: number) {
  const counts = new Uint8Array(2 ** FEATURE_BITS)
  for (const { features } of sequences) {
    for (const feature of features) if (counts[feature]! < 255) counts[feature]! += 1
  }
  const rows = new Int32Array(2 ** FEATURE_BITS).fill(-1)
  const kept: number[] = []
  counts.forEach((times, feature) => {
    if (times >= least) rows[feature] = kept.push(feature) - 1
  })
  return { features: Uint32Array.from(kept), indexed: sequences.map((sequence) => numberFeatures(sequence, rows)) }
}

function numberFeatures({ features, starts, labels }: Sequence, rows: Int32Array): Sequence {
  const numbered: number[] = []
  const ends = starts.map((start, at) => {
    const from = at === 0 ? start : starts[at - 1]!
    for (let i = from; i < start; i += 1) if (rows[features[i]!]! >= 0) numbered.push(rows[features[i]!]!)
    return numbered.length
  })
  return { features: Uint32Array.from(numbered), starts: ends, labels }
}

/** A phrase and the list it stands in. */
export type ListedPhrase = readonly [ListName, string]

/** Folders of the npm packages the phrases come from. */
export interface PhraseSources {
  readonly cities: string
  readonly provinces: string
  readonly wordnet: string
  readonly firstNames: readonly string[]
}

interface Place {
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
}

const CITY = 100_000
const TOWN = 15_000
const NAMES = new URL('../lang/en/names/', import.meta.url)
/** WordNet's lexicographer files: act, artifact, group, location, person. */
const WORDNET_LISTS: Record<string, ListName> = { '04': 'event', '14': 'organisation', '15': 'place', '18': 'person' }

/** Collects the phrases of every list, as they are written in text. */
export function collectPhrases(sources: PhraseSources): ListedPhrase[] {
  return [
    ...listPlaces('countries.yml', 'country'),
    ...listPlaces('regions.yml', 'region'),
    ...listGroups('known-organisations.yml', 'known-organisation'),
    ...listGroups('known-events.yml', 'known-event'),
    ...listCities(sources.cities),
    ...listProvinces(sources.provinces),
    ...sources.firstNames.flatMap(listFirstNames),
    ...listInstances(sources.wordnet),
  ]
}

const named =
  (list: ListName) =>
  (phrase: string): ListedPhrase => [list, phrase]
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8'))

/** The words for the people of a place, in the singular. */
export function listDemonyms(): string[] {
  return ['countries.yml', 'regions.yml'].flatMap(readPlaces).flatMap(({ demonyms }) => demonyms)
}

function readPlaces(file: string): Place[] {
  return parse(readFileSync(new URL(file, NAMES), 'utf8'))
}

function listPlaces(file: string, list: ListName): ListedPhrase[] {
  return readPlaces(file).flatMap(({ name, aliases, demonyms }) => [
    ...[name, ...aliases].map(named(list)),
    ...demonyms.flatMap((demonym) => [demonym, `${demonym}s`]).map(named('demonym')),
  ])
}

function listFirstNames(home: string): ListedPhrase[] {
  return readJson<string[]>(join(home, 'data', 'names.json')).map(named('first-name'))
}

function listGroups(file: string, list: ListName): ListedPhrase[] {
  const groups: Record<string, string[]> = parse(readFileSync(new URL(file, NAMES), 'utf8'))
  return Object.values(groups).flat().map(named(list))
}

function listCities(home: string): ListedPhrase[] {
  const cities: { name: string; population: number }[] = createRequire(import.meta.url)(home)
  return cities
    .filter(({ population }) => population >= TOWN)
    .flatMap(({ name, population }) => spellings(name).map(named(population >= CITY ? 'city' : 'town')))
}

function listProvinces(home: string): ListedPhrase[] {
  const provinces = readJson<{ name: string }[]>(join(home, 'admin1.json'))
  const kind = / (?:Province|Governorate|Region|District|State|County)$/u
  return provinces.flatMap(({ name }) => spellings(name.replace(kind, '')).map(named('province')))
}

/** A name as it is, and without its accents. */
function spellings(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ʻʼ‘’`]/gu, "'")
  return plain === name ? [name] : [name, plain]
}

/** The noun entries of WordNet that are instances of something: single persons, groups, places, events. */
function listInstances(home: string): ListedPhrase[] {
  const phrases: ListedPhrase[] = []
  for (const line of readFileSync(join(home, 'dict', 'data.noun'), 'utf8').split('\n')) {
    const fields = line.split(' ')
    const list = WORDNET_LISTS[fields[1] ?? '']
    if (!list || !/ @i \d{8} /u.test(line)) continue
    const count = parseInt(fields[3]!, 16)
    for (let i = 0; i < count; i += 1) phrases.push([list, fields[4 + 2 * i]!.replaceAll('_', ' ')])
  }
  return phrases
}
