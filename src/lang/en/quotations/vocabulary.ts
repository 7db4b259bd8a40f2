import { readData } from '../../../text/read-data.ts'
import type { Certainty } from '../../../model/evidence.ts'
import { readWordSets } from '../names/lists/vocabulary.ts'
import { indexVerbForms } from '../words/verb-forms.ts'

type Verbs = Readonly<Record<string, string | null>>
const data: Readonly<Record<string, readonly string[]>> & {
  speech: Verbs
  attitude: Verbs
  particles: Readonly<Record<string, readonly string[]>>
  possessives: Readonly<Record<string, string>>
} = readData('./vocabulary.yml', import.meta.url)
const set = (name: string): ReadonlySet<string> => new Set(data[name])

/** Forms of the verbs that introduce a clause somebody said. */
export const SPEECH = indexVerbForms(data.speech)
/** Forms of the verbs that introduce words of somebody, but no clause. */
export const ATTITUDE = indexVerbForms(data.attitude)
/** Whether a word is a form of a verb that gives somebody words. */
export const isSpoken = (lower: string): boolean => SPEECH.has(lower) || ATTITUDE.has(lower)
/** The words without one of which a verb is no cue: "on" for "go". */
export const PARTICLES = new Map(Object.entries(data.particles))
/** Pronouns by their possessives: "he" for "his". */
export const POSSESSIVES: ReadonlyMap<string, string> = new Map(Object.entries(data.possessives))
export const QUOTING = set('quoting')
export const GESTURES = set('gestures')
export const HEARD = set('heard')
export const TITLED = data['titled']!
export const ANNOUNCED_CLAUSES = set('announced-clauses')
export const CLAUSAL = set('clausal')
export const UTTERING = set('uttering')
export const WEAK = set('weak')
export const PLURAL_NOUNS = set('plural-nouns')
export const SAID_NOUNS = set('said-nouns')
export const ANNOUNCING = set('announcing')
export const WORDINGS = set('wordings')
export const STANDARDS = set('standards')
export const COLLECTIVES = set('collectives')
export const BARE = set('bare')
export const TRAILING = set('trailing')
export const UNASSERTING = set('unasserting')
export const UNSAID = set('unsaid')
export const VENUES = set('venues')
export const AUXILIARIES = set('auxiliaries')
export const BE = set('be')
export const VERBS = set('verbs')
export const PRONOUNS = set('pronouns')
export const SINGULAR_PERSON = set('singular-person')
export const FEMININE = set('feminine')
export const MASCULINE = set('masculine')
export const DETERMINERS = set('determiners')
export const PREPOSITIONS = set('prepositions')
export const CONJUNCTIONS = set('conjunctions')
export const RELATIVES = set('relatives')
export const IRREGULAR_PARTICIPLES = set('irregular-participles')
export const TIME_WORDS = set('time-words')
export const HONORIFICS = set('honorifics')
export const TITLES = set('titles')
const RANKS = readWordSets('persons', 'personal').personal
/** Whether a word in small letters is put before a name: "Mr", "Major". */
export const isPersonalTitle = (lower: string): boolean =>
  HONORIFICS.has(lower) || TITLES.has(lower) || RANKS.has(lower)
export const PERSON_NOUNS = data['person-nouns']!
export const VAGUE_ROLES = set('vague-roles')
export const AUDIENCES = set('audiences')
export const OUTLET_NOUNS = set('outlet-nouns')
export const CLAIMS = set('claims')
export const REFUSALS = set('refusals')
export const NAMING = set('naming')

const ADVERBS = set('adverbs')
const LY_NOUNS = set('ly-nouns')

/** True for "also", "reportedly"; false for "family". */
export const isAdverb = (lower: string): boolean =>
  ADVERBS.has(lower) || (/.{2}ly$/.test(lower) && !LY_NOUNS.has(lower))

interface MeasuredRule {
  readonly name: string
  /** In percent, in the worse half. */
  readonly precision?: number
  readonly cases?: number
}

/** From this precision on, measured on enough speakers, a rule's speaker is printed as stated; */
const [SURE, ENOUGH] = [97, 40]
/** below this one the speaker stays open and is asked about. */
const [DOUBTFUL, SOME] = [85, 10]

const rules: MeasuredRule[] = readData('./rules.yml', import.meta.url)
const certainties = new Map(rules.map((rule) => [rule.name, judge(rule)]))

/** The certainty that a rule's measured precision allows; none where it is too often wrong. */
export function judge({ precision, cases = 0 }: MeasuredRule): Certainty | undefined {
  if (precision !== undefined && precision < DOUBTFUL && cases >= SOME) return undefined
  return precision !== undefined && precision >= SURE && cases >= ENOUGH ? 'stated' : 'inferred'
}

/** Certainty of the speaker that a rule names; undefined where the rule is too often wrong to name one. */
export function certaintyOf(rule: string): Certainty | undefined {
  return certainties.has(rule) ? certainties.get(rule) : 'inferred'
}
