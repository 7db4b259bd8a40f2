import type { IdentityCues, PersonFacts } from '../../lang/pack.ts'
import { disagree, mergeFacts } from '../../lang/pack.ts'
import type { Mention } from '../../model/entity.ts'
import type { Span } from '../../model/passage.ts'
import { foldName } from '../../text/characters.ts'
import type { Member, MentionGroup } from './group.ts'
import { bearsSurname, isFullPerson } from './group.ts'

/** A mention with its words and what its source says beside them. */
interface Borne {
  readonly mention: Mention
  readonly words: string
  readonly facts: PersonFacts
}

/** A surname in capitals or before a comma, then given names: "VALE, Ada Mae". */
const SURNAME_FIRST =
  /^([\p{Lu}\p{M}’'-]{2,}(?: [\p{Lu}\p{M}’'-]{2,})*|[\p{Lu}][\p{L}\p{M}’'-]+), (\p{Lu}[\p{L}\p{M}’'. -]*)$/u

/** The usual order of a name that is printed surname first: "Ada Vale" for "VALE, Ada". */
export function usualOrder(words: string): string | undefined {
  const [, surname, names] = SURNAME_FIRST.exec(words) ?? []
  if (!surname || /^(?:[JS]n?r\.?|[IVX]+)$/.test(names!)) return undefined
  return `${names} ${surname === surname.toUpperCase() ? capitalise(surname) : surname}`
}

