import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { findInGazetteer, gazetteerKey } from './gazetteer.ts'

test.each([
  ['Ar Raqqah', 'raqqa'],
  ['Łódź', 'lodz'],
  ['Al Bab', 'al bab'],
  ['Utah', 'uta'],
])('%s is looked up as %s', (name, key) => expect(gazetteerKey(name)).toBe(key))

test('the town in the country named after it, not the larger namesake', () =>
  expect(findInGazetteer('London', undefined, new Set(['Canada']), true)).toEqual([42.98, -81.23]))

test.each([
  ['a town of the country that its sources name', 'Homs', undefined, ['Syria'], [34.73, 36.72]],
  ['another name', 'Astana', 'city', ['Kazakhstan'], [51.18, 71.45]],
  ['another name of a world city', 'New York', undefined, [], [40.71, -74.01]],
  ['another spelling', 'Raqqa', 'city', ['Syria'], [35.95, 39.01]],
  ['a country, in its middle', 'Syria', 'country', [], [35.03, 38.51]],
  ['a world city without its country', 'London', undefined, [], [51.51, -0.13]],
  ['a large town of which there is only one', 'Homs', undefined, ['France'], [34.73, 36.72]],
  ['a small town of which there is only one', 'Villach', undefined, ['France'], undefined],
  ['a town of the country named, where a world city has its name', 'London', undefined, ['Canada'], undefined],
  ['a village of the country named, where a capital has its name', 'Buenos Aires', undefined, ['Peru'], undefined],
  ['several of one country, of which one outweighs the others', 'Paris', undefined, ['France', 'Syria'], [48.85, 2.35]],
  ['several of one country', 'Springfield', undefined, ['United States'], undefined],
  ['a province of a town’s name', 'Homs', 'province', ['Syria'], undefined],
  ['a country’s name for a town', 'Syria', 'city', ['Syria'], undefined],
  ['no town', 'Northport Harbour', undefined, ['United States'], undefined],
])('%s', (_, name, subtype, countries, expected) =>
  expect(findInGazetteer(name, subtype, new Set(countries))).toEqual(expected),
)

test('the list is in the order in which it is searched', () => {
  const file = readFileSync(new URL('./gazetteer/places.tsv.gz', import.meta.url))
  const keys = gunzipSync(file)
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(0, line.indexOf('\t')))
  expect(keys.length).toBeGreaterThan(40_000)
  expect(keys.findIndex((key, at) => at > 0 && key < keys[at - 1]!)).toBe(-1)
})
