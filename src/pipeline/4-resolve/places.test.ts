import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { canLieWithin, partByPlace } from './places.ts'

const entry = (coordinates?: [number, number]) => ({ coordinates }) as Parameters<typeof canLieWithin>[0]

test.each<[string, [number, number] | undefined, { name: string; country?: string } | undefined, boolean]>([
  ['London in England', [51.5, -0.1], { name: 'England', country: 'United Kingdom' }, true],
  ['London in Ontario', [51.5, -0.1], { name: 'Ontario', country: 'Canada' }, false],
  ['Tripoli in Lebanon', [32.9, 13.2], { name: 'Lebanon', country: 'Lebanon' }, false],
  ['east of the date line', [51.9, 173], { name: 'Alaska', country: 'United States' }, true],
  ['west of it', [33.5, -86.8], { name: 'Alabama', country: 'United States' }, true],
  ['neither', [52.5, -1.9], { name: 'Alabama', country: 'United States' }, false],
  ['a country without a box', [51.5, -0.1], { name: 'Norland', country: 'Norland' }, true],
  ['a state of two countries', [51.5, -0.1], { name: 'Georgia' }, true],
  ['no place behind it', [51.5, -0.1], undefined, true],
  ['no coordinates', undefined, { name: 'Lebanon', country: 'Lebanon' }, true],
])('an entry of the register and %s', (_, coordinates, within, expected) =>
  expect(canLieWithin(entry(coordinates), within)).toBe(expected),
)

/** Parts of places written `a:Ohio/Norland`, `b:Norland/Norland`, `c`. */
const part = (places: readonly string[]) =>
  partByPlace(places, (place) => {
    const [name, country] = place.split(':')[1]?.split('/') ?? []
    return name ? { name, ...(country && { country }) } : undefined
  }).map((held) => held.map((place) => place.split(':')[0]).join(''))

test.each<[string, string[], string[]]>([
  ['nothing told', ['a', 'b'], ['ab']],
  ['one place told', ['a:Ohio/Norland', 'b'], ['ab']],
  ['a country and its state', ['a:Norland/Norland', 'b:Ohio/Norland', 'c'], ['abc']],
  ['two states', ['a:Ohio/Norland', 'b:Iowa/Norland', 'c', 'd:Iowa/Norland'], ['a', 'bd', 'c']],
  ['a country with two states', ['a:Ohio/Norland', 'b:Iowa/Norland', 'c:Norland/Norland'], ['a', 'b', 'c']],
  ['two countries', ['a:Norland/Norland', 'b:Sudland/Sudland'], ['a', 'b']],
  ['a container of two meanings', ['a:Georgia', 'b:Ohio/Norland'], ['a', 'b']],
])('%s', (_, places, expected) => expect(part(places)).toEqual(expected))

test('every box is on the globe, and the boxes are sorted by name', () => {
  const boxes = parse(readFileSync(new URL('./country-boxes.yml', import.meta.url), 'utf8')) as Record<string, number[]>
  expect(Object.keys(boxes)).toEqual(Object.keys(boxes).toSorted())
  expect(
    Object.entries(boxes).filter(
      ([, [south, west, north, east]]) =>
        !(
          south! >= -90 &&
          south! < north! &&
          north! <= 90 &&
          west! >= -180 &&
          west! <= 180 &&
          east! >= -180 &&
          east! <= 180
        ),
    ),
  ).toEqual([])
})
