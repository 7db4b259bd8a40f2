import type { Register } from '../../../model/register.ts'
import { type Candidate, RANK } from './candidate.ts'
import { indexNames, matchNames, type NameIndex } from './name-index.ts'
import { LAST_WORDS } from './heads.ts'
import { isAcronym, type Line } from './line.ts'
import { readVocabulary } from './vocabulary.ts'
import { SURE_NAMES } from './wide-names.ts'

type Known = Pick<Candidate, 'kind' | 'form' | 'certainty' | 'rule' | 'rank'> & {
  readonly subtype?: string
  readonly refersTo?: string
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
const { ambiguous, languages } = readVocabulary<{ ambiguous: string[]; languages: string[] }>('places')
const AMBIGUOUS = new Set(ambiguous)
const STATES = new Set(countries.flatMap(({ aliases }) => aliases.filter((alias) => isAcronym(alias))))
const LANGUAGES = new Set(languages)

/** The country of each capital and of each seat of government. */
export const GOVERNED: ReadonlyMap<string, string> = new Map([
  ...countries.flatMap(({ name, capital }) => (capital ? [[capital, name] as const] : [])).reverse(),
  ...bodies.seats.map(({ name, of }) => [name, of!] as const),
])

const lists = [...listPlaces(), ...listBodies(), ...listWide()].filter(([name]) => !AMBIGUOUS.has(name))
const indexes = new WeakMap<Register, Record<'proper' | 'worded', NameIndex<Known>>>()

/** Names that the register or a list of countries, regions and world bodies knows. */
export function findKnownNames(line: Line, register: Register): Candidate[] {
  const found = match(line, indexRegister(register).proper).filter((name) => name.form !== 'demonym' || !isLanguage(name))
  return found.map((name) => (name.rule === 'names/list' && isStateBody(name) ? { ...name, from: startWithState(name) } : name))
}

/** The register's names of events and works that end in a common noun ("Northport talks"): names inside them stand for themselves. */
export function findWordedNames(line: Line, register: Register): Candidate[] {
  return match(line, indexRegister(register).worded)
}

/** A known body of a state, such as a department: its state may be part of its name. */
function isStateBody({ line, from, to }: Candidate): boolean {
  return line.tokens.slice(from, to).some((token) => LAST_WORDS.has(token.text))
}

/** Takes in "U.S." and "UK" before such a body. */
function startWithState({ line, from }: Candidate): number {
  const before = line.tokens[from - 1]?.text ?? ''
  return STATES.has(before) ? from - 1 : from
}

/** "speaks Norwegian", "wrote in Norwegian." */
function isLanguage({ line, from, to }: Candidate): boolean {
  const isSpoken = LANGUAGES.has(line.tokens[from - 1]?.text ?? '')
  return (isSpoken || line.tokens[from - 1]?.text === 'in') && !/^\p{L}/u.test(line.tokens[to]?.text ?? '')
}

function match(line: Line, index: NameIndex<Known>): Candidate[] {
  return matchNames(line, index).map(({ from, to, value }) => ({ line, from, to, ...value }))
}

function indexRegister(register: Register): Record<'proper' | 'worded', NameIndex<Known>> {
  const known = indexes.get(register)
  if (known) return known
  const names = [...listRegister(register)]
  const index = {
    proper: indexNames([...names.filter((name) => !isWorded(name)), ...lists]),
    worded: indexNames(names.filter(isWorded)),
  }
  indexes.set(register, index)
  return index
}

function isWorded([name, { kind }]: readonly [string, Known]): boolean {
  return (kind === 'event' || kind === 'work') && /[ -]\p{Ll}+$/u.test(name)
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

function* listWide(): Generator<[string, Known]> {
  for (const { name, kind, subtype } of SURE_NAMES) {
    const base = { kind, form: 'name', certainty: 'stated', rule: 'names/list', rank: RANK.list } as const
    const known: Known = isAcronym(name) ? base : { ...base, refersTo: name }
    yield [name, subtype ? { ...known, subtype } : known]
  }
}

function withPlural(demonym: string): string[] {
  return /(?:s|ese|ish|ch|x)$/.test(demonym) ? [demonym] : [demonym, `${demonym}s`]
}
