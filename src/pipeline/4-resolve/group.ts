import { readData } from '../../text/read-data.ts'
import type { PersonFacts } from '../../lang/pack.ts'
import { mergeFacts } from '../../lang/pack.ts'
import type { IdentityStep, Mention } from '../../model/entity.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import { rememberTexts } from '../../text/tokens.ts'
import { transliterationKey } from './name-forms.ts'

const forms: { company: string[]; institution: string[]; endowed: string[] } = readData('./forms.yml', import.meta.url)
const COMPANY_FORMS = new Set(forms.company)
const ORGANISATION_FORMS = new Set([...forms.company, ...forms.institution, ...forms.endowed])
const ENDOWED = new Set(forms.endowed)
const ARTICLE = /^(?:al|an|ar|as|ash|at) /
/** Small words that begin a surname: with one word behind them they are no full name. */
const PARTICLES = /^(?:(?:bin|da|de|del|della|den|der|di|do|dos|du|ibn|la|le|ou|ter|van|von|wa|zu) ){1,3}/

/** A mention with its words and the reason for its place in a group. */
export interface Member {
  readonly mention: Mention
  readonly words: string
  readonly step: IdentityStep
}

/** The mentions of one source that mean one person or thing. */
export interface MentionGroup {
  readonly file: string
  readonly kind: EntityKind
  /** Main name: the register's, a list's, or the fullest wording. */
  readonly name: string
  /** Folded main name. */
  readonly key: string
  /** Main name by transliteration. */
  readonly sound: string
  /** Folded names under which the source mentions it. */
  readonly keys: ReadonlySet<string>
  readonly members: readonly Member[]
  readonly entry?: RegisteredEntity
  /** For a place that is in neither the register nor a list: its location, as its source says. */
  readonly within?: NonNullable<Mention['within']>
  /** Facts about the person beside the name in its source. */
  readonly facts: PersonFacts
  /** For an event named after a place: what joins its wordings, as "northport talks". */
  readonly topic?: string
  /** Groups of the same source it may be, with the reason. */
  readonly rivals: readonly { readonly group: MentionGroup; readonly reason: string }[]
}

/** The main name and the keys made of it. */
export function nameKeys(name: string): Pick<MentionGroup, 'name' | 'key' | 'sound'> {
  return { name, key: foldName(name), sound: transliterationKey(name) }
}

/** Merges `part` into `whole`; every mention of `part` gets the step that joined it. A register entry of either is kept. */
export function absorb(whole: MentionGroup, part: MentionGroup, step: IdentityStep): MentionGroup {
  const entry = whole.entry ?? part.entry
  return {
    ...whole,
    ...(entry ? { entry, ...nameKeys(entry.name), kind: entry.kind } : {}),
    keys: new Set([...whole.keys, ...part.keys]),
    members: [...whole.members, ...part.members.map((member) => ({ ...member, step }))],
    facts: { ...mergeFacts([whole.facts, part.facts]), isKin: whole.facts.isKin, isOther: whole.facts.isOther },
    rivals: [...whole.rivals, ...part.rivals],
  }
}

/** Whether the group is a person named by two words or more, suffixes ("Vale Jr.") and particles apart. */
export function isFullPerson({ kind, key }: MentionGroup): boolean {
  return kind === 'person' && isFullName(key)
}

function isFullName(key: string): boolean {
  return key
    .replace(/ [js]n?r$/, '')
    .replace(ARTICLE, '')
    .replace(PARTICLES, '')
    .includes(' ')
}

/** A suffix at the end of a folded personal name: "jr", "iii". */
export function suffixOf(key: string): string | undefined {
  return / (jn?r|sn?r|[ivx]+)$/.exec(key)?.[1]?.replace('n', '')
}

/** A folded personal name without its suffix. */
export function withoutSuffix(key: string): string {
  return key.replace(/ (?:jn?r|sn?r|[ivx]+)$/, '')
}

/**
 * The short names of a person with a full name. For a person with several names in the register, each that the source
 * uses counts: "Mr Brant" is Hugo Brandt where "Hugo Brant" is.
 */
