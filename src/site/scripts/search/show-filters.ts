import { element } from './element.ts'
import type { FilterCounts } from './engine.ts'
import { FILTERS, type Query } from './query.ts'

const NAMES = { kind: 'Kind', publisher: 'Publisher', year: 'Year' } as const

/** The filters with how many pages each value would leave; a chosen value stays even when it leaves none. */
export function showFilters(all: FilterCounts, left: FilterCounts, query: Query): HTMLFieldSetElement[] {
  return FILTERS.filter((name) => Object.keys(all[name] ?? {}).length > 1).map((name) => {
    const labels = Object.keys(all[name] ?? {}).sort().map((value) => {
      const count = left[name]?.[value] ?? 0
      const isChosen = query.filters[name].includes(value)
      const box = element('input', { type: 'checkbox', name, value, checked: isChosen })
      return element('label', { class: count === 0 && !isChosen ? 'none' : undefined }, box, value, element('span', { class: 'count' }, String(count)))
    })
    return element('fieldset', {}, element('legend', {}, NAMES[name]), ...labels)
  })
}
