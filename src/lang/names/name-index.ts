import type { Register, RegisteredEntity } from '../../model/register.ts'
import { foldWord } from '../../text/characters.ts'
import type { Token } from '../../text/tokens.ts'
import { tokenise } from '../../text/tokens.ts'
import type { Candidate, Line } from './candidate.ts'
import { isAcronym, isCapitalised, RANK } from './candidate.ts'

/** A name that was found in a line. */
export interface IndexHit<T> {
  readonly from: number
  readonly to: number
  readonly value: T
}

/** Names by their first word, for finding the longest one that begins at a token. */
export interface NameIndex<T> {
  readonly byFirst: ReadonlyMap<string, readonly IndexedName<T>[]>
}

interface IndexedName<T> {
  readonly words: readonly string[]
  readonly keys: readonly string[]
  readonly value: T
}

const HYPHEN = /^[-‐‑–]$/

/**
 * Builds an index; of two equal names the first one given is kept.
 *
 * @param others an index whose names are added, so that long lists need be indexed only once
 */
export function indexNames<T>(names: Iterable<readonly [string, T]>, others?: NameIndex<T>): NameIndex<T> {
  const byFirst = new Map<string, IndexedName<T>[]>()
  const seen = new Set<string>()
  for (const [name, value] of names) {
    const words = wordsOf(name)
    if (words.length === 0 || seen.has(words.join(' '))) continue
    seen.add(words.join(' '))
    const keys = words.map(foldWord)
    const list = byFirst.get(keys[0]!) ?? []
    if (list.length === 0) byFirst.set(keys[0]!, list)
    list.push({ words, keys, value })
  }
  for (const [first, list] of byFirst) {
    for (const other of others?.byFirst.get(first) ?? []) if (!seen.has(other.words.join(' '))) list.push(other)
    list.sort((a, b) => b.keys.length - a.keys.length)
  }
  return { byFirst: others ? new Map([...others.byFirst, ...byFirst]) : byFirst }
}

function wordsOf(name: string): string[] {
  const words = tokenise(name)
    .map((token) => token.text)
    .filter((word) => !HYPHEN.test(word))
  return words.length > 1 && words[0]!.toLowerCase() === 'the' ? words.slice(1) : words
}

/** Every longest match in a line, left to right, none overlapping another. */
export function matchNames<T>(line: Line, index: NameIndex<T>): IndexHit<T>[] {
  const hits: IndexHit<T>[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    const hit = matchAt(line, at, index)
    if (!hit) continue
    hits.push(hit)
    at = hit.to - 1
  }
  return hits
}

function matchAt<T>(line: Line, at: number, index: NameIndex<T>): IndexHit<T> | undefined {
  const names = index.byFirst.get(line.keys[at]!)
  if (!names) return undefined
  for (const name of names) {
    const to = endOfMatch(line, at, name)
    if (to !== undefined) return { from: at, to, value: name.value }
  }
  return undefined
}

/** The token after the match. Hyphens between words are optional. */
function endOfMatch<T>(line: Line, at: number, name: IndexedName<T>): number | undefined {
  let token = at
  for (let word = 0; word < name.words.length; word += 1, token += 1) {
    if (word > 0) while (isHyphen(line.tokens[token])) token += 1
    const found = line.tokens[token]
    if (!found || (word > 0 && line.keys[token] !== name.keys[word])) return undefined
    if (!hasSameLetters(found.text, name.words[word]!, line)) return undefined
  }
  return token
}

function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && HYPHEN.test(token.text)
}

/** A name's capitals must be printed as capitals, so that "us" is not "US"; lines in capitals are exempt. */
function hasSameLetters(found: string, word: string, line: Line): boolean {
  if (isAcronym(word)) return found === found.toUpperCase() && (line.letters !== 'upper' || found.includes('.'))
  return !isCapitalised(word) || isCapitalised(found) || foldWord(word) === 'al'
}

/** Facts about a name from a list or the register. */
export type NameFacts = Pick<Candidate, 'kind' | 'form' | 'certainty' | 'rule' | 'rank'> & {
  readonly subtype?: string
  readonly refersTo?: string
}

/**
 * Every name of the register with its entry's facts.
 *
 * @param inflect the possible forms of a demonym in the language; default: as registered
 */
export function namesOfRegister(
  register: Register,
  inflect = (demonym: string): readonly string[] => [demonym],
): (readonly [string, NameFacts])[] {
  return register.flatMap((entry) => namesOf(entry, inflect))
}

function namesOf(
  entry: RegisteredEntity,
  inflect: (demonym: string) => readonly string[],
): (readonly [string, NameFacts])[] {
  const known: NameFacts = {
    kind: entry.kind,
    refersTo: entry.name,
    form: 'name',
    certainty: 'editor',
    rule: 'name/register',
    rank: RANK.register,
    ...(entry.subtype ? { subtype: entry.subtype } : {}),
  }
  const names = [entry.name, ...entry.aliases, ...entry.same.map(({ name }) => name)]
  return [
    ...names.map((name) => [name, known] as const),
    ...entry.demonyms.flatMap(inflect).map((name) => [name, { ...known, form: 'demonym' }] as const),
  ]
}