export function surnamesOf({ kind, key, keys, entry }: MentionGroup): string[] {
  if (kind !== 'person') return []
  const names = entry ? [key, ...keys] : [key]
  return [...new Set(names.filter(isFullName).flatMap(surnamesIn))]
}

/** The last word, the last two, or all from the first particle on ("van der Vale"). */
function surnamesIn(name: string): string[] {
  const words = withoutSuffix(name).split(' ')
  const particle = words.findIndex((word, at) => at > 0 && PARTICLES.test(`${word} `))
  const beginnings =
    words.length > 2 ? [words.length - 1, words.length - 2, ...(particle > 0 ? [particle] : [])] : [words.length - 1]
  return beginnings.map((from) => words.slice(from).join(' ').replace(ARTICLE, '')).filter(Boolean)
}

/** A folded name without the company's or institution's form at its end. */
export function withoutForm(key: string, forms: ReadonlySet<string> = ORGANISATION_FORMS): string {
  const words = key.split(' ')
  while (words.length > 1 && forms.has(words.at(-1)!)) words.pop()
  return words.join(' ')
}

/** Whether a folded name is that of a foundation or the like. */
export function isEndowed(key: string): boolean {
  return ENDOWED.has(key.split(' ').at(-1)!)
}

/** The short name of a company: "vale" of "vale holdings ltd"; undefined if the name has no company form. */
export function companyOf(key: string): string | undefined {
  const short = withoutForm(key, COMPANY_FORMS)
  return short === key ? undefined : short
}

/** Whether the part is nothing but a surname of the whole, Arabic articles aside, with the whole's suffix if it has one. */
export function bearsSurname(whole: MentionGroup, part: MentionGroup): boolean {
  const suffix = suffixOf(part.key)
  const isSuffix = suffix === undefined || suffix === suffixOf(whole.key)
  return isSuffix && surnamesOf(whole).includes(withoutSuffix(part.key).replace(ARTICLE, ''))
}

/** A mention as the register and the lists know it. */
export interface Named {
  readonly mention: Mention
  readonly words: string
  readonly key: string
  readonly entry: RegisteredEntity | undefined
  /** True when the register lists not these words but a spelling of them. */
  readonly isSpelling: boolean
  /** The full name that the text around gives, where the words are a part of it or in another order. */
  readonly full?: string
  readonly facts: PersonFacts
}

/** Whether a correction says what the words refer to at this place; an entry of the register says it of a name. */
export function isDecided({ rule, refersTo }: Mention): boolean {
  return rule === 'editor/name' && refersTo !== undefined
}

/**
 * Why a mention belongs to the group of its name, as a sentence for readers.
 *
 * @param isFirst whether it is the source's first mention by that name
 */
export function explainName({ mention, words, entry, isSpelling }: Named, isFirst: boolean): IdentityStep {
  const { form, refersTo } = mention
  if (isDecided(mention)) return step('decided', 'editor', `An editor says that “${words}” means “${refersTo}” here.`)
  if (entry && isSpelling)
    return step(
      'register-spelling',
      'inferred',
      `“${words}” is a spelling of “${entry.name}”, which the register lists.`,
    )
  if (entry) return step('register', 'editor', `The register lists “${words}” as a name of “${entry.name}”.`)
  if (form === 'demonym')
    return step('demonym', 'stated', `“${words}” is the adjective or the people's name of “${refersTo}”.`)
  if (refersTo && foldName(refersTo) !== foldName(words))
    return step('known-alias', 'stated', `“${words}” is another name of “${refersTo}”.`)
  return isFirst ? explainFirst(words) : explainRepeated(words)
}

/* The commonest reasons: one name has one in all sources. */
const explainFirst = rememberTexts((words) => step('name', 'stated', `The source names “${words}”.`))
const explainRepeated = rememberTexts((words) => step('same-name', 'stated', `The source repeats the name “${words}”.`))

/** Why a mention without a name belongs to a named group. */
export function explainNominal(words: string, antecedent: string): IdentityStep {
  return step('sole-antecedent', 'inferred', `“${words}” takes up “${antecedent}”, the only such name in the source.`)
}

function step(rule: string, certainty: IdentityStep['certainty'], reason: string): IdentityStep {
  return { rule: `identity/${rule}`, certainty, reason }
}
