import type { EntityKind } from '../../../../model/kind.ts'
import type { Candidate, Line } from '../../../names/candidate.ts'
import { isAcronym, isCapitalised, isCoined, RANK, wordsOfCandidate } from '../../../names/candidate.ts'
import { isGivenName } from '../../roles/persons.ts'
import { judgeActs } from './judge-acts.ts'
import { judgeBeside } from './judge-beside.ts'
import type { Judgement } from './judgement.ts'
import { type Judged, settleNamesakes } from './namesakes.ts'
import { isSurnameFirst } from '../find/name-bounds.ts'
import { usualKindOf } from '../lists/listed-names.ts'
import { CLASSES, LAST_WORDS, readWordSets } from '../lists/vocabulary.ts'

type Kind = Judgement['kind']
type Votes = Map<string, Map<Kind, number>>

const STORMS = readWordSets('event-heads', 'storms').storms
const COMPANY_FORMS = readWordSets('organisation-heads', 'forms').forms

/** Weight of each sort of evidence in the vote on the kind of a name. */
const WEIGHT = { beside: 4, acts: 2.5, title: 6, pattern: 3, among: 2.5, surname: 2, usual: 1.5, tagger: 1 }

/** Comparison key of a candidate's words. */
export function keyOf({ line, from, to }: Pick<Candidate, 'line' | 'from' | 'to'>): string {
  if (to === from + 1) return line.keys[from]!
  return line.keys
    .slice(from, to)
    .filter((word) => word !== '-')
    .join(' ')
}

/**
 * Gives every name that only the tagger found the kind that the whole source supports: by the words beside it, by
 * titles, by its usual kind, then by number.
 */
export function settleKinds(candidates: readonly Candidate[]): Candidate[] {
  const judged = candidates.map(
    (candidate): Judged =>
      isOpen(candidate) ? { ...candidate, ...(judgeBeside(candidate) ?? judgeActs(candidate)) } : candidate,
  )
  const settledApart = settleNamesakes(judged)
  const votes: Votes = new Map()
  for (const candidate of withoutEchoes(judged)) if (!settledApart(candidate)) castVotes(votes, candidate)
  for (const { name, kind } of judgeAmong(candidates)) vote(votes, keyOf(name), kind, WEIGHT.among)
  const subtypes = collectSubtypes(judged)
  const storms = new Map(
    judged.filter(isStorm).map((storm) => [keyOf(storm).replace(/^[^ ]+ /, ''), wordsOfCandidate(storm as Candidate)]),
  )
  return judged
    .map((candidate) => settledApart(candidate) ?? settle(candidate, votes, subtypes))
    .map((candidate) => callStorm(candidate, storms))
}

/** Guesses of the tagger for one name that count; it makes one guess from the other, so that more say nothing new. */
const HEARD = 2

/** The names, and of the tagger's guesses of one kind for the same words the first ones. */
function withoutEchoes(judged: readonly Judged[]): Judged[] {
  const heard = new Map<string, number>()
  return judged.filter((name) => {
    if (name.form !== 'name' || weigh(name) !== WEIGHT.tagger) return name.form === 'name'
    const guess = `${name.kind} ${keyOf(name)}`
    heard.set(guess, (heard.get(guess) ?? 0) + 1)
    return heard.get(guess)! <= HEARD
  })
}

function isOpen({ rank }: Pick<Candidate, 'rank'>): boolean {
  return rank <= RANK.tagger
}

function castVotes(votes: Votes, candidate: Judged): void {
  const key = keyOf(candidate)
  vote(votes, key, candidate.kind, weigh(candidate))
  const usual = usualKindOf(key)
  if (usual && isOpen(candidate) && candidate.kind !== usual) vote(votes, key, usual, WEIGHT.usual)
  if (isStorm(candidate)) vote(votes, key.replace(/^[^ ]+ /, ''), 'event', WEIGHT.title)
  if (hasCompanyForm(candidate)) vote(votes, key.replace(/ [^ ]+$/, ''), 'organisation', WEIGHT.beside)
  if (candidate.kind === 'person' && key.includes(' ')) {
    const surname = startOfSurname(candidate)
    if (isSurnameFirst(candidate)) vote(votes, keyOf({ ...candidate, to: candidate.from + 1 }), 'person', WEIGHT.beside)
    if (surname > candidate.from) vote(votes, keyOf({ ...candidate, from: surname }), 'person', WEIGHT.surname)
    const particle = startOverParticles(candidate, surname)
    if (particle < surname) vote(votes, keyOf({ ...candidate, from: particle }), 'person', WEIGHT.surname)
  }
}

/** First token of the last word, including hyphenated parts ("Okafor-Vale"). */
function startOfSurname({ line, from, to }: Judged): number {
  let start = to - 1
  while (start > from + 1 && line.tokens[start - 1]!.text === '-') start -= 2
  return start
}

/** First particle of a surname ("dos Vale"). */
function startOverParticles({ line, from }: Judged, surname: number): number {
  let start = surname
  while (start > from + 1 && CLASSES.particles.has(line.tokens[start - 1]!.text)) start -= 1
  return start
}

function vote(votes: Votes, key: string, kind: Kind, weight: number): void {
  const ofKey = votes.get(key) ?? new Map<Kind, number>()
  votes.set(key, ofKey.set(kind, (ofKey.get(kind) ?? 0) + weight))
}

function weigh({ rank, rule }: Judged): number {
  if (rule.endsWith('-beside')) return WEIGHT.beside
  if (rule === 'name/acts' || rule === 'name/given-name') return WEIGHT.acts
  if (rank >= RANK.title) return WEIGHT.title
  return rank === RANK.pattern ? WEIGHT.pattern : WEIGHT.tagger
}

