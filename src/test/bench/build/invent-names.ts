import type { Random } from '../../../train/random.ts'

/** Something that articles name. */
export interface Named {
  /** The full name in lower case, with hyphens. */
  readonly id: string
  readonly name: string
  /** Other ways to name it. */
  readonly aliases: readonly string[]
}

const ONSETS = 'b br c d dr f g gr h k kr l m n p pr r s st t tr v z sh th'.split(' ')
const VOWELS = 'a e i o u ai ea ou'.split(' ')
const CODAS = 'n r l s t k m nd sk th ld rt'.split(' ')
const ENDINGS = ['', '', 'ing', 'ed', 's', 'er', 'ment', 'ion', 'ity', 'al']
const FIRST_NAMES = 'Adran Belisa Corvin Dalmira Edrik Fenna Goran Halise Jorun Kelda Lorens Mirena Petrin Selvi'.split(
  ' ',
)
const TITLES = ['Mr', 'Ms', 'General', 'Judge', 'Minister']
const BODIES = ['Industries', 'Party', 'Movement', 'Group', 'Observatory', 'Holdings', 'Agency', 'Union']
const LANDS = ['Bay', 'Valley', 'Province', 'Heights', 'Harbour', 'District', 'Pass']
const EVENTS = ['Conference', 'Accord', 'Trial', 'Uprising', 'Summit']

/** One of a list. */
export function pick<T>(list: readonly T[], random: Random): T {
  return list[random() % list.length]!
}

/** True in the given share of calls. */
export const happens = (share: number, random: Random): boolean => random() / 2 ** 32 < share

/** The place in a list of `size`, early ones most often (Zipf's law with exponent 1, by its inverse). */
export function pickEarly(size: number, random: Random): number {
  return Math.min(size - 1, Math.floor((size + 1) ** (random() / 2 ** 32)) - 1)
}

function inventStem(syllables: number, random: Random): string {
  const syllable = () => pick(ONSETS, random) + pick(VOWELS, random) + (happens(0.6, random) ? pick(CODAS, random) : '')
  return Array.from({ length: syllables }, syllable).join('')
}

/** Words of no language, as many as a large collection of news has rare ones. */
export function inventWords(count: number, random: Random): string[] {
  const words = new Set<string>()
  while (words.size < count) words.add(inventStem(1 + (random() % 3), random) + pick(ENDINGS, random))
  return [...words]
}

/** Distinct persons, organisations, places and events: four, three, two and one of ten. */
export function inventNames(count: number, random: Random): Named[] {
  const named = new Map<string, Named>()
  while (named.size < count) {
    const [name, ...aliases] = inventName(named.size % 10, random)
    const id = name.toLowerCase().replaceAll(' ', '-')
    named.set(id, { id, name, aliases })
  }
  return [...named.values()]
}

function inventName(kind: number, random: Random): [string, ...string[]] {
  const [one, other] = [inventStem(2, random), inventStem(1 + (random() % 2), random)].map(
    (stem) => stem[0]!.toUpperCase() + stem.slice(1),
  ) as [string, string]
  if (kind < 4) return [`${pick(FIRST_NAMES, random)} ${one}`, one, `${pick(TITLES, random)} ${one}`]
  if (kind < 7) return [`${one} ${other} ${pick(BODIES, random)}`, `${one} ${other}`]
  if (kind < 9) return [`${one} ${pick(LANDS, random)}`, one]
  return [`${one} ${other} ${pick(EVENTS, random)}`]
}
