import type { FilterName, Query } from './query.ts'
import { FILTERS } from './query.ts'

/** Ticks the values that a query chooses. */
export function tickFilters(filters: HTMLElement, query: Query): void {
  for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
    box.checked = FILTERS.some((name) => name === box.name && query.filters[name].includes(box.value))
  }
}

/** How many pages each value of each filter leaves. */
export type Counts = Readonly<Record<FilterName, ReadonlyMap<string, number>>>

/** The counts that stand in the page. */
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
