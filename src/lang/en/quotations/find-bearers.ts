import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import { foldName } from '../../../text/characters.ts'
import type { MentionsIn } from './frame-sentences.ts'
import type { Paragraph } from './read-paragraph.ts'
import { PERSON_NOUNS, VAGUE_ROLES } from './vocabulary.ts'

/** The noun of a role right before a name: "director" of "the director Ada Vale". */
const BEFORE = /(?:^|[^\p{L}-])(?:(deputy|former|late|retired|then) )?(\p{L}+) $/iu
/** The same behind it: ", 41, the main witness for", " is the film’s director". */
const BEHIND =
  /^(?:, \d{1,3})?(?:(?:,|,? is|,? was|, who is|, who was) (?:an?|her|his|its|the|their) |, (?=\p{Ll}+ (?:at|for|of) ))([\p{Ll}’' -]{1,60}?)(?=[,.;]|$| (?:and|at|for|from|in|of|on|to|who|with) )/u
const NOT_NOW = /\b(?:deputy|former|late|once|retired|then|vice)\b/u

/** A role that a source gives somebody, and where the noun stands. */
interface Given {
  readonly role: string
  readonly name: string
  readonly at: string
}

/**
 * Prepares the look-up of whom "the witness" means by what the source says elsewhere: the one person whom it gives the role,
 * where every other "witness" in it is just "the witness".
 *
 * @returns for a role in small letters and where it stands, the last mention of the person in this or the three paragraphs before
 */
export function findBearers(
  paragraphs: readonly Paragraph[],
  mentionsIn: MentionsIn,
): (role: string, at: Span) => Span | undefined {
  const people = paragraphs.flatMap(({ passage: { ordinal, text } }) =>
    mentionsIn({ passage: ordinal, start: 0, end: text.length })
      .filter(({ kind, form }) => kind === 'person' && form === 'name')
      .map((mention) => ({ mention, text, name: lastWord(text, mention) })),
  )
  const given = people.flatMap(({ mention, text, name }) => rolesBeside(text, mention).map((one) => ({ ...one, name })))
  const holders = Map.groupBy(given, ({ role }) => role)
  return (role, at) => {
    const held = holders.get(role) ?? []
    if (new Set(held.map(({ name }) => name)).size !== 1 || hasOthers(role, held, paragraphs)) return undefined
    const near = people.filter(({ mention, name }) => name === held[0]!.name && isNearBefore(mention.span, at))
    return near.at(-1)?.mention.span
  }
}

const lastWord = (text: string, { span }: Mention) => foldName(text.slice(span.start, span.end)).split(' ').at(-1)!

const isNearBefore = (one: Span, { passage, start }: Span) =>
  passage - one.passage <= 3 && (one.passage < passage || (one.passage === passage && one.end <= start))

function rolesBeside(text: string, { span }: Mention): Omit<Given, 'name'>[] {
  const [, isPast, noun] = BEFORE.exec(text.slice(Math.max(0, span.start - 60), span.start)) ?? []
  const behind = BEHIND.exec(text.slice(span.end, span.end + 80))
  const found: Omit<Given, 'name'>[] = []
  if (noun && !isPast && isRole(noun.toLowerCase()))
    found.push({ role: noun.toLowerCase(), at: `${span.passage}:${span.start - 1 - noun.length}` })
  const last = behind && !NOT_NOW.test(behind[1]!) ? /\p{L}+$/u.exec(behind[1]!)?.[0] : undefined
  if (last && isRole(last))
    found.push({ role: last, at: `${span.passage}:${span.end + behind![0].length - last.length}` })
  return found
}

const isRole = (noun: string) => !VAGUE_ROLES.has(noun) && PERSON_NOUNS.some((one) => noun.endsWith(one))

/** Whether the source speaks of others in the role: "another witness", "the council’s director", "witnesses". */
function hasOthers(role: string, held: readonly Given[], paragraphs: readonly Paragraph[]): boolean {
  const known = new Set(held.map(({ at }) => at))
  const word = new RegExp(`(the )?(?<![\\p{L}-])${role}(?:e?s)?(?!\\p{L})`, 'giu')
  return paragraphs.some(({ passage: { ordinal, text } }) =>
    Array.from(text.matchAll(word)).some(({ 0: whole, 1: article = '', index }) => {
      const isPlural = whole.length > article.length + role.length
      return isPlural || (!article && !known.has(`${ordinal}:${index}`))
    }),
  )
}
