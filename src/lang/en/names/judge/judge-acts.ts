import type { Line } from '../../../names/candidate.ts'
import { isAcronym, isCapitalised } from '../../../names/candidate.ts'
import { isGivenName } from '../../roles/persons.ts'
import type { Beside, Judgement } from './judge-beside.ts'
import { CLASSES, LAST_WORDS, readVocabulary } from '../lists/vocabulary.ts'

const { bought, customers, firm, firms, made, plants, premises, rivals, superlatives, teams, trades } =
  readVocabulary<
    Record<
      | 'bought'
      | 'customers'
      | 'firm'
      | 'firms'
      | 'made'
      | 'plants'
      | 'premises'
      | 'rivals'
      | 'superlatives'
      | 'teams'
      | 'trades',
      string[]
    >
  >('organisation-heads')
const { human } = readVocabulary<{ human: string[] }>('persons')
const { before: settlements, towards } = readVocabulary<Record<'before' | 'towards', string[]>>('places')
const BOUGHT = new Set(bought)
const FIRM = new Set(firm)
const FIRMS = new Set([...firms.map(pluralOf), ...customers])
const MADE = new Set(made)
const PLANTS = new Set(plants)
const PREMISES = new Set(premises)
const RIVALS = new Set(rivals)
const TRADES = new Set(trades)
/** Those that are plurals. */
const TEAMS = new Set(teams.filter((word) => word.endsWith('s')))
const SUPERLATIVES = new Set(superlatives)
const HUMAN = new Set(human)
const SETTLEMENTS = new Set(settlements.map(pluralOf))
const TOWARDS = new Set(towards)

const ORGANISATION: Judgement = { kind: 'organisation', rule: 'name/acts' }
const PERSON: Judgement = { kind: 'person', rule: 'name/acts' }
const PLACE: Judgement = { kind: 'place', rule: 'name/acts' }
const OWNER = /^['’]s$/

/**
 * Judges a name by what it does and what is done to it, where the words right beside it do not say what it is: "Vale
 * have not won", "Vale has 11 plants", "its rival Vale", "made by Vale of Northport", "Vale wept", "firms such as Vale".
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
    (to === from + 1 && TEAMS.has(word(from)))
      ? ORGANISATION
      : undefined) ??
    (kind !== 'organisation' && /^(?:across|along|down|up)$/.test(word(from - 2)) && word(from - 1) === 'the'
      ? PLACE
      : undefined) ??
    (kind !== 'place' && TOWARDS.has(word(from - 1)) && !OWNER.test(word(to)) ? PLACE : undefined)
  )
}

const GIVEN: Judgement = { kind: 'person', rule: 'name/given-name' }

const isSurname = (word: string): boolean => isCapitalised(word) && !isAcronym(word) && !LAST_WORDS.has(word)

/** "Vale wept", "Vale himself", but not "people in Vale wept". */
function isHuman(word: WordAt, from: number, to: number): boolean {
  const isInside = /^(?:and|the)$/i.test(word(from - 1)) || CLASSES.prepositions.has(word(from - 1))
  return !isInside && (HUMAN.has(word(to)) || /^(?:him|her)self$/.test(word(to)))
}

type WordAt = (at: number) => string

function pluralOf(noun: string): string {
  return /y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:ch|s|x)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "firms such as Vale", "towns like Vale". */
function judgeListed(word: WordAt, from: number): Judgement | undefined {
  let at = from - 1
  while (at > from - LONGEST_LIST && (/^(?:,|and|or|&)$/.test(word(at)) || isCapitalised(word(at)))) at -= 1
  const isSuchAs = word(at) === 'as' && word(at - 1) === 'such'
  const isExample = isSuchAs || /^(?:including|like)$/.test(word(at))
  const isCounted = COUNT.test(word(at - 1)) && word(at + 1) === ','
  if (!isExample && !isCounted) return undefined
  const back = isSuchAs ? at - 2 : isExample ? at - 1 : at
  const noun = word(word(back) === ',' ? back - 1 : back).toLowerCase()
  if (FIRMS.has(noun)) return ORGANISATION
  return SETTLEMENTS.has(noun) ? PLACE : undefined
}

/** Tokens that a list may have before the name. */
const LONGEST_LIST = 15
const COUNT = /^(?:both|eight|five|four|nine|other|seven|six|ten|three|two)$/

/** "Vale have not won": one word that is many, at the beginning of a clause. */
function isMany(word: WordAt, openings: Line['openings'], from: number, to: number): boolean {
  const isSubject = openings.has(from) || /^(?:but|because|if|said|that|when|while)$/.test(word(from - 1))
  return isSubject && to === from + 1 && !/s$/.test(word(from)) && /^(?:are|have|were)$/.test(word(to))
}

/** Words before "its" that end like verbs. */
const NO_VERB = /^(?:across|against|as|at|but|despite|is|just|last|let|past|that|was|without|yet)$/

/** "Vale named its", "Vale, which", "Vale said it": nobody, and by what follows no place. */
function isNeuter(word: WordAt, from: number, to: number, kind: Beside['kind']): boolean {
  if (/^sa(?:id|ys)$/.test(word(to)) && /^its?$/.test(word(to + 1))) return kind !== 'person' || word(to + 1) === 'its'
  const verb = /^ha[ds]$/.test(word(to)) ? to + 1 : to
  const isOwning = /^\p{Ll}+(?:ed|s|t)$/u.test(word(verb)) && word(verb + 1) === 'its'
  return (
    (isOwning && !NO_VERB.test(word(verb)) && kind !== 'place') ||
    (kind === 'person' && to === from + 1 && word(to) === ',' && word(to + 1) === 'which')
  )
}

/** "Vale has 11 plants", "Vale employs 300 people", "Vale's largest shareholder". */
function isStaffed(word: WordAt, to: number): boolean {
  if (OWNER.test(word(to)) && PLANTS.has(word(to + 1))) return true
  if (OWNER.test(word(to))) return SUPERLATIVES.has(word(to + 1)) && FIRM.has(word(to + 2))
  if (/^employ(?:ed|s)$/.test(word(to))) return true
  const isHolding =
    /^(?:had|has|operates|owns|runs)$/.test(word(to)) && /^\d|^(?:about|dozens|hundreds|over|some)$/.test(word(to + 1))
  return isHolding && [2, 3, 4].some((step) => PREMISES.has(word(to + step)))
}

/** "its rival Vale", "agreed to buy Vale", "made by Vale of Northport". */
function isOwned(word: WordAt, from: number, to: number): boolean {
  const noun = word(from - 1) === ',' ? from - 2 : from - 1
  if (word(noun) === 'employer' || (word(from - 2) === 'the' && TRADES.has(word(from - 1)))) return true
  if (/^its$/i.test(word(noun - 1)) && RIVALS.has(word(noun))) return true
  if (BOUGHT.has(word(from - 1))) return !/^for$/.test(word(to))
  return word(from - 1) === 'by' && MADE.has(word(from - 2)) && (to === from + 1 || word(to) === 'of')
}
