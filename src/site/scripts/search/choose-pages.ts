import type { Catalogue, SearchName } from '../../../model/search-index.ts'
import type { FoundPage } from './found-page.ts'
import type { FilterName, Query } from './query.ts'
import { FILTERS } from './query.ts'

type Filtered = FoundPage | SearchName

/** The value that something has of a filter; a name has none but its kind. */
function valueOf(one: Filtered, name: FilterName, { kinds, publishers, years }: Catalogue): string | undefined {
  if ('wordings' in one) return name === 'kind' ? one.kind : undefined
  const { kind, publisher, year } = one.row
  return { kind: kinds[kind], publisher: publishers[publisher], year: years[year] }[name]
}

/** True when a page has a chosen value of each filter but one. */
function passes(one: Filtered, { filters }: Query, catalogue: Catalogue, except?: FilterName): boolean {
  return FILTERS.every(
    (name) =>
      name === except || filters[name].length === 0 || filters[name].includes(valueOf(one, name, catalogue) ?? ''),
  )
}

/** The pages that pass the filters. */
export const choose = <T extends Filtered>(all: readonly T[], query: Query, catalogue: Catalogue): T[] =>
  all.filter((one) => passes(one, query, catalogue))

/** The pages in the requested order: by relevance, or by date with the undated last. */
export function orderPages(pages: readonly FoundPage[], isByDate: boolean, isDate: boolean): FoundPage[] {
  return pages.toSorted(isByDate ? byDate : (a, b) => byRelevance(a, b, isDate))
}

/** Pages are numbered by date. */
const byDate = (a: FoundPage, b: FoundPage) => a.number - b.number

/** Share of a score that a hit in the headline adds. */
const HEADLINE = 0.5

/**
 * First what holds all words in one part, and there the text before what is said of it and what was left out; then what
 * the words themselves found, in the form asked for; then what the engine scores higher.
 *
 * @param isDate for a date, sources of that day stand before those that mention it
 */
function byRelevance(a: FoundPage, b: FoundPage, isDate: boolean): number {
  return (
    Number(b.holds === 'together') - Number(a.holds === 'together') ||
    placeOf(a, isDate) - placeOf(b, isDate) ||
    (isDate ? byDate(a, b) : 0) ||
    Number(b.isLiteral) - Number(a.isLiteral) ||
    b.exact - a.exact ||
    scoreOf(b) - scoreOf(a) ||
    byDate(a, b)
  )
}

function placeOf({ parts }: FoundPage, isDate: boolean): number {
  const places = parts.map(({ index, isLeftOut }) => (isLeftOut ? 2 : index > 0 ? 0 : isDate ? -1 : 1))
  return Math.min(...places, 2)
}

const scoreOf = ({ score, parts, row }: FoundPage) =>
  score * (row.hasHeadline && parts.some(({ index }) => index === 1) ? 1 + HEADLINE : 1)

/** How many results each value of each filter would leave beside what the other filters choose. */
export function countValues(
  all: readonly Filtered[],
  query: Query,
  catalogue: Catalogue,
): Record<FilterName, ReadonlyMap<string, number>> {
  const count = (name: FilterName) => {
    const values = all
      .filter((one) => passes(one, query, catalogue, name))
      .flatMap((one) => valueOf(one, name, catalogue) ?? [])
    return new Map([...Map.groupBy(values, (value) => value)].map(([value, of]) => [value, of.length]))
  }
  return { kind: count('kind'), publisher: count('publisher'), year: count('year') }
}

/** Ticks the values that a query chooses. */
export function tickFilters(filters: HTMLElement, query: Query): void {
  for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
    box.checked = FILTERS.some((name) => name === box.name && query.filters[name].includes(box.value))
  }
}

/** How many pages each value of each filter leaves. */
export type Counts = Readonly<Record<FilterName, ReadonlyMap<string, number>>>

/** The counts shown on the page. */
export function readCounts(filters: HTMLElement): Counts {
  const boxes = [...filters.querySelectorAll<HTMLInputElement>('input')]
  const count = (box: HTMLInputElement) => Number(box.closest('label')!.querySelector('.count')!.textContent)
  const read = (name: FilterName) =>
    new Map(boxes.filter((box) => box.name === name).map((box) => [box.value, count(box)]))
  return { kind: read('kind'), publisher: read('publisher'), year: read('year') }
}

/** Shows beside each value how many pages it would leave; a value that would leave none is drawn faint. */
export function updateCounts(filters: HTMLElement, counts: Counts): void {
  for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
    const count = counts[box.name as FilterName].get(box.value) ?? 0
    const label = box.closest('label')!
    label.querySelector('.count')!.textContent = String(count)
    label.classList.toggle('none', count === 0 && !box.checked)
  }
}

/** Lets the arrow keys walk from the search box through the results and back. */
export function walkResults(box: HTMLInputElement, results: HTMLElement): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops: HTMLElement[] = [box, ...results.querySelectorAll('a')]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    if (at < 0) return
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  })
}
