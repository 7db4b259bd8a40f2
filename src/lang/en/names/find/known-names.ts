import type { Register } from '../../../../model/register.ts'
import type { Candidate, Line } from '../../../names/candidate.ts'
import { isInnerStop, RANK } from '../../../names/candidate.ts'
import type { NameFacts, NameIndex } from '../../../names/name-index.ts'
import { indexNames, matchNames, namesOfRegister } from '../../../names/name-index.ts'
import { LIKELY_NAMES, LISTED, STATE_ABBREVIATIONS, STATES, withPlural } from '../lists/listed-names.ts'
import { LAST_WORDS, readWordSets } from '../lists/vocabulary.ts'

interface KnownNames {
  readonly proper: NameIndex<NameFacts>
  /** Events and works that end in a common noun. */
  readonly worded: NameIndex<NameFacts>
}

const LANGUAGES = readWordSets('places', 'languages').languages
const likely = indexNames(
  LIKELY_NAMES.map(({ name, kind }): [string, NameFacts] => [
    name,
    { kind, form: 'name', certainty: 'stated', rule: 'name/likely', rank: RANK.weak },
  ]),
)
const listed = indexNames<NameFacts>(LISTED)
const indexes = new WeakMap<Register, KnownNames>()

/** Names that the register or a list of countries, regions and world bodies knows. */
export function findKnownNames(line: Line, register: Register): Candidate[] {
  const found = match(line, indexRegister(register).proper).filter(
    (name) => (name.form !== 'demonym' || !isLanguage(name)) && !isTurn(name),
  )
  return [...found, ...findAbbreviated(line)].map((name) =>
    name.rule === 'name/list' && isStateBody(name) ? { ...name, from: startWithState(name) } : name,
  )
}

/** "Northport, Pa.", "(D-Pa.)": a state's abbreviation, with its stop inside a sentence. */
function findAbbreviated(line: Line): Candidate[] {
  return line.tokens.flatMap(({ text }, at) => {
    const state = STATE_ABBREVIATIONS.get(text)
    const isAfter = /^[,(-]$/.test(line.tokens[at - 1]?.text ?? '')
    const isAbbreviated = isAfter && line.tokens[at + 1]?.text === '.'
    return state && isAbbreviated ? [{ line, from: at, to: isInnerStop(line, at + 1) ? at + 2 : at + 1, ...state }] : []
  })
}

/**
 * The register's names of events and works that end in a common noun ("Northport talks"): names inside them are
 * separate mentions.
 */
export function findWordedNames(line: Line, register: Register): Candidate[] {
  return match(line, indexRegister(register).worded)
}

/** Widely known names of one word, where it does not open a sentence; they may still be ordinary words. */
export function findLikelyNames(line: Line): Candidate[] {
  return line.letters === 'sentence' ? match(line, likely).filter(({ from }) => !line.openings.has(from)) : []
}

function match(line: Line, index: NameIndex<NameFacts>): Candidate[] {
  return matchNames(line, index).map(({ from, to, value }) => ({ line, from, to, ...value }))
}

function indexRegister(register: Register): KnownNames {
  const known = indexes.get(register)
  if (known) return known
  const names = namesOfRegister(register, withPlural)
  const index = {
    proper: indexNames(
      names.filter((name) => !isWorded(name)),
      listed,
    ),
    worded: indexNames(names.filter(isWorded)),
  }
  indexes.set(register, index)
  return index
}

function isWorded([name, { kind }]: readonly [string, NameFacts]): boolean {
  return (kind === 'event' || kind === 'work') && /[ -]\p{Ll}+$/u.test(name)
}

/** A known body of a state, such as a department: its state may be part of its name. */
function isStateBody({ line, from, to }: Candidate): boolean {
  return line.tokens.slice(from, to).some((token) => LAST_WORDS.has(token.text))
}

/** Takes in "U.S." and "UK" before such a body. */
function startWithState({ line, from }: Candidate): number {
  return STATES.has(line.tokens[from - 1]?.text ?? '') ? from - 1 : from
}

/** The initials of a speaker before a turn of an interview ("NH: …"). */
function isTurn({ line, from, to }: Candidate): boolean {
  return from === 0 && line.tokens[to]?.text === ':' && /^\p{Lu}{2}$/u.test(line.tokens[0]!.text)
}

/** "speaks Norwegian", "wrote in Norwegian." */
function isLanguage({ line, from, to }: Candidate): boolean {
  const before = line.tokens[from - 1]?.text ?? ''
  return (before === 'in' || LANGUAGES.has(before)) && !/^\p{L}/u.test(line.tokens[to]?.text ?? '')
}

/** Known names of one line, indexed by begin and end. */
export interface KnownSpans {
  startingAt(token: number): readonly Candidate[]
  /** Those whose last token is the one before `token`. */
  endingAt(token: number): readonly Candidate[]
}

/** Indexes candidates of one line. */
export function indexSpans(candidates: readonly Candidate[]): KnownSpans {
  const starts = groupBy(candidates, ({ from }) => from)
  const ends = groupBy(candidates, ({ to }) => to)
  return { startingAt: (token) => starts.get(token) ?? [], endingAt: (token) => ends.get(token) ?? [] }
}

function groupBy(candidates: readonly Candidate[], place: (candidate: Candidate) => number): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(place(candidate))
    if (group) group.push(candidate)
    else groups.set(place(candidate), [candidate])
  }
  return groups
}