/** Whether the name ends in a company's form ("Vale Ltd"), so that the name without it is a company's too. */
function hasCompanyForm({ line, from, to }: Judged): boolean {
  return to - from > 1 && COMPANY_FORMS.has(line.tokens[to - 1]!.text)
}

/** Whether the name is a storm's ("Cyclone Ada"), so that the name alone is the storm too. */
function isStorm({ line, from, to, kind }: Judged): boolean {
  return kind === 'event' && to - from === 2 && STORMS.has(line.tokens[from]!.text)
}

/** A storm's bare name leads to its full one. */
function callStorm(candidate: Candidate, storms: ReadonlyMap<string, string>): Candidate {
  const full = candidate.kind === 'event' && !candidate.refersTo ? storms.get(keyOf(candidate)) : undefined
  return full ? { ...candidate, refersTo: full } : candidate
}

function collectSubtypes(judged: readonly Judged[]): Map<string, string> {
  return new Map(
    judged.flatMap((candidate) =>
      candidate.form === 'name' && candidate.subtype
        ? [[`${candidate.kind} ${keyOf(candidate)}`, candidate.subtype] as const]
        : [],
    ),
  )
}

function settle(candidate: Judged, votes: Votes, subtypes: ReadonlyMap<string, string>): Candidate {
  const { kind: own, subtype: _, rule, ...rest } = candidate
  const kind = isOpen(candidate) ? winner(votes.get(keyOf(candidate))!, own) : own
  if (!isOpen(candidate)) return { ...candidate, kind }
  const subtype = subtypes.get(`${kind} ${keyOf(candidate)}`)
  return { ...rest, kind, rule: kind === own ? rule : 'name/vote', ...(subtype ? { subtype } : {}) }
}

/** The kind with most votes; on a tie the candidate's own. */
function winner(votes: ReadonlyMap<Kind, number>, own: Kind): Kind {
  return [...votes].sort((a, b) => b[1] - a[1] || Number(b[0] === own) - Number(a[0] === own))[0]![0]
}

/** Words that introduce another name: "Ada Vale, nicknamed Okafor". */
const ALIAS = /^(?:.* )?(?:known as|nicknamed|dubbed)$/
/** Tokens between a name and its other name. */
const APPOSITION = 14

/** Evidence for a kind from the names around a name. */
export interface Hint {
  readonly name: Candidate
  readonly kind: EntityKind
}

/**
 * Kind evidence from the other names of a line, for a name that only the tagger found: a list names things of one kind
 * ("Oslo, Okafor and Bergen"), another name is of the kind of the first ("Ada Vale, known as Okafor"), and "in Okafor" is a place.
 *
 * @param names names that do not overlap, in text order
 */
function judgeAmong(names: readonly Candidate[]): Hint[] {
  return names.flatMap((name, index) => {
    if (name.rank > RANK.tagger || name.form !== 'name') return []
    const kind =
      kindOfAlias(name, names.slice(Math.max(0, index - 3), index)) ?? kindOfList(names, index) ?? kindOfWhere(name)
    return kind && kind !== name.kind ? [{ name, kind }] : []
  })
}

function between(a: Candidate | undefined, b: Candidate | undefined): string | undefined {
  if (!a || !b || a.line !== b.line || b.from - a.to > APPOSITION) return undefined
  return a.line.tokens
    .slice(a.to, b.from)
    .map((token) => token.text)
    .join(' ')
}

function kindOfAlias(name: Candidate, before: readonly Candidate[]): EntityKind | undefined {
  const called = before.findLast((one) => /^(?:,|also|better|known|nicknamed|\()/.test(between(one, name) ?? ''))
  return called && ALIAS.test(between(called, name)!) ? called.kind : undefined
}

/** The kind of both neighbours in a list, or of the two before or behind at its end. */
function kindOfList(names: readonly Candidate[], index: number): EntityKind | undefined {
  const name = names[index]!
  if (name.to - name.from > 1) return undefined
  const isTied = (at: number): boolean => /^(?:,|,? ?(?:and|or))$/.test(between(names[at], names[at + 1]) ?? '')
  const start = [index - 1, index - 2, index].find((at) => isTied(at) && isTied(at + 1))
  if (start === undefined) return undefined
  const [first, second] = [start, start + 1, start + 2].filter((at) => at !== index).map((at) => names[at]!.kind)
  return first === second ? first : undefined
}

/** "in Okafor", but not "in Okafor's view". */
function kindOfWhere({ line, from, to, kind }: Candidate): EntityKind | undefined {
  const isTown = kind === 'organisation' && isTownLike(line, from, to)
  const isWhere =
    (kind === 'person' || isTown) &&
    /^(?:in|near|outside)$/.test(line.tokens[from - 1]?.text ?? '') &&
    (to === from + 1 ||
      (to === from + 2 &&
        !isGivenName(line.tokens[from]!.text) &&
        !/^(?:belie|confid|faith|interest|trust)/.test(line.tokens[from - 2]?.text ?? '')))
  return isWhere && !/^['’]s$/.test(line.tokens[to]?.text ?? '') ? 'place' : undefined
}

/** A name tagged as an organisation that is used like a town's: "rents in Vale had", not "shares in Vale". */
function isTownLike(line: Line, from: number, to: number): boolean {
  const words = line.tokens.slice(from, to).map(({ text }) => text)
  const isNamed = words.every(
    (word) => isCapitalised(word) && !isAcronym(word) && !isCoined(word) && !LAST_WORDS.has(word),
  )
  return (
    isNamed &&
    !/^(?:confidence|interests?|invest(?:ed|ing|ment|or|ors)?|job|roles?|shares?|stakes?|stock|trust)$/.test(
      line.tokens[from - 2]?.text ?? '',
    )
  )
}
