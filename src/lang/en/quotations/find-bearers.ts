import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import { foldName } from '../../../text/characters.ts'
import type { MentionsIn } from './frame-sentences.ts'
import type { Paragraph } from './read-paragraph.ts'
import { endsInPersonNoun } from '../roles/person-nouns.ts'
import { isPersonalTitle, VAGUE_ROLES } from './vocabulary.ts'

/** The noun of a role right before a name: "director" of "the director Ada Vale". */
const BEFORE = /(?:^|[^\p{L}-])(?:(deputy|former|late|retired|then) )?(\p{L}+) $/iu
/** The same parted from it by a comma, where the name is closed as well: "the court’s president, Major Ada Vale, said". */
const PARTED = /(?:^|[^\p{L}-])(?:(deputy|former|late|retired|then) )?(\p{Ll}+), (?:(\p{Lu}\p{L}*)\.? )?$/u
/** What closes the name: in "after a word with the director, Vale left" the comma ended another phrase. */
const CLOSED = /^(?:\s?[,.;:()–—]|\s-|\swho\s|$)/u
/** The role behind a name: ", 41, the main witness for", " is the film’s director". */
const BEHIND =
  /^(?:, \d{1,3})?(?:(?:,|,? is|,? was|, who is|, who was) (?:an?|her|his|its|the|their) |, (?=\p{Ll}+ (?:at|for|of) ))([\p{Ll}’' -]{1,60}?)(?=[,.;]|$| (?:and|at|for|from|in|of|on|to|who|with) )/u
const NOT_NOW = /\b(?:deputy|former|late|once|retired|then|vice)\b/u

/** A role that a source gives somebody, and where the noun stands. */
interface Given {
  readonly role: string
  readonly name: string
  readonly span: Span
  readonly at: string
}

/**
 * Prepares the look-up of whom "the witness" means by what the source says elsewhere: the one person whom it gives the role,
 * where every other "witness" in it is just "the witness".
 *
 * @returns for a role in small letters and where it stands, the last name before it that has the role beside it
 */
export function findBearers(
  paragraphs: readonly Paragraph[],
  mentionsIn: MentionsIn,
): (role: string, at: Span) => Span | undefined {
  const given = paragraphs.flatMap(({ passage: { ordinal, text } }) =>
    personsBefore(mentionsIn, ordinal, text.length).flatMap(({ span }) =>
      rolesBeside(text, span).map((one) => ({ ...one, span, name: lastWord(text, span) })),
    ),
  )
  const holders = Map.groupBy(given, ({ role }) => role)
  return (role, at) => {
    const held = holders.get(role) ?? []
    if (new Set(held.map(({ name }) => name)).size !== 1 || hasOthers(role, held, paragraphs)) return undefined
    return held.findLast(({ span }) => isBefore(span, at))?.span
  }
}

/** The persons named in a passage before an offset. */
export function personsBefore(mentionsIn: MentionsIn, passage: number, end: number): Mention[] {
  return mentionsIn({ passage, start: 0, end }).filter(({ kind, form }) => kind === 'person' && form === 'name')
}

const lastWord = (text: string, { start, end }: Span) => foldName(text.slice(start, end)).split(' ').at(-1)!

const isBefore = (one: Span, { passage, start }: Span) =>
  one.passage < passage || (one.passage === passage && one.end <= start)

function rolesBeside(text: string, span: Span): Omit<Given, 'name' | 'span'>[] {
  const before = text.slice(Math.max(0, span.start - 60), span.start)
  const behind = BEHIND.exec(text.slice(span.end, span.end + 80))
  const found: Omit<Given, 'name' | 'span'>[] = []
  const [, isPast, noun] = BEFORE.exec(before) ?? []
  if (noun && !isPast && isRole(noun.toLowerCase()))
    found.push({ role: noun.toLowerCase(), at: `${span.passage}:${span.start - 1 - noun.length}` })
  const [parted, wasOnce, role, title] = (CLOSED.test(text.slice(span.end)) && PARTED.exec(before)) || []
  if (role && !wasOnce && isRole(role) && (!title || isPersonalTitle(title.toLowerCase())))
    found.push({ role, at: `${span.passage}:${span.start - parted!.length + parted!.lastIndexOf(role)}` })
  const last = behind && !NOT_NOW.test(behind[1]!) ? /\p{L}+$/u.exec(behind[1]!)?.[0] : undefined
  if (last && isRole(last))
    found.push({ role: last, at: `${span.passage}:${span.end + behind![0].length - last.length}` })
  return found
}

const isRole = (noun: string) => !VAGUE_ROLES.has(noun) && endsInPersonNoun(noun)

/** Whether the source speaks of others in the role: "another witness", "the council’s director", "witnesses". Headlines have no articles. */
function hasOthers(role: string, held: readonly Given[], paragraphs: readonly Paragraph[]): boolean {
  const known = new Set(held.map(({ at }) => at))
  const word = new RegExp(`(the )?(?<![\\p{L}-])${role}(?:e?s)?(?!\\p{L})`, 'giu')
  return paragraphs.some(
    ({ passage: { kind, ordinal, text } }) =>
      kind !== 'headline' &&
      Array.from(text.matchAll(word)).some(({ 0: whole, 1: article = '', index }) => {
        const isPlural = whole.length > article.length + role.length
        return isPlural || (!article && !known.has(`${ordinal}:${index}`))
      }),
  )
}

/** "The baker", "the 52-year-old", "the Frenchman": one person, with at most two words more. */
const DEFINITE = /^the (?:[\p{L}-]+ ){0,2}(?:\d{1,3}-year-old|[\p{L}-]+)$/iu

/**
 * Prepares the look-up of whom a description means whose noun the source has not used before: the one person named in
 * the paragraph before it, or in the one before where it names nobody.
 *
 * @returns for a description and its head in small letters, the last mention of the person
 */
export function findDescribed(
  paragraphs: readonly Paragraph[],
  mentionsIn: MentionsIn,
): (words: string, head: string, at: Span) => Span | undefined {
  const textOf = new Map(paragraphs.map(({ passage }) => [passage.ordinal, passage.text]))
  const isNew = (head: string, { passage, start }: Span) => {
    const word = new RegExp(`(?<![\\p{L}-])${head}s?(?!\\p{L})`, 'iu')
    return [...textOf].every(
      ([ordinal, text]) => ordinal > passage || !word.test(ordinal === passage ? text.slice(0, start) : text),
    )
  }
  /** "The minister" is not Mayor Vale. */
  const hasOtherRole = (people: readonly Mention[], head: string) =>
    endsInPersonNoun(head) &&
    people.some(({ span }) => rolesBeside(textOf.get(span.passage)!, span).some(({ role }) => role !== head))
  return (words, head, at) => {
    if (!DEFINITE.test(words) || !isNew(head, at)) return undefined
    const here = personsBefore(mentionsIn, at.passage, at.start)
    const before = at.passage - 1
    const people = here.length > 0 ? here : personsBefore(mentionsIn, before, textOf.get(before)?.length ?? 0)
    const names = new Set(people.map(({ span }) => lastWord(textOf.get(span.passage)!, span)))
    return names.size === 1 && !hasOtherRole(people, head) ? people.at(-1)!.span : undefined
  }
}
