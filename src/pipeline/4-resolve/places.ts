import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Mention } from '../../model/mention.ts'
import type { RegisteredEntity } from '../../model/register.ts'

type Within = NonNullable<Mention['within']>
type Box = readonly [south: number, west: number, north: number, east: number]

const boxes = new Map(
  Object.entries(parse(readFileSync(new URL('./country-boxes.yml', import.meta.url), 'utf8')) as Record<string, Box>),
)

/**
 * Parts places of one name by where their sources say that they lie. What is only said to lie in a country lies in the
 * one state or province of it that is named. Those of no told place are with the one place told, or by themselves where
 * there are several.
 */
export function partByPlace<T>(same: readonly T[], withinOf: (one: T) => Within | undefined): T[][] {
  const told = same.flatMap((one) => withinOf(one) ?? [])
  const partsOf = (country: string) => [
    ...new Set(told.filter((within) => within.country === country && within.name !== country).map(({ name }) => name)),
  ]
  const placeOf = ({ name, country }: Within) => {
    const parts = name === country ? partsOf(country) : []
    return parts.length === 1 ? parts[0]! : name
  }
  const keyOf = (one: T) => {
    const within = withinOf(one)
    return within && placeOf(within)
  }
  const byPlace = Map.groupBy(same, keyOf)
  return byPlace.size > (byPlace.has(undefined) ? 2 : 1) ? [...byPlace.values()] : [[...same]]
}

/**
 * Whether an entry of the register can be a place that lies in a country, state or province: not when the entry's
 * coordinates lie outside the box around the country.
 */
export function canLieWithin({ coordinates }: RegisteredEntity, within: Within | undefined): boolean {
  const box = boxes.get(within?.country ?? '')
  if (!box || !coordinates) return true
  const [[latitude, longitude], [south, west, north, east]] = [coordinates, box]
  const isBetween = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
  return latitude >= south && latitude <= north && isBetween
}
