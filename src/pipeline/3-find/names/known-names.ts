import type { Register } from '../../../model/register.ts'
import { type Candidate, RANK } from './candidate.ts'
import { indexNames, matchNames, type NameIndex } from './name-index.ts'
import type { Line } from './line.ts'
import { readVocabulary } from './vocabulary.ts'

type Known = Pick<Candidate, 'kind' | 'form' | 'certainty' | 'rule' | 'rank'> & {
  readonly subtype?: string
  readonly refersTo: string
}

interface Place {
  readonly name: string
  readonly aliases: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital?: string
}
interface Body {
  readonly name: string
  readonly aliases: readonly string[]
  readonly of?: string
}

const countries = readVocabulary<Place[]>('countries')
const regions = readVocabulary<(Place & { kind: string })[]>('regions')
const bodies = readVocabulary<{ international: Body[]; agencies: Body[]; seats: Body[] }>('bodies')
const { ambiguous } = readVocabulary<{ ambiguous: string[] }>('places')
const AMBIGUOUS = new Set(ambiguous)

/** The country of each capital and of each seat of government. */
export const GOVERNED: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(({ name, capital }) => (capital ? [[capital, name] as const] : [])).reverse(),
  ...bodies.seats.map(({ name, of }) => [name, of!] as const),
])

const lists = [...listPlaces(), ...listBodies()].filter(([name]) => !AMBIGUOUS.has(name))
const indexes = new WeakMap<Register, NameIndex<Known>>()

/** Names that the register or a list of countries, regions and world bodies knows. */
export function findKnownNames(line: Line, register: Register): Candidate[] {
  let index = indexes.get(register)
  if (!index) indexes.set(register, (index = indexNames([...listRegister(register), ...lists])))
  return matchNames(line, index).map(({ from, to, value }) => ({ line, from, to, ...value }))
}

function* listRegister(register: Register): Generator<[string, Known]> {
  for (const entry of register) {
    const known = {
      kind: entry.kind,
      refersTo: entry.name,
      certainty: 'editor' as const,
      rank: RANK.register,
      ...(entry.subtype ? { subtype: entry.subtype } : {}),
    }
    const names = [entry.name, ...entry.aliases, ...entry.same.map((decision) => decision.name)]
    for (const name of names) yield [name, { ...known, form: 'name', rule: 'names/register' }]
    for (const name of entry.demonyms.flatMap(withPlural)) yield [name, { ...known, form: 'demonym', rule: 'names/register' }]
  }
}

function* listPlaces(): Generator<[string, Known]> {
  for (const country of countries) yield* listPlace(country, 'country')
  for (const { capital } of countries) if (capital) yield [capital, place(capital, 'city', 'names/capital')]
  for (const region of regions) yield* listPlace(region, region.kind)
}

function* listPlace({ name, aliases, demonyms }: Place, subtype: string): Generator<[string, Known]> {
  const rule = subtype === 'country' ? 'names/country' : 'names/region'
  for (const word of [name, ...aliases]) if (!/^\p{Lu}\p{Ll}+\.$/u.test(word)) yield [word, place(name, subtype, rule)]
  for (const word of demonyms.flatMap(withPlural)) {
    yield [word, { ...place(name, subtype, 'names/demonym'), form: 'demonym' }]
  }
}

function place(name: string, subtype: string, rule: string): Known {
  return { kind: 'place', subtype, refersTo: name, form: 'name', certainty: 'stated', rule, rank: RANK.list }
}

function* listBodies(): Generator<[string, Known]> {
  for (const body of [...bodies.international, ...bodies.seats]) yield* listBody(body)
  for (const body of bodies.agencies) yield* listBody(body, 'news-agency')
}

function* listBody({ name, aliases }: Body, subtype?: string): Generator<[string, Known]> {
  const base = { kind: 'organisation', refersTo: name, form: 'name', certainty: 'stated', rule: 'names/body', rank: RANK.list } as const
  for (const word of [name, ...aliases]) yield [word, subtype ? { ...base, subtype } : base]
}

function withPlural(demonym: string): string[] {
  return /(?:s|ese|ish|ch|x)$/.test(demonym) ? [demonym] : [demonym, `${demonym}s`]
}
