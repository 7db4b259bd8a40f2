import type { Catalogue, CataloguePage } from './search-text.ts'

/*
 * Most of the index is small numbers. One character each, they take half the bytes that digits take after gzip.
 */

/** The first character that JSON does not escape; surrogates are skipped. */
const [FIRST, SURROGATES, AFTER] = [0x23, 0xd800, 0xe000]

const packNumber = (number: number) => {
  const code = number + FIRST
  return String.fromCodePoint(code < SURROGATES ? code : code + AFTER - SURROGATES)
}
const unpackNumber = (character: string) => {
  const code = character.codePointAt(0)!
  return (code < SURROGATES ? code : code - AFTER + SURROGATES) - FIRST
}

const packNumbers = (numbers: readonly number[]) => numbers.map(packNumber).join('')
const unpackNumbers = (packed: string) => Array.from(packed, unpackNumber)

/** The catalogue as it travels: a page is a row, its lengths one character each. */
export type PackedCatalogue = Omit<Catalogue, 'pages'> & {
  readonly pages: readonly (readonly [number, number, number, number, 0 | 1, string])[]
}

export const packCatalogue = ({ pages, ...values }: Catalogue): PackedCatalogue => ({
  ...values,
  pages: pages.map(({ kind, publisher, year, shown, hasHeadline, lengths }) => [
    kind,
    publisher,
    year,
    shown,
    hasHeadline ? 1 : 0,
    packNumbers(lengths),
  ]),
})

/** The catalogue that `packCatalogue` packed. */
export const unpackCatalogue = ({ pages, ...values }: PackedCatalogue): Catalogue => ({
  ...values,
  pages: pages.map(
    ([kind, publisher, year, shown, hasHeadline, lengths]): CataloguePage => ({
      kind,
      publisher,
      year,
      shown,
      hasHeadline: hasHeadline === 1,
      lengths: unpackNumbers(lengths),
    }),
  ),
})

/**
 * Packs the places of a word in one page.
 *
 * @param places indexes of the word among those of the page, ascending
 */
export function packPlaces(places: readonly number[]): string {
  const steps = places.map((place, at) => place - (places[at - 1] ?? 0))
  return packNumbers([places.length, ...steps])
}

/**
 * Packs the places of a word in one page as they stand among those in others.
 *
 * @param step from the page before that holds the word, or from page -1
 * @param places from `packPlaces`
 */
export const packPostings = (step: number, places: string): string => packNumber(step) + places

/** The places of a word by page, from what `packPostings` gave for each page, joined. */
export function unpackPostings(packed: string): Map<number, number[]> {
  const numbers = unpackNumbers(packed)
  const pages = new Map<number, number[]>()
  let page = -1
  for (let at = 0; at < numbers.length; ) {
    page += numbers[at]!
    const end = at + 2 + numbers[at + 1]!
    let place = 0
    pages.set(
      page,
      numbers.slice(at + 2, end).map((step) => (place += step)),
    )
    at = end
  }
  return pages
}