const capitalise = (words: string) =>
  words.replaceAll(/(\p{Lu})([\p{Lu}\p{M}]+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase())

/**
 * Full names of persons who share the surname behind "and": "Ada and Ben Vale" are Ada Vale and Ben Vale.
 *
 * @param named names of one source in the order of the text
 * @param textOf texts of its passages by ordinal
 * @param cues what the language of the source says beside names
 * @returns by the mention of the bare given name
 */
export function shareSurnames(
  named: readonly Omit<Borne, 'facts'>[],
  textOf: ReadonlyMap<number, string>,
  { sharesSurname, isGivenName }: IdentityCues,
): ReadonlyMap<Mention, string> {
  const people = named.filter(({ mention }) => mention.kind === 'person' && mention.form === 'name')
  const lasts = new Set(
    people.flatMap(({ words }) => (words.includes(' ') ? [foldName(words.split(' ').at(-1)!)] : [])),
  )
  return new Map(
    people.flatMap(({ mention, words }, at) => {
      const next = people[at + 1]
      const isJoined =
        next?.mention.span.passage === mention.span.passage &&
        sharesSurname.test(textOf.get(mention.span.passage)!.slice(mention.span.end, next.mention.span.start))
      const [first, ...surname] = next?.words.split(' ') ?? []
      const isGiven = !words.includes(' ') && isGivenName(words) && !lasts.has(foldName(words))
      return isJoined && isGiven && first && isGivenName(first) && surname.length > 0
        ? [[mention, [words, ...surname].join(' ')] as const]
        : []
    }),
  )
}

/**
 * Keeps "another Vale" for a name that a fuller one of the source begins or ends with: else there is nobody whom the
 * words set it apart from.
 */
export function keepOthers<T extends Borne>(named: readonly T[]): T[] {
  const words = named
    .filter(({ mention, words }) => mention.kind === 'person' && words.includes(' '))
    .map(({ words }) => foldName(words).split(' '))
  const parts = new Set(words.flatMap((all) => [all[0], all.at(-1)]))
  return named.map((one) =>
    one.facts.isOther && !(isOneWord(one) && parts.has(foldName(one.words)))
      ? { ...one, facts: { ...one.facts, isOther: false } }
      : one,
  )
}

const isOneWord = ({ words }: Borne) => !words.includes(' ')

/**
 * Splits the mentions of one name in one source where the facts beside them show several bearers: "Mr Vale" and "Mrs
 * Vale", "a spokesman, Ada Vale" and "a nurse, Ada Vale". Mentions with nothing beside them stay with the first bearer
 * until a second comes, and from then on by themselves.
 */
export function partBearers<T extends Borne>(same: readonly T[]): T[][] {
  if (same[0]!.mention.kind !== 'person' || same.length === 1) return [[...same]]
  const isShort = !same[0]!.words.includes(' ')
  const parts: T[][] = []
  const bare: T[] = []
  for (const one of same) {
    const key = isShort ? factsKeyOf(one.facts) : ''
    const part = parts.find(
      (held) =>
        (!isShort || factsKeyOf(held[0]!.facts) === key) &&
        !disagree(mergeFacts(held.map(({ facts }) => facts)), one.facts, 1),
    )
    if (parts.length > 1 && isBare(one.facts)) bare.push(one)
    else if (part) part.push(one)
    else parts.push([one])
  }
  return bare.length > 0 ? [...parts, bare] : parts
}

/** Facts that distinguish a mention of a surname from the others. */
const factsKeyOf = ({ gender, generation, isKin, isOther }: PersonFacts) =>
  `${gender ?? ''} ${generation ?? ''} ${isKin} ${isOther}`

const isBare = ({ gender, ages, fields, generation, isKin, isOther }: PersonFacts) =>
  !gender && ages.length === 0 && fields.length === 0 && !generation && !isKin && !isOther

/** Where the words of longer names that are no person's first stand: of "Vale" where the source names Vale Mills. */
export type Namesakes = ReadonlyMap<string, Span>

/** Lists the words of all longer names of a source that are no person's. */
export function indexNamesakes(groups: readonly MentionGroup[]): Namesakes {
  const first = new Map<string, Span>()
  for (const group of groups) {
    const words = group.kind === 'person' || !group.key.includes(' ') ? [] : group.key.split(' ')
    for (const word of words) {
      const held = first.get(word)
      if (!held || isBefore(startOf(group), held)) first.set(word, startOf(group))
    }
  }
  return first
}

/**
 * Splits the mentions of a surname that several persons of the source share at the first mention of the second
 * person, and of one that a firm or a street has too at its first mention: before it, only the first can be meant.
 */
export function splitSurnames(groups: readonly MentionGroup[], namesakes: Namesakes): MentionGroup[] {
  return groups.flatMap((group) => {
    if (group.kind !== 'person' || group.entry || isFullPerson(group)) return [group]
    const [first, second] = bearersOf(group, groups)
    if (!first) return [group]
    const namesake = namesakes.get(group.key)
    const parts = second ? splitAt(group, startOf(second)) : [group]
    return parts.flatMap((part) => (namesake ? splitAt(part, namesake).flatMap(splitTitled) : [part]))
  })
}

/** The mentions before a place and those behind it. */
function splitAt(group: MentionGroup, at: Span): MentionGroup[] {
  const early = group.members.filter(({ mention }) => isBefore(mention.span, at))
  return split(group, early, group.members.slice(early.length))
}

/** The mentions that a title or the like shows to be a person's, and the others. */
function splitTitled(group: MentionGroup): MentionGroup[] {
  const [titled, bare] = [group.members.filter(isTitled), group.members.filter((member) => !isTitled(member))]
  return split(group, titled, bare)
}

function split(group: MentionGroup, ...parts: Member[][]): MentionGroup[] {
  return parts.filter((members) => members.length > 0).map((members) => ({ ...group, members }))
}

/** Named with a title, a role or kin, as no firm is. */
export const isTitled = ({ mention }: Member) => /^name\/(?:title|role|person-beside)$/.test(mention.rule)

/** Of several persons that a group can mean, the only one named before the group's last mention; else all. */
export function narrowByOrder(group: MentionGroup, wholes: readonly MentionGroup[]): MentionGroup[] {
  const last = group.members.at(-1)!.mention.span
  const named = wholes.filter((whole) => isBefore(startOf(whole), last))
  return named.length === 1 ? named : [...wholes]
}

function bearersOf(group: MentionGroup, groups: readonly MentionGroup[]): MentionGroup[] {
  return groups
    .filter((whole) => bearsSurname(whole, group))
    .sort((a, b) => (isBefore(startOf(a), startOf(b)) ? -1 : 1))
}

function startOf({ members }: MentionGroup): Span {
  return members[0]!.mention.span
}

/** Whether the first span begins before the second. */
export function isBefore(a: Span, b: Span): boolean {
  return a.passage < b.passage || (a.passage === b.passage && a.start < b.start)
}
