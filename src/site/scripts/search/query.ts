/** What a reader asks of the search page. All of it stands in the address, so that a search can be cited. */
export interface Query {
  readonly words: string
  /** Values chosen for each filter; none chosen means any. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>
  readonly isByDate: boolean
}

export const FILTERS = ['kind', 'publisher', 'year'] as const
export type FilterName = (typeof FILTERS)[number]

/** The query that an address holds. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search)
  return {
    words: params.get('q') ?? '',
    filters: { kind: params.getAll('kind'), publisher: params.getAll('publisher'), year: params.getAll('year') },
    isByDate: params.get('sort') === 'date',
  }
}

/** The search part of the address that holds a query; empty for an empty query. */
export function writeQuery({ words, filters, isByDate }: Query): string {
  const params = new URLSearchParams()
  if (words) params.set('q', words)
  for (const name of FILTERS) for (const value of filters[name]) params.append(name, value)
  if (isByDate) params.set('sort', 'date')
  const text = params.toString()
  return text && `?${text}`
}
