import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { IdentityStep } from '../../model/entity.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Mention } from '../../model/mention.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import { transliterationKey } from './transliterate.ts'

const forms: { company: string[]; institution: string[] } = parse(
  readFileSync(new URL('./forms.yml', import.meta.url), 'utf8'),
)
const COMPANY_FORMS = new Set(forms.company)
const ORGANISATION_FORMS = new Set([...forms.company, ...forms.institution])
const ARTICLE = /^(?:al|an|ar|as|ash|at) /

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
  /** For a place that neither the register nor a list knows: where it lies, as its source says. */
  readonly within?: NonNullable<Mention['within']>
  /** For an event named after a place: what joins its wordings, as "northport talks". */
  readonly topic?: string
  /** Groups of the same source it may be, with the reason. */
  readonly rivals: readonly { readonly group: MentionGroup; readonly reason: string }[]
}

/** The main name and the keys made of it. */
export function nameKeys(name: string): Pick<MentionGroup, 'name' | 'key' | 'sound'> {
  return { name, key: foldName(name), sound: transliterationKey(name) }
}

/** Puts `part` into `whole`; every mention of `part` gets the step that brought it here. A register entry of either rules. */
export function absorb(whole: MentionGroup, part: MentionGroup, step: IdentityStep): MentionGroup {
  const entry = whole.entry ?? part.entry
  return {
    ...whole,
    ...(entry ? { entry, ...nameKeys(entry.name), kind: entry.kind } : {}),
    keys: new Set([...whole.keys, ...part.keys]),
    members: [...whole.members, ...part.members.map((member) => ({ ...member, step }))],
    rivals: [...whole.rivals, ...part.rivals],
  }
}

/** Whether the group is a person named by two words or more. */
export function isFullPerson(group: MentionGroup): boolean {
  return group.kind === 'person' && group.key.replace(ARTICLE, '').includes(' ')
}

/** A suffix at the end of a folded personal name: "jr", "iii". */
export function suffixOf(key: string): string | undefined {
  return / (jn?r|sn?r|[ivx]+)$/.exec(key)?.[1]
}

/** A folded personal name without its suffix. */
export function withoutSuffix(key: string): string {
  const suffix = suffixOf(key)
  return suffix ? key.slice(0, -suffix.length - 1) : key
}

/** What a person of full name may be called for short: the last word, or the last two ("de Vale"). */
export function surnamesOf(group: MentionGroup): string[] {
  const words = isFullPerson(group) ? withoutSuffix(group.key).split(' ') : []
  return words.length > 2
    ? [words.at(-1)!, words.slice(-2).join(' ')].map((name) => name.replace(ARTICLE, ''))
    : words.slice(-1)
}

/** A folded name without the company's or institution's form at its end. */
export function withoutForm(key: string, forms: ReadonlySet<string> = ORGANISATION_FORMS): string {
  const words = key.split(' ')
  while (words.length > 1 && forms.has(words.at(-1)!)) words.pop()
  return words.join(' ')
}

/** What a company is called for short: "vale" of "vale holdings ltd"; nothing where the name has no company's form. */
export function companyOf(key: string): string | undefined {
  const short = withoutForm(key, COMPANY_FORMS)
  return short === key ? undefined : short
}

/** Whether the part is nothing but a surname of the whole, Arabic articles aside. */
export function bearsSurname(whole: MentionGroup, part: MentionGroup): boolean {
  return surnamesOf(whole).includes(part.key.replace(ARTICLE, ''))
}
