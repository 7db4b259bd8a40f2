import { readVocabulary } from './vocabulary.ts'

/** A country, state or province behind a place's name. */
export interface PlaceContainer {
  /** Its name in the lists. */
  readonly name: string
  /** The country that it is or lies in; absent where the name has several meanings or lies in several. */
  readonly country?: string
  readonly isState: boolean
}

interface Listed {
  readonly name: string
  readonly kind?: string
  readonly of?: string
  readonly aliases: readonly string[]
  readonly capital?: string
}

const STATE_KINDS = ['us-state', 'province']

const countries = readVocabulary<Listed[]>('countries')
const parts = readVocabulary<Listed[]>('regions').filter(({ kind = '' }) => STATE_KINDS.includes(kind))
const countryOf = new Map(countries.map(({ name, of = name }) => [name, of]))

/** Countries, American states and provinces by every name of theirs. */
export const CONTAINERS: ReadonlyMap<string, PlaceContainer> = indexContainers()

/** The countries of which a city is the capital; that of a home nation is one of the country's as well. */
const CAPITALS = Map.groupBy(
  countries.filter(({ capital }) => capital),
  ({ capital }) => capital!,
)

function indexContainers(): Map<string, PlaceContainer> {
  const all = [
    ...countries.map((one) => ({ one, country: one.of ?? one.name, isState: false })),
    ...parts.map((one) => ({ one, country: one.kind === 'us-state' ? 'United States' : one.of, isState: true })),
  ]
  const named = all.flatMap(({ one, country, isState }) =>
    [one.name, ...one.aliases].map((word) => ({ word, name: one.name, country, isState })),
  )
  return new Map(
    [...Map.groupBy(named, ({ word }) => word)].map(([word, [first, second]]) => {
      const { name, country, isState } = first!
      return [word, { name, ...(country && !second && { country }), isState }]
    }),
  )
}

/** Whether a capital's name cannot mean the capital, because a place of another country stands behind it. */
export function isElsewhere(words: string, { country }: PlaceContainer): boolean {
  const governed = CAPITALS.get(words)
  return (
    governed !== undefined &&
    country !== undefined &&
    governed.every(({ name }) => countryOf.get(name) !== country && name !== country)
  )
}
