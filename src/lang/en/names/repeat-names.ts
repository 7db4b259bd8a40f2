import type { Candidate, Line } from '../../names/candidate.ts'
import { isAcronym, RANK, wordsOfCandidate } from '../../names/candidate.ts'
import { indexNames, matchNames } from '../../names/name-index.ts'
import { isMostlyCapitalised } from '../../tagger/word.ts'
import { isGivenName } from '../roles/persons.ts'
import { bare, isNameWord, isSuffix, isTitle, withArticle } from './find/name-bounds.ts'
import { keyOf } from './judge/settle-kinds.ts'
import { CLASSES, readVocabulary, readWordSets } from './lists/vocabulary.ts'

const ROLES = readWordSets('persons', 'roles').roles
const { businesses, called } = readVocabulary<Record<'businesses' | 'called', string[]>>('organisation-heads')
const BUSINESSES = new Set(businesses)
/** Clubs that are called by the first word of their name ("Dinamo Vale"). */
const CLUBS = new Set(called)

type Again = Pick<Candidate, 'kind' | 'form'> & Partial<Pick<Candidate, 'subtype' | 'refersTo'>>

/**
 * Names that the source has elsewhere, found again where no method saw them: in headlines, where capitals
 * say nothing, and where the tagger missed one. A person's last name counts by itself, and so does a firm's without its last word ("Vale" for "Vale Capital").
 */
export function repeatNames(lines: readonly Line[], settled: readonly Candidate[]): Candidate[] {
  const small = smallWords(lines)
  const names = settled.filter(({ form }) => form === 'name').flatMap((candidate) => formsOf(candidate, small))
  const index = indexNames(names)
  return lines.flatMap((line) =>
    matchNames(line, index).map(({ from, to, value }) => ({
      line,
      from: value.kind === 'person' ? withArticle(line, from) : from,
      to,
      ...value,
      certainty: 'stated' as const,
      rule: 'name/again',
      rank: RANK.again,
    })),
  )
}

/**
 * Sentence-initial capitals: a common noun that the source also prints in small letters is no name ("Cholera has
 * killed …", "an outbreak of cholera"), and a word that no small letters know belongs to the surname behind it ("Ada McVale").
 *
 * @param names of one source, as the methods found them
 */
export function mendOpenings(lines: readonly Line[], names: readonly Candidate[]): Candidate[] {
  const small = smallWords(lines)
  const taken = new Set(names.flatMap(({ line, from, to }) => line.tokens.slice(from, to)))
  return names.flatMap((name) => {
    const { line, from, to, kind, rank } = name
    const first = line.tokens[from]!.text
    if (rank > RANK.tagger || name.form !== 'name') return [name]
    if (to === from + 1 && line.openings.has(from) && !isAcronym(first) && small.has(bare(first))) return []
    const given = line.tokens[from - 1]
    const isGiven =
      kind === 'person' &&
      to === from + 1 &&
      (line.openings.has(from - 1) ? isOpeningName(line, from) : !line.openings.has(from)) &&
      isNameWord(line, from - 1) &&
      !isAcronym(given!.text) &&
      !CLASSES.faiths.has(given!.text) &&
      !isTitle(line, from - 1) &&
      !small.has(bare(given!.text)) &&
      !ROLES.has(bare(given!.text)) &&
      !taken.has(given!)
    return [isGiven ? { ...name, from: from - 1 } : name]
  })
}

const SOMEBODY = /^(?:\d\d?|who|whose)$/

/** Behind a word that opens a sentence a surname shows by its form or by the apposition that it is not alone: "Ada Vale, whose son". */
function isOpeningName(line: Line, at: number): boolean {
  const [given, surname, comma, next] = line.tokens.slice(at - 1).map(({ text }) => text)
  const isStarter = CLASSES.starters.has(bare(given!)) || CLASSES.calendar.has(bare(given!))
  return /^Ma?c\p{Lu}/u.test(surname!) || (!isStarter && comma === ',' && SOMEBODY.test(next ?? ''))
}

/** Two steps ask for the words of a source. */
const smallOf = new WeakMap<readonly Line[], ReadonlySet<string>>()

function smallWords(lines: readonly Line[]): ReadonlySet<string> {
  const known = smallOf.get(lines)
  if (known) return known
  const small = new Set<string>()
  for (const line of lines) if (line.letters === 'sentence') for (const { text } of line.tokens) small.add(text)
  smallOf.set(lines, small)
  return small
}

function formsOf(candidate: Candidate, small: ReadonlySet<string>): [string, Again][] {
  const { line, from, to, kind, form, subtype, refersTo } = candidate
  const again: Again = { kind, form, ...(subtype ? { subtype } : {}), ...(refersTo ? { refersTo } : {}) }
  const words = wordsOfCandidate(candidate)
  const last = line.tokens
    .slice(from, to)
    .map((token) => token.text)
    .findLast((word) => !isSuffix(word))!
  const names =
    to - from === 1
      ? [words]
      : kind === 'person'
        ? [words, last, ...familyNameFirst(candidate)]
        : BUSINESSES.has(last)
          ? [words, words.slice(0, -last.length - 1)]
          : kind === 'organisation' && CLUBS.has(line.tokens[from]!.text)
            ? [words, line.tokens[from]!.text]
            : [words]
  const isSurname = (name: string): boolean => kind === 'person' && to - from > 1 && !name.includes(' ')
  return names
    .filter((name) => name.includes(' ') || isDistinct(name, small, isSurname(name) ? 2 : 4))
    .map((name) => [name, again])
}

