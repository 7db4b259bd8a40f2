import type { FoundPage } from './find-in-page.ts'
import { type FilterName, FILTERS, type Query } from './query.ts'

const valuesOf = ({ page }: FoundPage, name: FilterName) => page.filters[name] ?? []

/** True when a page has a chosen value of each filter but one. */
function passes(page: FoundPage, { filters }: Query, except?: FilterName): boolean {
  return FILTERS.every(
    (name) =>
      name === except ||
      filters[name].length === 0 ||
      valuesOf(page, name).some((value) => filters[name].includes(value)),
  )
}

/** The pages that the filters leave, in the order asked for: by relevance, or by date with the undated last. */
export function choosePages(pages: readonly FoundPage[], query: Query): FoundPage[] {
  const order = query.isByDate ? byDate : byRelevance
  return pages
    .filter((page) => passes(page, query))
    .toSorted((a, b) => order(a, b) || (a.page.url < b.page.url ? -1 : 1))
}

/** Place among all sources by date; other pages have none and stand last. */
const placeOf = ({ page }: FoundPage) => Number(page.meta['position'] ?? Infinity)

function byDate(a: FoundPage, b: FoundPage): number {
  const [left, right] = [placeOf(a), placeOf(b)]
  return left === right ? 0 : left - right
}

/**
 * First whoever is named, then sources; among them first what holds all words in one passage, then what the words
 * themselves found, then what the engine scores higher.
 */
function byRelevance(a: FoundPage, b: FoundPage): number {
  const isLiteral = ({ passages }: FoundPage) => Number(passages.some(({ namedAs }) => namedAs.length === 0))
  const isSource = (page: FoundPage) => Number(placeOf(page) < Infinity)
  return (
    Number(b.isNamed) - Number(a.isNamed) ||
    isSource(b) - isSource(a) ||
    Number(b.holds === 'together') - Number(a.holds === 'together') ||
    isLiteral(b) - isLiteral(a) ||
    b.score - a.score ||
    byDate(a, b)
  )
}

/** How many of the pages each value of each filter would leave beside what the other filters choose. */
export function countValues(
  pages: readonly FoundPage[],
  query: Query,
): Record<FilterName, ReadonlyMap<string, number>> {
  const count = (name: FilterName) => {
    const values = pages.filter((page) => passes(page, query, name)).flatMap((page) => valuesOf(page, name))
    return new Map([...Map.groupBy(values, (value) => value)].map(([value, of]) => [value, of.length]))
  }
  return { kind: count('kind'), publisher: count('publisher'), year: count('year') }
}
