import type { IdentityCues } from '../../lang/pack.ts'
import { disagree } from '../../lang/pack.ts'
import type { Certainty } from '../../model/evidence.ts'
import type { Span } from '../../model/passage.ts'
import { isPrintedAcronym, isInitialsOf, isPartlyInitialsOf } from './name-forms.ts'
import type { Neighbours } from './contexts.ts'
import { isBefore, isTitled, type Namesakes, narrowByOrder } from './bearers.ts'
import {
  bearsSurname,
  type MentionGroup,
  isEndowed,
  isFullPerson,
  suffixOf,
  surnamesOf,
  withoutForm,
  withoutSuffix,
} from './group.ts'

/** Context of a link in addition to the names. */
export interface LinkContext {
  readonly before: Neighbours
  /** Cues of the source's language; absent where no pack has them. */
  readonly cues: IdentityCues | undefined
  /** Last names of the persons whom the source names in full. */
  readonly surnames: ReadonlySet<string>
  readonly namesakes: Namesakes
}

/** A way in which one source uses a shorter or other name for something it names elsewhere. */
export interface Link {
  readonly rule: string
  readonly certainty: Certainty
  /** Groups among `others` (all of the part's kind) that the part can mean; more than one is an ambiguity. */
  find(part: MentionGroup, others: readonly MentionGroup[], context: LinkContext): MentionGroup[]
  /** Whether the part may mean somebody or something else than the whole all the same, so that it is only offered. */
  isDoubtful?(part: MentionGroup, whole: MentionGroup, others: readonly MentionGroup[], context: LinkContext): boolean
  /** The sentence a reader sees. */
  explain(part: string, whole: string): string
}

/** An acronym in brackets after its name; "…" is the second of the two names. */
const IN_BRACKETS = /^ ?\(…\)/

/** The links in the order they are tried: stated ones before inferred ones. */
export const LINKS: readonly Link[] = [
  {
    rule: 'identity/acronym-in-brackets',
    certainty: 'stated',
    find: (part, others, { before }) =>
      isWhollyAcronym(part) ? others.filter((whole) => standsInBrackets(whole, part, before)) : [],
    explain: (part, whole) => `The source gives “${part}” in brackets beside “${whole}”.`,
  },
  {
    rule: 'identity/known-as',
    certainty: 'stated',
    find: (part, others, { before, cues }) =>
      others.filter((whole) => cues?.alias.some((words) => standsAfter(whole, part, before, words))),
    explain: (part, whole) => `The source says that “${whole}” is or was known as “${part}”.`,
  },
  {
    rule: 'identity/initials',
    certainty: 'inferred',
    find: (part, others) => {
      if (isListed(part)) return []
      return others.filter((whole) =>
        (isWhollyAcronym(part) ? isInitialsOf : isPartlyInitialsOf)(part.name, whole.name),
      )
    },
    explain: (part, whole) => `“${part}” gives the initials of “${whole}” in the same source.`,
  },
  {
    rule: 'identity/same-topic',
    certainty: 'inferred',
    find: (part, others) => (part.topic ? others.filter((whole) => whole.topic === part.topic).slice(0, 1) : []),
    explain: (part, whole) => `“${part}” and “${whole}” name the same place and the same sort of event in one source.`,
  },
  {
    rule: 'identity/transliteration',
    certainty: 'inferred',
    find: (part, others) =>
      isFullPerson(part) && !part.facts.isKin
        ? others.filter((whole) => soundsAlike(part, whole) && !whole.facts.isKin).slice(0, 1)
        : [],
    explain: (part, whole) => `“${part}” and “${whole}” are spellings of one full name in the same source.`,
  },
  {
    rule: 'identity/middle-name',
    certainty: 'inferred',
    find: (part, others) => (isFullPerson(part) ? others.filter((whole) => hasNamesOf(whole, part)) : []),
    explain: (part, whole) => `“${part}” has the first and last names of “${whole}” in the same source.`,
  },
  {
    rule: 'identity/given-names',
    certainty: 'inferred',
    find: (part, others, { before, cues }) => {
      if (
        !isFullPerson(part) ||
        part.members.some(({ mention }) => before.get(mention)?.some(({ between }) => cues?.relative.test(between)))
      )
        return []
      return others.filter(
        (whole) => whole.key.startsWith(`${part.key} `) && suffixOf(whole.key) === suffixOf(part.key),
      )
    },
    explain: (part, whole) => `“${part}” is how “${whole}” begins in the same source.`,
  },
  {
    rule: 'identity/surname',
    certainty: 'inferred',
    find: (part, others) =>
      part.kind === 'person' && !isAnother(part)
        ? narrowByOrder(
            part,
            narrowByGeneration(
              part,
              others.filter((whole) => bearsSurname(whole, part) && !disagree(whole.facts, part.facts, 1)),
            ),
          )
        : [],
    isDoubtful: (part, whole, others, { namesakes }) =>
      others.some((other) => isCalledFirst(other, part) && !bearsSurname(other, part)) ||
      (!part.members.some(isTitled) && isNamedBefore(part, whole, namesakes)),
    explain: (part, whole) => `“${part}” is the last name of “${whole}” in the same source.`,
  },
  {
    rule: 'identity/first-word',
    certainty: 'inferred',
    find: (part, others) =>
      part.kind === 'person' && !isFullPerson(part) && !part.facts.isOther ? findCalledSo(part, others) : [],
    isDoubtful: (part, _, others) => others.some((other) => !isCalledFirst(other, part) && bearsSurname(other, part)),
    explain: (part, whole) =>
      `The source calls “${whole}” by the first word of the name, “${part}”, and nobody else so.`,
  },
  {
    rule: 'identity/same-name',
    certainty: 'inferred',
    find: (part, others) =>
      part.kind === 'person' && !isFullPerson(part) && !isAnother(part)
        ? others.filter(({ key }) => key === part.key)
        : [],
    explain: (part, whole) => `“${part}” and “${whole}” are one name in the same source, and nothing sets them apart.`,
  },
  {
    rule: 'identity/shortened-name',
    certainty: 'inferred',
    find: (part, others, { surnames }) => (part.kind === 'organisation' ? findShortened(part, others, surnames) : []),
    explain: (part, whole) => `“${part}” shortens “${whole}” in the same source.`,
  },
]