/** The family name of "Vale Wei Jie" and "Vale Soo-jin", where the first word is no given name. */
function familyNameFirst({ line, from, to }: Candidate): string[] {
  const words = line.tokens.slice(from, to).map((token) => token.text)
  const isFirst = words.length === 3 || (words.length === 4 && words[2] === '-' && /^\p{Ll}/u.test(words[3]!))
  const isPlain = words.every((word) => /^(?:\p{L}{1,6}|-)$/u.test(word)) && !isGivenName(words[0]!)
  return isFirst && isPlain ? [words[0]!] : []
}

/** Whether one word by itself can only be the name: not also printed in small letters, not a common opener. */
function isDistinct(name: string, small: ReadonlySet<string>, shortest: number): boolean {
  if (isAcronym(name)) return true
  const lower = bare(name)
  return name.length >= shortest && !small.has(lower) && !CLASSES.starters.has(lower) && !CLASSES.calendar.has(lower)
}

/**
 * Cuts a person's name in a line in title case down to the full name that the text below has: in "Ada Vale Hammers
 * Northport" nothing but the text can say where the name ends.
 *
 * @param names of one source, as the methods found them
 */
export function trimHeadings(names: readonly Candidate[]): Candidate[] {
  const inTitleCase = new Set(
    [...new Set(names.map(({ line }) => line))].filter(({ tokens }) =>
      isMostlyCapitalised(tokens.map(({ text }) => text)),
    ),
  )
  const known = new Set(
    names.filter(({ line, kind, from, to }) => kind === 'person' && to - from > 1 && !inTitleCase.has(line)).map(keyOf),
  )
  return names.map((name) => {
    const isDoubtful =
      name.kind === 'person' && name.rank <= RANK.tagger && inTitleCase.has(name.line) && !known.has(keyOf(name))
    return (isDoubtful && partsOf(name).find((part) => known.has(keyOf(part)))) || name
  })
}

/** The name without words at its end or its beginning, the longest first, of two words at least. */
function partsOf(name: Candidate): Candidate[] {
  const lengths = Array.from(
    { length: Math.max(0, name.to - name.from - 2) },
    (_, less) => name.to - name.from - 1 - less,
  )
  return lengths.flatMap((length) => [
    { ...name, to: name.from + length },
    { ...name, from: name.to - length },
  ])
}

/** An acronym in brackets behind a name of which it has the initials: "Northport Pilots (NP)" makes "NP" a name of the same kind. */
export function findAcronyms(chosen: readonly Candidate[]): Candidate[] {
  return chosen.flatMap((name) => {
    const { line, to } = name
    const words = line.tokens.slice(to, to + 3).map((token) => token.text)
    if (words[0] !== '(' || words[2] !== ')' || !isAcronym(words[1]!) || !hasInitials(name, words[1]!)) return []
    return [{ ...name, from: to + 1, to: to + 2, rule: 'name/acronym-in-brackets', rank: RANK.pattern }]
  })
}

function hasInitials(name: Candidate, acronym: string): boolean {
  return name.form === 'name' && initialsOf(name) === acronym.replaceAll('.', '')
}

/** The capitals that begin the words of a name. */
export function initialsOf({ line, from, to }: Candidate): string {
  return line.tokens
    .slice(from, to)
    .map((token) => token.text[0]!)
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')
}

/**
 * Gives an acronym of three letters or more the meaning that its own source gives it: "AFP" in a source that names
 * the Ashford Film Party and no news agency. The list's meaning holds if the source has no other name with such
 * initials.
 */
export function readAcronyms(names: readonly Candidate[]): Candidate[] {
  const full = new Map<string, Candidate[]>()
  for (const name of names) {
    const initials = name.form === 'name' && name.to > name.from + 2 ? initialsOf(name) : ''
    if (initials.length > 2) full.set(initials, [...(full.get(initials) ?? []), name])
  }
  return names.map((name) => {
    const words = wordsOfCandidate(name)
    const meant =
      isAcronym(words) && name.form === 'name' && name.rule !== 'name/register'
        ? full.get(words.replaceAll('.', ''))
        : undefined
    return meant && isOne(meant) && meant[0]!.refersTo !== (name.refersTo ?? '') ? callLike(name, meant[0]!) : name
  })
}

/** Whether all of them are one name. */
function isOne([first, ...rest]: readonly Candidate[]): boolean {
  return rest.every((name) => wordsOfCandidate(name) === wordsOfCandidate(first!))
}

function callLike({ refersTo, subtype, ...acronym }: Candidate, meant: Candidate): Candidate {
  return {
    ...acronym,
    kind: meant.kind,
    rule: 'name/acronym-of-source',
    ...(meant.refersTo ? { refersTo: meant.refersTo } : {}),
    ...(meant.subtype ? { subtype: meant.subtype } : {}),
  }
}
