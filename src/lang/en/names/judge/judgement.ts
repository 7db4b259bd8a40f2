import type { Candidate } from '../../../names/candidate.ts'
import { readWordSets } from '../lists/vocabulary.ts'

/** The kind that the words around a name give it. */
export interface Judgement {
  readonly kind: Candidate['kind']
  readonly subtype?: string
  readonly rule: string
}

/** A name to judge: its place and, where a method has given one, its kind. */
export type Beside = Pick<Candidate, 'line' | 'from' | 'to'> & { readonly kind?: Candidate['kind'] }

/** The token at a place of the line, or nothing outside it. */
export type WordAt = (at: number) => string

/** The sign of the possessive, as a token. */
export const POSSESSIVE = /^['’]s$/

export const ORGANISATION: Judgement = { kind: 'organisation', rule: 'name/organisation-beside' }
export const PLACE: Judgement = { kind: 'place', rule: 'name/place-beside' }
export const PERSON: Judgement = { kind: 'person', rule: 'name/person-beside' }
export const THING: Judgement = { kind: 'object', rule: 'name/thing-beside' }

/** Words of the pack that say what a name beside them is. */
export const organisations = readWordSets(
  'organisation-heads',
  'groups',
  'fighting',
  'outlets',
  'firm',
  'firms',
  'holdings',
  'trades',
  'clubs',
  'joining',
  'told',
  'does',
  'sport',
  'press',
)
export const places = readWordSets('places', 'before', 'after', 'peopled', 'states', 'units', 'waterside')
export const persons = readWordSets('persons', 'bearers', 'kin', 'roles', 'speech', 'whose')
export const { things } = readWordSets('things', 'things')