/** The organisations that a short name may be: of "Vale Paints" and the "Vale Foundation" either is "Vale". */
function findShortened(
  { key }: MentionGroup,
  others: readonly MentionGroup[],
  surnames: ReadonlySet<string>,
): MentionGroup[] {
  const wholes = others.filter(
    (whole) => key !== whole.key && key === withoutForm(whole.key) && !(surnames.has(key) && isEndowed(whole.key)),
  )
  const isOther = ({ kind, key: other }: MentionGroup): boolean =>
    kind === 'organisation' && other.startsWith(`${key} `) && !wholes.some((whole) => other.startsWith(whole.key))
  return wholes.length === 0 ? [] : [...wholes, ...others.filter(isOther)]
}

/** "The elder Vale" is Vale Sr., or the one without a suffix beside a Vale Jr. */
function narrowByGeneration({ facts }: MentionGroup, wholes: readonly MentionGroup[]): MentionGroup[] {
  if (!facts.generation || wholes.length < 2) return [...wholes]
  const [own, other] = facts.generation === 'elder' ? ['sr', 'jr'] : ['jr', 'sr']
  const suffixed = wholes.filter(({ key }) => suffixOf(key) === own)
  return suffixed.length > 0 ? suffixed : wholes.filter(({ key }) => suffixOf(key) !== other)
}

function isWhollyAcronym(group: MentionGroup): boolean {
  return group.members.every(({ words }) => isPrintedAcronym(words))
}

/** Introduced as a relative, or as another of the name. */
const isAnother = ({ facts }: MentionGroup) => facts.isKin || facts.isOther

/**
 * Whether a firm, a school or a street of the name stands before the last mention: it may be meant there, unless the
 * person is named in full behind it and all mentions are in that paragraph.
 */
function isNamedBefore({ key, members }: MentionGroup, whole: MentionGroup, namesakes: Namesakes): boolean {
  const namesake = namesakes.get(key)
  const { span } = members[0]!.mention
  const isHere = members.every(({ mention }) => mention.span.passage === span.passage)
  const isNear = (full: Span): boolean =>
    isHere && full.passage === span.passage && isBefore(full, span) && isBefore(namesake!, full)
  return (
    namesake !== undefined &&
    isBefore(namesake, members.at(-1)!.mention.span) &&
    !whole.members.some(({ mention }) => isNear(mention.span))
  )
}

/** Whether the part is the first word of the person's name. */
const isCalledFirst = (person: MentionGroup, part: MentionGroup) =>
  isFullPerson(person) && person.key.startsWith(`${part.key} `)

function isListed(group: MentionGroup): boolean {
  return group.members.some(({ mention }) => mention.refersTo !== undefined)
}

/** Whether the acronym follows the name in brackets, or the name the acronym. */
function standsInBrackets(whole: MentionGroup, part: MentionGroup, before: Neighbours): boolean {
  if (isListed(part) && !isInitialsOf(part.name, whole.name)) return false
  return standsAfter(whole, part, before, IN_BRACKETS) || standsAfter(part, whole, before, IN_BRACKETS)
}

/** Whether a mention of the second group comes soon after one of the first, with such words between and the next character after. */
function standsAfter(first: MentionGroup, second: MentionGroup, before: Neighbours, words: RegExp): boolean {
  return second.members.some(({ mention }) => {
    const neighbours = (before.get(mention) ?? []).filter(({ between }) => words.test(between))
    return neighbours.some((neighbour) => first.members.some((member) => member.mention === neighbour.mention))
  })
}

function soundsAlike(a: MentionGroup, b: MentionGroup): boolean {
  return isFullPerson(b) && a.sound === b.sound
}

/** "Ada Vale", "A. Vale" or "Ada M. Vale" for "Ada Maria Vale"; another middle initial is another person. */
function hasNamesOf(whole: MentionGroup, part: MentionGroup): boolean {
  const [long, short] = [withoutSuffix(whole.key).split(' '), withoutSuffix(part.key).split(' ')]
  if (whole.key === part.key || suffixOf(whole.key) !== suffixOf(part.key) || long.at(-1) !== short.at(-1)) return false
  if (short.length === long.length) return short.every((word, index) => isShortOf(word, long[index]!))
  return short.length === 2 && long.length > 2 && isShortOf(short[0]!, long[0]!)
}

function isShortOf(word: string, name: string): boolean {
  return word === name || (word.length === 1 && name.startsWith(word))
}

/** Persons whose name begins with the part and whose last name the source never uses by itself ("Xi" for "Xi Jinping"). */
function findCalledSo(part: MentionGroup, others: readonly MentionGroup[]): MentionGroup[] {
  const begun = others.filter((whole) => whole.key.includes(' ') && whole.key.startsWith(`${part.key} `))
  const isCalledOtherwise = (whole: MentionGroup): boolean =>
    surnamesOf(whole).some((surname) => whole.keys.has(surname))
  return begun.some(isCalledOtherwise) ? [] : begun
}
