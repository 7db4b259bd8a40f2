import { readData } from '../../../text/read-data.ts'
import type { Mention, Role } from '../../../model/entity.ts'
import type { Source } from '../../../model/source.ts'
import { foldName } from '../../../text/characters.ts'
import type { IdentityCues, PersonFacts } from '../../pack.ts'
import { NO_FACTS } from '../../pack.ts'
import { readVocabulary } from '../names/lists/vocabulary.ts'
import { isOfAnother } from './other-bearers.ts'
import { isPersonNoun } from './person-nouns.ts'

/** An article and words up to the next comma or stop; longer ones are clauses. */
const APPOSITION = /^, ((?:the|an?) ([^,.;:“”"()]{3,80}))(?=\.(?:\s|$)|, ?)/
/** Words that show a clause, a list of people or a time. */
const NO_ROLE = /\b(?:and|or|who|whose|which|when|while|after|before|day|night|week|month|year|time|moment)\b/
/** Where the head of a description ends: "harbour master" of "harbour master of Northport". */
const BEHIND_HEAD = /\s(?:of|for|at|in|on|to|from|with|by|under|behind|about|against)\s.*$/
/** What goes on with a conjunction or another description may be a list of several people. */
const LISTED = /^, (?:and|or|but|nor|an?|the|his|her|their|its|one|two|three)\b/

/**
 * The roles that a source gives to persons it names, each in an apposition behind the name.
 *
 * @param mentions names of the source
 */
export function findRoles({ passages }: Source, mentions: readonly Mention[]): Role[] {
  const texts = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  const persons = mentions.filter(({ kind, form }) => kind === 'person' && form === 'name')
  const starts = new Set(persons.map(({ span }) => `${span.passage}:${span.start}`))
  return persons.flatMap(({ span }) => {
    const text = texts.get(span.passage)!
    const found = readApposition(text.slice(span.end))
    const start = span.end + ', '.length
    const end = start + (found?.length ?? 0)
    // "After meeting Vale, the president, Omar Rowe, left": the words belong to the name behind them.
    const isOfNext = starts.has(`${span.passage}:${end + ', '.length}`)
    if (found === undefined || isOfNext) return []
    return [{ span: { passage: span.passage, start, end }, person: span, certainty: 'stated', rule: 'role/apposition' }]
  })
}

/** The words of an apposition at the beginning of a text. */
function readApposition(after: string): string | undefined {
  const [whole, words, description] = APPOSITION.exec(after) ?? []
  if (whole === undefined || NO_ROLE.test(description!) || LISTED.test(after.slice(whole.length))) return undefined
  return isPersonNoun(description!.replace(BEHIND_HEAD, '').toLowerCase()) ? words : undefined
}

const given = readVocabulary<Record<'men' | 'women', string[]>>('given-names')
const GIVEN_NAMES = new Map([
  ...given.men.map((name) => [name, 'm'] as const),
  ...given.women.map((name) => [name, 'f'] as const),
])
const occupations: Record<string, string[]> = readData('./occupations.yml', import.meta.url)
const FIELDS = Map.groupBy(
  Object.entries(occupations).flatMap(([field, nouns]) => nouns.map((noun) => ({ field, noun }))),
  ({ noun }) => noun,
)

/** How far before and behind a name is read, in UTF-16 code units. */
const REACH = 80
const HONORIFIC =
  /(?:^|[^\p{L}])(?:(Mr|Messrs|Sir|Lord|King|Prince|Baron|Herr|Monsieur|Señor|Don)|(Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Baroness|Frau|Madame|Mme|Señora|Doña))\.? (?:Justice )?$/u
const KIN_MEN = 'husband|father|son|brother|uncle|nephew|grandfather|grandson|stepfather|widower|boyfriend'
const KIN_WOMEN = 'wife|mother|daughter|sister|aunt|niece|grandmother|granddaughter|stepmother|widow|girlfriend'
const KIN = new RegExp(
  `(?:\\b(?:his|her|their|my)|['’]s?) (?:\\p{L}+ ){0,2}(?:(${KIN_MEN})|(${KIN_WOMEN})|cousin|partner|fiancée?|child|twin),? (?:(?:Mr|Mrs|Ms|Miss|Dr)\\.? )?$`,
  'iu',
)
const GENERATION = /\b(?:the|the late) (elder|younger|older|senior|junior) (?:(?:Mr|Mrs|Ms)\.? )?$/i
const WOMAN = /(?:woman|actress|waitress|policewoman|queen|nun|seamstress|midwife|widow|mother)$/
const MAN = /(?:[^o]man|businessman|fisherman|king|monk|widower|father)$/
const PRONOUN_BESIDE = /^(?:, \d{1,3},?)?,? (?:and|with) (?:(his)|(her)) /
/** A pronoun at the start of a sentence refers to the name at the start of the sentence before. */
const OPENS = /(?:^|[.!?”"’] ?)(?:(?:Mr|Mrs|Ms|Dr|Mayor|Professor)\.? )?$/u
const PRONOUN_NEXT = /^[^.!?“”"]{0,200}[.!?] (?:(He|His)|(She|Her)) /u
const AGE = /^(?:, (?:aged? )?(\d{1,3})(?=[,.;)]| and\b|$)| \((\d{1,3})\))/
const APPOSED = /^(?:, \d{1,3})?, (?:an?|the|who is an?|his|her|their|its) ([^,.;:“”"]{3,70})/u
/** Words of a description of one person right before the name: "a doctor in Aleppo, ", "rebel spokesman ". */
const DESCRIBED = /(?:^|[^\p{L}’'-])((?:\p{L}[\p{L}’'-]*,? ){1,7})$/u
const BEHIND_NOUN = / (?:of|for|at|in|on|to|from|with|by|who|whose|which)(?: .*)?$/u

/** Reads the words beside a mention of a person in the text of its passage. */
function readFacts(text: string, { span, kind }: Mention): PersonFacts {
  if (kind !== 'person') return NO_FACTS
  const before = text.slice(Math.max(0, span.start - REACH), span.start)
  const behind = text.slice(span.end, span.end + REACH)
  const honorific = HONORIFIC.exec(before)
  const kin = KIN.exec(before)
  const nouns = [nounBefore(before), nounBehind(behind)].filter((noun) => noun !== undefined)
  const gender =
    genderOf(honorific) ??
    genderOf(kin) ??
    genderOf(PRONOUN_BESIDE.exec(behind)) ??
    (OPENS.test(before) ? genderOf(PRONOUN_NEXT.exec(text.slice(span.end, span.end + 4 * REACH))) : undefined) ??
    nouns.map((noun) => (WOMAN.test(noun) ? 'f' : MAN.test(noun) ? 'm' : undefined)).find((one) => one !== undefined)
  const age = AGE.exec(behind)
  const generation = GENERATION.exec(before)?.[1]?.toLowerCase()
  return {
    ...(gender && { gender }),
    ages: age ? [Number(age[1] ?? age[2])] : [],
    fields: nouns.flatMap((noun) => fieldsOf(noun)),
    ...(generation && { generation: /elder|older|senior/.test(generation) ? 'elder' : 'younger' }),
    isKin: kin !== null,
    isOther: isOfAnother(before, behind),
  }
}

const genderOf = (match: RegExpExecArray | null): 'f' | 'm' | undefined =>
  match?.[1] ? 'm' : match?.[2] ? 'f' : undefined

const fieldsOf = (noun: string): string[] => (FIELDS.get(noun) ?? []).map(({ field }) => field)

/** The noun for a person right before the name: "spokesman" of "rebel spokesman", "doctor" of "a doctor in Aleppo,". */
function nounBefore(before: string): string | undefined {
  const words = DESCRIBED.exec(before)?.[1]
  if (words === undefined) return undefined
  const described = words.endsWith(', ') ? /(?:^| )an? ([^,]+), $/iu.exec(words)?.[1] : words.split(', ').at(-1)!
  return described === undefined ? undefined : knownNoun(described.trim())
}

/** The same behind the name: "nurse" of ", a nurse at the clinic,". */
function nounBehind(behind: string): string | undefined {
  const words = APPOSED.exec(behind)?.[1]
  return words === undefined ? undefined : knownNoun(words)
}

function knownNoun(description: string): string | undefined {
  const noun = description.replace(BEHIND_NOUN, '').split(/[ -]/u).at(-1)!.toLowerCase()
  return FIELDS.has(noun) || WOMAN.test(noun) || MAN.test(noun) ? noun : undefined
}

/** The gender that a full name's first word usually shows. */
function genderOfName(name: string): 'f' | 'm' | undefined {
  const [first, ...others] = foldName(name).split(' ')
  return others.length > 0 ? GIVEN_NAMES.get(first!) : undefined
}

/** The gender that a given name usually shows. */
export function genderOfGivenName(word: string): 'f' | 'm' | undefined {
  return GIVEN_NAMES.get(foldName(word))
}

/** Whether a word is a given name that the list knows. */
export function isGivenName(word: string): boolean {
  return GIVEN_NAMES.has(foldName(word))
}

/* Between a name and another directly after it; "…" is the other. */

const BEFORE_KNOWN =
  /^(?:,? ?\(?|,? (?:which|who) (?:is|was) )(?:also |better |commonly |popularly |widely |previously |formerly |once |now |until recently )?(?:aka|a\.k\.a\.|known as|known simply as|nicknamed) (?:the )?["“]?…/
/** Needs a comma, a bracket or a passive: in "Vale called Okafor" the first did something to the second. */
const BEFORE_CALLED =
  /^(?:, ?\(?| ?\(|,? (?:which|who) (?:is|was) )(?:also |commonly |popularly |widely |previously |formerly |once |now |until recently )?(?:called|named) (?:the )?["“]?…/
/** The same after an apposition: "Vale, the colonel known as Okafor". */
const APPOSED_KNOWN = /^, (?:an?|his|her|the|who|whose) [^.,;:()"“”]{2,60} (?:known as|nicknamed) (?:the )?["“]?…/
const RELATIVE = '(?:brother|daughter|father|grandfather|granddaughter|grandson|mother|nephew|niece|sister|son|uncle)'
/** "The daughter of Ada Vale", "Ada Vale Okafor’s father, Ada Vale": somebody else of the same first names. */
const OF_KIN = new RegExp(`\\b${RELATIVE} of (?:the )?(?:late )?…|^['’]s (?:late )?${RELATIVE},? …`)

/** The English cues beside names. */
export const identity: IdentityCues = {
  readFacts,
  genderOfName,
  isGivenName,
  sharesSurname: /^ (?:and|&) $/,
  alias: [BEFORE_KNOWN, BEFORE_CALLED, APPOSED_KNOWN],
  relative: OF_KIN,
}
