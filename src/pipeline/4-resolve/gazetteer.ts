import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { foldText } from '../../text/search-words.ts'
import type { Cluster, EntityDraft } from './cluster.ts'

import { partitionPoint } from '../../text/partition-point.ts'

/** A town or country of the list. Format of the list: gazetteer/README.md. */
interface Row {
  /** Country of a town; empty for a country. */
  readonly country: string
  /** In thousands. */
  readonly population: number
  readonly coordinates: [latitude: number, longitude: number]
}

/** A name as the list holds it: plain letters, without an Arabic article and a silent "h": "Ar Raqqah" as "raqqa". */
export const gazetteerKey = (name: string): string =>
  foldText(name)
    .replace(/^(?:ad|al|an|ar|as|ash|at|az|el|es|the) (?=.{4})/, '')
    .replace(/ah$/, 'a')

interface Gazetteer {
  /** Lines in the order of their names. */
  readonly lines: readonly string[]
  readonly otherNames: ReadonlyMap<string, string>
}
let gazetteer: Gazetteer | undefined

const readLines = (name: string, unpack = (bytes: Buffer) => bytes) =>
  unpack(readFileSync(new URL(`./gazetteer/${name}`, import.meta.url)))
    .toString()
    .trimEnd()
    .split('\n')

function openGazetteer(): Gazetteer {
  gazetteer ??= {
    lines: readLines('places.tsv.gz', gunzipSync),
    otherNames: new Map(readLines('other-names.tsv').map((line) => line.split('\t') as [string, string])),
  }
  return gazetteer
}

/** Finds the rows of a key by binary search: few of the rows are ever needed, so an index would cost more. */
function listRows(key: string): Row[] {
  const { lines, otherNames } = openGazetteer()
  const own = `${key}\t`
  const found: Row[] = []
  const first = partitionPoint(lines.length, (at) => lines[at]! < own)
  for (let at = first; lines[at]?.startsWith(own); at += 1) found.push(readRow(lines[at]!))
  const other = otherNames.get(key)
  return other === undefined ? found : [...found, ...listRows(other)]
}

function readRow(line: string): Row {
  const [, country = '', population, latitude, longitude] = line.split('\t')
  return { country, population: Number(population), coordinates: [Number(latitude), Number(longitude)] }
}

/** A name of several towns means the largest where it has this many times the people of the next. */
const OUTWEIGHS = 10
/** Thousands of people that make a town known without its country. */
const WORLD_CITY = 1000
const LARGE_TOWN = 100

/**
 * The town or country that a name means, if only one can be meant: a town lies in a country that a source names, and
 * outweighs every other of its name there, and no world city elsewhere outweighs it; or it is known without its country.
 *
 * @param countries names of the countries that the sources of the name speak of
 * @param isCountryStated whether the sources put one of these countries after the name, as in "London, Canada"
 */
export function findInGazetteer(
  name: string,
  subtype: string | undefined,
  countries: ReadonlySet<string>,
  isCountryStated = false,
): [latitude: number, longitude: number] | undefined {
  const all = listRows(gazetteerKey(name))
  if (subtype === 'country') return all.find(({ country }) => country === '')?.coordinates
  if (subtype !== undefined && subtype !== 'city') return undefined
  const towns = all.filter(({ country }) => country !== '').sort((a, b) => b.population - a.population)
  const beside = towns.filter(({ country }) => countries.has(country))
  const [first, second] = beside.length > 0 ? beside : towns
  if (!first || !outweighs(first, second)) return undefined
  const isKnown =
    beside.length > 0
      ? isCountryStated || !isWorldCity(towns[0]!) || !outweighs(towns[0]!, first)
      : isWorldCity(first) || (!second && first.population >= LARGE_TOWN)
  return isKnown ? first.coordinates : undefined
}

const outweighs = (town: Row, other: Row | undefined) => town.population >= OUTWEIGHS * (other?.population ?? 0)
const isWorldCity = ({ population }: Row) => population >= WORLD_CITY

const filesOf = ({ groups }: Cluster) => groups.map(({ file }) => file)

/** Coordinates by key for the places of which the register knows none. */
export function locatePlaces(
  drafts: readonly EntityDraft[],
  subtypeOf: (draft: EntityDraft) => string | undefined,
): Map<string, [latitude: number, longitude: number]> {
  const places = drafts.filter(({ kind }) => kind === 'place')
  const countriesIn = new Map<string, Set<string>>()
  for (const draft of places.filter((one) => subtypeOf(one) === 'country'))
    for (const file of filesOf(draft.cluster))
      countriesIn.set(file, (countriesIn.get(file) ?? new Set()).add(draft.name))
  return new Map(
    places.flatMap((draft): [string, [number, number]][] => {
      if (draft.entry?.coordinates) return []
      const within = draft.cluster.groups.flatMap((group) => group.within ?? [])
      const stated = within.map(({ country, name }) => (country === name ? country : ''))
      const beside = new Set(
        stated.length > 0 ? stated : filesOf(draft.cluster).flatMap((file) => [...(countriesIn.get(file) ?? [])]),
      )
      const plain = within.length > 0 ? draft.name.replace(/,.*$/, '') : draft.name
      const isElsewhere = within.length > 0 && !stated.some((country) => country)
      const found = isElsewhere ? undefined : findInGazetteer(plain, subtypeOf(draft), beside, stated.length > 0)
      return found ? [[draft.key, found]] : []
    }),
  )
}
