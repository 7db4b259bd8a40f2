import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ListName } from '../lang/tagger/lexicon.ts'
import { readData } from '../text/read-data.ts'

/** A phrase and its list. */
export type ListedPhrase = readonly [ListName, string]

/** Folders of the npm packages the phrases come from. */
export interface PhraseSources {
  readonly cities: string
  readonly provinces: string
  readonly wordnet: string
  readonly firstNames: readonly string[]
  readonly worldNames: string
  readonly brands: string
}

interface Place {
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
}

const CITY = 100_000
const TOWN = 15_000
const LISTS = new URL('../lang/en/names/lists/', import.meta.url)
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
    ...listWorldNames(sources.worldNames),
    ...listBrands(sources.brands),
    ...listTitles(),
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
  return readData(file, LISTS)
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

/** The lists of names by language that faker makes names from. */
interface Locale {
  readonly person?: {
    readonly first_name?: Readonly<Record<string, readonly string[] | null>>
    readonly last_name?: Readonly<Record<string, readonly string[] | null>>
  }
}

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}'’-]+(?: \p{Lu}[\p{Script=Latin}\p{M}'’-]+)?$/u

function listWorldNames(home: string): ListedPhrase[] {
  const { allLocales } = createRequire(import.meta.url)(home) as { allLocales: Record<string, Locale> }
  return Object.values(allLocales).flatMap(({ person }) => [
    ...listSpelt(person?.first_name, 'first-name'),
    ...listSpelt(person?.last_name, 'surname'),
  ])
}

function listSpelt(bySex: Readonly<Record<string, readonly string[] | null>> = {}, list: ListName): ListedPhrase[] {
  const names = Object.values(bySex).flatMap((some) => some ?? [])
  return names.filter((name) => LATIN.test(name)).flatMap((name) => spellings(name).map(named(list)))
}

function listBrands(home: string): ListedPhrase[] {
  const brands = readJson<{ title: string }[]>(join(home, 'data', 'simple-icons.json'))
  return brands.map(({ title }) => title).map(named('brand'))
}

/** Titles before a person's name, which the tagger leaves outside it. */
function listTitles(): ListedPhrase[] {
  const { titles }: { titles: string[] } = readData('persons.yml', LISTS)
  return titles
    .flatMap((title) => [title, title.toUpperCase()])
    .map((title) => title[0]!.toUpperCase() + title.slice(1))
    .map(named('title'))
}

function listGroups(file: string, list: ListName): ListedPhrase[] {
  const groups: Record<string, string[]> = readData(file, LISTS)
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
