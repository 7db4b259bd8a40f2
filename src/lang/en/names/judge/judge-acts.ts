import type { Line } from '../../../names/candidate.ts'
import { isAcronym, isCapitalised } from '../../../names/candidate.ts'
import { isGivenName } from '../../roles/persons.ts'
import type { Beside, Judgement, WordAt } from './judgement.ts'
import { POSSESSIVE } from './judgement.ts'
import { CLASSES, LAST_WORDS, readWordSets } from '../lists/vocabulary.ts'

const organisations = readWordSets(
  'organisation-heads',
  'bought',
  'customers',
  'dealt',
  'firm',
  'firms',
  'made',
  'plants',
  'premises',
  'rivals',
  'superlatives',
  'teams',
  'trades',
)
const { human } = readWordSets('persons', 'human')
const { before: settlements, towards } = readWordSets('places', 'before', 'towards')
const { ships } = readWordSets('things', 'ships')
const FLEET = new Set([...ships].map(pluralOf))
const FIRMS = new Set([...[...organisations.firms].map(pluralOf), ...organisations.customers])
const SETTLEMENTS = new Set([...settlements].map(pluralOf))

const ORGANISATION: Judgement = { kind: 'organisation', rule: 'name/acts' }
const PERSON: Judgement = { kind: 'person', rule: 'name/acts' }
const PLACE: Judgement = { kind: 'place', rule: 'name/acts' }

/**
 * Judges a name by what it does and what is done to it, if the words directly beside it do not tell its kind: "Vale
 * have not won", "Vale has 11 plants", "its rival Vale", "made by Vale of Northport", "Vale wept", "firms such as
 * Vale".
 */
export function judgeActs({ line, from, to, kind }: Beside): Judgement | undefined {
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (kind !== 'person' && isHuman(word, from, to)) return PERSON
  if (to > from + 1 && isGivenName(word(from)))
    return to === from + 2 && kind !== 'person' && isSurname(word(from + 1)) ? GIVEN : undefined
  return (
    judgeListed(word, from) ??
    (isMany(word, line.openings, from, to) ||
    isNeuter(word, from, to, kind) ||
    isStaffed(word, to) ||
    isOwned(word, from, to) ||
    (to === from + 1 && isTeam(word(from)))
      ? ORGANISATION
      : undefined) ??
    (kind !== 'organisation' && /^(?:across|along|down|up)$/.test(word(from - 2)) && word(from - 1) === 'the'
      ? PLACE
      : undefined) ??
    (kind !== 'place' && towards.has(word(from - 1)) && !POSSESSIVE.test(word(to)) ? PLACE : undefined)
  )
}

const GIVEN: Judgement = { kind: 'person', rule: 'name/given-name' }

/** "Rovers", but not "United": a team's last word that is a plural. */
const isTeam = (word: string): boolean => word.endsWith('s') && organisations.teams.has(word)

const isSurname = (word: string): boolean => isCapitalised(word) && !isAcronym(word) && !LAST_WORDS.has(word)

/** "Vale wept", "Vale himself", but not "people in Vale wept". */
function isHuman(word: WordAt, from: number, to: number): boolean {
  const isInside = /^(?:and|the)$/i.test(word(from - 1)) || CLASSES.prepositions.has(word(from - 1))
  return !isInside && (human.has(word(to)) || /^(?:him|her)self$/.test(word(to)))
}

function pluralOf(noun: string): string {
  return /y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:ch|s|x)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "firms such as Vale", "towns like Vale". */
function judgeListed(word: WordAt, from: number): Judgement | undefined {
  let at = from - 1
  while (at > from - LONGEST_LIST && (/^(?:,|and|or|&)$/.test(word(at)) || isCapitalised(word(at)))) at -= 1
  const isSuchAs = word(at) === 'as' && word(at - 1) === 'such'
  const isExample = isSuchAs || /^(?:including|like)$/.test(word(at))
  const isCounted = CLASSES.counts.has(word(at - 1)) && word(at + 1) === ','
  if (!isExample && !isCounted) return undefined
  const back = isSuchAs ? at - 2 : isExample ? at - 1 : at
  const noun = word(word(back) === ',' ? back - 1 : back).toLowerCase()
  if (FIRMS.has(noun)) return ORGANISATION
  return SETTLEMENTS.has(noun) ? PLACE : undefined
}

/** Tokens that a list may have before the name. */
const LONGEST_LIST = 15

/** "Vale have not won": one word that is many, at the beginning of a clause. */
function isMany(word: WordAt, openings: Line['openings'], from: number, to: number): boolean {
  const isSubject = openings.has(from) || CLASSES.subordinators.has(word(from - 1))
  return isSubject && to === from + 1 && !/s$/.test(word(from)) && /^(?:are|have|were)$/.test(word(to))
}

/** "Vale named its", "Vale, which", "Vale said it": not a person, and by the next words not a place. */
function isNeuter(word: WordAt, from: number, to: number, kind: Beside['kind']): boolean {
  if (/^sa(?:id|ys)$/.test(word(to)) && /^its?$/.test(word(to + 1))) return kind !== 'person' || word(to + 1) === 'its'
  const verb = /^ha[ds]$/.test(word(to)) ? to + 1 : to
  const isOwning = /^\p{Ll}+(?:ed|s|t)$/u.test(word(verb)) && word(verb + 1) === 'its'
  return (
    (isOwning && !CLASSES.verblike.has(word(verb)) && kind !== 'place') ||
    (kind === 'person' && to === from + 1 && word(to) === ',' && word(to + 1) === 'which')
  )
}

/** "Vale has 11 plants", "Vale has lost two ships", "Vale employs 300 people", "Vale's largest shareholder". */
export function isStaffed(word: WordAt, to: number): boolean {
  if (POSSESSIVE.test(word(to)) && organisations.plants.has(word(to + 1))) return true
  if (POSSESSIVE.test(word(to)))
    return organisations.superlatives.has(word(to + 1)) && organisations.firm.has(word(to + 2))
  if (/^employ(?:ed|s)$/.test(word(to))) return true
  if (!/^(?:had|has|operates|owns|runs)$/.test(word(to))) return false
  const count = /^ha[ds]$/.test(word(to)) && organisations.dealt.has(word(to + 1)) ? to + 2 : to + 1
  const isCounted = CLASSES.counts.has(word(count)) || /^\d|^(?:about|dozens|hundreds|over|some)$/.test(word(count))
  return (
    isCounted &&
    [1, 2, 3].some((step) => organisations.premises.has(word(count + step)) || FLEET.has(word(count + step)))
  )
}

/** "its rival Vale", "agreed to buy Vale", "made by Vale of Northport". */
function isOwned(word: WordAt, from: number, to: number): boolean {
  const noun = word(from - 1) === ',' ? from - 2 : from - 1
  if (word(noun) === 'employer' || (word(from - 2) === 'the' && organisations.trades.has(word(from - 1)))) return true
  if (/^its$/i.test(word(noun - 1)) && organisations.rivals.has(word(noun))) return true
  if (organisations.bought.has(word(from - 1))) return !/^for$/.test(word(to))
  return word(from - 1) === 'by' && organisations.made.has(word(from - 2)) && (to === from + 1 || word(to) === 'of')
}
