import type { EntityKind } from '../../../../model/kind.ts'
import { foldName } from '../../../../text/characters.ts'
import { isAcronym, RANK } from '../../../names/candidate.ts'
import type { NameFacts } from '../../../names/name-index.ts'
import { readVocabulary } from './vocabulary.ts'

/** A name that the whole world's news uses. */
export interface WideName {
  readonly name: string
  readonly kind: EntityKind
  readonly subtype?: string
}

const organisations = readVocabulary<Record<string, string[]>>('known-organisations')
const events = readVocabulary<Record<string, string[]>>('known-events')
const { celestial, ambiguous } = readVocabulary<Record<'ambiguous' | 'celestial', string[]>>('places')
const MEDIA = new Set(['agencies', 'broadcasters', 'newspapers'])

const all: readonly WideName[] = [
  ...Object.entries(organisations).flatMap(([list, names]) =>
    names.map(
      (name): WideName =>
        MEDIA.has(list) ? { name, kind: 'organisation', subtype: 'media' } : { name, kind: 'organisation' },
    ),
  ),
  ...['history', 'contests'].flatMap((list) => events[list]!.map((name): WideName => ({ name, kind: 'event' }))),
  ...celestial.map((name): WideName => ({ name, kind: 'place' })),
  ...events['agreements']!.map((name): WideName => ({ name, kind: 'work', subtype: 'agreement' })),
]
const kinds = new Map(all.map(({ name, kind }) => [foldName(name), kind]))

/** Those that can mean nothing else: names of several words and acronyms of three letters or more. */
const SURE_NAMES: readonly WideName[] = all.filter(
  ({ name }) => name.includes(' ') || (isAcronym(name) && foldName(name).length > 2),
)

/** The others, which may be ordinary words: names only inside a sentence and where nothing else is known. */
export const LIKELY_NAMES: readonly WideName[] = all.filter((name) => !SURE_NAMES.includes(name))

/** The kind that the world's news gives a folded name, for a name that the text alone leaves open ("Ford"). */
export function usualKindOf(key: string): EntityKind | undefined {
  return kinds.get(key)
}

interface Place {
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital?: string
  /** The country that a home nation, a state or a province is a part of. */
  readonly of?: string
}
interface Body {
  readonly name: string
  readonly aliases: readonly string[]
  readonly of?: string
}

const countries = readVocabulary<Place[]>('countries')
const regions = readVocabulary<(Place & { kind: string })[]>('regions')
const bodies = readVocabulary<{ international: Body[]; agencies: Body[]; seats: Body[] }>('bodies')
const AMBIGUOUS = new Set(ambiguous)

/** The country of each capital and of each seat of government; where two share one, the first of the list. */
export const GOVERNED: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(({ name, capital }) => (capital ? [[capital, name] as const] : [])).reverse(),
  ...bodies.seats.map(({ name, of }) => [name, of!] as const),
])

/** Acronyms of countries, which may begin the name of a state's body ("U.S. State Department"). */
export const STATES: ReadonlySet<string> = new Set(countries.flatMap(({ aliases }) => aliases.filter(isAcronym)))

/** Every name of the lists of countries, regions, world bodies and widely known organisations and events that is safe by itself. */
export const LISTED: readonly (readonly [string, NameFacts])[] = [
  ...listPlaces(),
  ...listBodies(),
  ...listWide(),
].filter(([name]) => !AMBIGUOUS.has(name))

/** States by their abbreviation without its stop ("Pa"), which is a name only after a place or a party. */
export const STATE_ABBREVIATIONS: ReadonlyMap<string, NameFacts> = new Map(
  regions.flatMap(({ name, kind, aliases }) =>
    aliases.filter(isAbbreviation).map((word) => [word.slice(0, -1), place(name, kind, 'name/region')] as const),
  ),
)

function isAbbreviation(word: string): boolean {
  return /^\p{Lu}\p{Ll}+\.$/u.test(word)
}

/** A demonym with its plural in -s, where it has one. */
export function withPlural(demonym: string): string[] {
  return /(?:s|ese|ish|ch|x)$/.test(demonym) ? [demonym] : [demonym, `${demonym}s`]
}

function* listPlaces(): Generator<[string, NameFacts]> {
  for (const country of countries) yield* listPlace(country, 'country')
  for (const { capital } of countries) if (capital) yield [capital, place(capital, 'city', 'name/capital')]
  for (const region of regions) yield* listPlace(region, region.kind)
}

function* listPlace({ name, aliases, demonyms }: Place, subtype: string): Generator<[string, NameFacts]> {
  const rule = subtype === 'country' ? 'name/country' : 'name/region'
  for (const word of [name, ...aliases]) if (!isAbbreviation(word)) yield [word, place(name, subtype, rule)]
  for (const word of demonyms.flatMap(withPlural)) {
    yield [word, { ...place(name, subtype, 'name/demonym'), form: 'demonym' }]
  }
}

function place(name: string, subtype: string, rule: string): NameFacts {
  return { kind: 'place', subtype, refersTo: name, form: 'name', certainty: 'stated', rule, rank: RANK.list }
}

function* listBodies(): Generator<[string, NameFacts]> {
  for (const body of [...bodies.international, ...bodies.seats]) yield* listBody(body)
  for (const body of bodies.agencies) yield* listBody(body, 'news-agency')
}

function* listBody({ name, aliases }: Body, subtype?: string): Generator<[string, NameFacts]> {
  const base = {
    kind: 'organisation',
    refersTo: name,
    form: 'name',
    certainty: 'stated',
    rule: 'name/body',
    rank: RANK.list,
  } as const
  for (const word of [name, ...aliases].flatMap(withSpellings)) yield [word, subtype ? { ...base, subtype } : base]
}

/** A body's name as British and as American papers spell it. */
function withSpellings(name: string): string[] {
  const british = name.replace('Organization', 'Organisation').replace(/Program$/, 'Programme')
  const american = name.replace('Organisation', 'Organization').replace(/Programme$/, 'Program')
  return [...new Set([name, british, american])]
}

function* listWide(): Generator<[string, NameFacts]> {
  for (const { name, kind, subtype } of SURE_NAMES) {
    const base = { kind, form: 'name', certainty: 'stated', rule: 'name/list', rank: RANK.list } as const
    const known: NameFacts = isAcronym(name) ? base : { ...base, refersTo: name }
    yield [name, subtype ? { ...known, subtype } : known]
  }
}

/** A country, state or province behind a place's name. */
export interface PlaceContainer {
  /** Its name in the lists. */
  readonly name: string
  /** The country that it is or is in; absent if the name has several meanings or is in several. */
  readonly country?: string
  readonly isState: boolean
}

const STATE_KINDS = ['us-state', 'province']

const parts = regions.filter(({ kind }) => STATE_KINDS.includes(kind))
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

/** Whether a capital's name cannot mean the capital, because a place of another country follows it. */
export function isElsewhere(words: string, { country }: PlaceContainer): boolean {
  const governed = CAPITALS.get(words)
  return (
    governed !== undefined &&
    country !== undefined &&
    governed.every(({ name }) => countryOf.get(name) !== country && name !== country)
  )
}
