import type { Answer } from './engine.ts'
import { FILTERS, type Query } from './query.ts'

/** Ticks the values that a query chooses. */
export function tickFilters(filters: HTMLElement, query: Query): void {
  for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
    box.checked = FILTERS.some((name) => name === box.name && query.filters[name].includes(box.value))
  }
}

/**
 * Shows beside each value how many pages it would leave; a value that would leave none is drawn faint. Values of one
 * filter add to each other, so beside a chosen one the others count what they would add.
 */
export function updateCounts(filters: HTMLElement, { filters: left, totalFilters }: Omit<Answer, 'results'>, query: Query): void {
  for (const box of filters.querySelectorAll<HTMLInputElement>('input')) {
    const isChosen = FILTERS.some((name) => name === box.name && query.filters[name].length > 0)
    const count = (isChosen ? totalFilters : left)[box.name]?.[box.value] ?? 0
    const label = box.closest('label')!
    label.querySelector('.count')!.textContent = String(count)
    label.classList.toggle('none', count === 0 && !box.checked)
  }
}
