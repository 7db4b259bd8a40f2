import type { Certainty } from '../../model/certainty.ts'
import { isAcronym, isInitialsOf } from './acronyms.ts'
import { bearsSurname, type Group, isFullPerson, withoutForm } from './group.ts'

/** A way in which one source uses a shorter or other name for something it names elsewhere. */
export interface Link {
  readonly rule: string
  readonly certainty: Certainty
  /** Groups among `others` (all of the part's kind) that the part can mean; more than one is an ambiguity. */
  find(part: Group, others: readonly Group[], text: ReadonlyMap<number, string>): Group[]
  /** The sentence a reader sees. */
  explain(part: string, whole: string): string
}

const KNOWN_AS =
  /^,? ?\(?(?:which is |who is )?(?:also |better |previously |formerly |once |now |until recently )?(?:known|called|named)(?: as)? (?:the )?["“]?$/

/** The links in the order they are tried: what the text states comes before what is worked out. */
export const LINKS: readonly Link[] = [
  {
    rule: 'resolve/acronym-in-brackets',
    certainty: 'stated',
    find: (part, others, text) => (isWhollyAcronym(part) ? others.filter((whole) => standsBeside(whole, part, text, /^ ?\($/, /^\)/)) : []),
    explain: (part, whole) => `The source gives “${part}” in brackets beside “${whole}”.`,
  },
  {
    rule: 'resolve/known-as',
    certainty: 'stated',
    find: (part, others, text) => others.filter((whole) => standsAfter(whole, part, text, KNOWN_AS)),
    explain: (part, whole) => `The source says that “${whole}” is or was known as “${part}”.`,
  },
  {
    rule: 'resolve/initials',
    certainty: 'inferred',
    find: (part, others) => (isWhollyAcronym(part) && !isListed(part) ? others.filter((whole) => isInitialsOf(part.name, whole.name)) : []),
    explain: (part, whole) => `“${part}” are the initials of “${whole}” in the same source.`,
  },
  {
    rule: 'resolve/same-topic',
    certainty: 'inferred',
    find: (part, others) => (part.topic ? others.filter((whole) => whole.topic === part.topic).slice(0, 1) : []),
    explain: (part, whole) => `“${part}” and “${whole}” name the same place and the same sort of event in one source.`,
  },
  {
    rule: 'resolve/transliteration',
    certainty: 'inferred',
    find: (part, others) => (isFullPerson(part) ? others.filter((whole) => soundsAlike(part, whole)).slice(0, 1) : []),
    explain: (part, whole) => `“${part}” and “${whole}” are spellings of one full name in the same source.`,
  },
  {
    rule: 'resolve/middle-name',
    certainty: 'inferred',
    find: (part, others) => (isFullPerson(part) ? others.filter((whole) => hasNamesOf(whole, part)) : []),
    explain: (part, whole) => `“${part}” has the first and last names of “${whole}” in the same source.`,
  },
  {
    rule: 'resolve/surname',
    certainty: 'inferred',
    find: (part, others) => (part.kind === 'person' ? others.filter((whole) => bearsSurname(whole, part)) : []),
    explain: (part, whole) => `“${part}” is the last name of “${whole}” in the same source.`,
  },
  {
    rule: 'resolve/shortened-name',
    certainty: 'inferred',
    find: (part, others) => (part.kind === 'organisation' ? others.filter((whole) => part.key !== whole.key && part.key === withoutForm(whole.key)) : []),
    explain: (part, whole) => `“${part}” shortens “${whole}” in the same source.`,
  },
]

function isWhollyAcronym(group: Group): boolean {
  return group.members.every(({ words }) => isAcronym(words))
}

function isListed(group: Group): boolean {
  return group.members.some(({ mention }) => mention.refersTo !== undefined)
}

/** Whether a mention of one group stands directly before one of the other, either way round, with these words between and after. */
function standsBeside(whole: Group, part: Group, text: ReadonlyMap<number, string>, between: RegExp, after: RegExp): boolean {
  if (isListed(part) && !isInitialsOf(part.name, whole.name)) return false
  return standsAfter(whole, part, text, between, after) || standsAfter(part, whole, text, between, after)
}

function standsAfter(first: Group, second: Group, text: ReadonlyMap<number, string>, between: RegExp, after?: RegExp): boolean {
  return first.members.some(({ mention: { span: a } }) => second.members.some(({ mention: { span: b } }) => {
    if (a.passage !== b.passage || b.start < a.end || b.start - a.end > 60) return false
    const passage = text.get(a.passage)!
    return between.test(passage.slice(a.end, b.start)) && (!after || after.test(passage.slice(b.end, b.end + 1)))
  }))
}

function soundsAlike(a: Group, b: Group): boolean {
  return isFullPerson(b) && a.sound === b.sound
}

function hasNamesOf(whole: Group, part: Group): boolean {
  const long = whole.key.split(' ')
  const short = part.key.split(' ')
  const hasFirst = long[0] === short[0] || (short[0]!.length === 1 && long[0]!.startsWith(short[0]!))
  return long.length >= short.length && whole.key !== part.key && hasFirst && long.at(-1) === short.at(-1)
}
