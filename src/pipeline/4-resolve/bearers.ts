import { disagree, isGivenName, mergeFacts, type PersonFacts } from '../../lang/en/roles/person-facts.ts'
import type { Mention } from '../../model/mention.ts'
import { foldName } from '../../text/characters.ts'

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
 * @returns by the mention of the bare given name
 */
export function shareSurnames(
  named: readonly Omit<Borne, 'facts'>[],
  textOf: ReadonlyMap<number, string>,
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
        /^ (?:and|&) $/.test(textOf.get(mention.span.passage)!.slice(mention.span.end, next.mention.span.start))
      const [first, ...surname] = next?.words.split(' ') ?? []
      const isGiven = !words.includes(' ') && isGivenName(words) && !lasts.has(foldName(words))
      return isJoined && isGiven && first && isGivenName(first) && surname.length > 0
        ? [[mention, [words, ...surname].join(' ')] as const]
        : []
    }),
  )
}

/**
 * Parts the mentions of one name in one source where what is said beside them shows several bearers: "Mr Vale" and "Mrs
 * Vale", "a spokesman, Ada Vale" and "a nurse, Ada Vale". Mentions with nothing beside them stay with the first bearer
 * until a second comes, and from then on by themselves.
 */
export function partBearers<T extends Borne>(same: readonly T[]): T[][] {
  if (same[0]!.mention.kind !== 'person' || same.length === 1) return [[...same]]
  const isShort = !same[0]!.words.includes(' ')
  const parts: T[][] = []
  const bare: T[] = []
  for (const one of same) {
    const key = isShort ? apartBy(one.facts) : ''
    const part = parts.find(
      (held) =>
        (!isShort || apartBy(held[0]!.facts) === key) &&
        !disagree(mergeFacts(held.map(({ facts }) => facts)), one.facts, 1),
    )
    if (parts.length > 1 && isBare(one.facts)) bare.push(one)
    else if (part) part.push(one)
    else parts.push([one])
  }
  return bare.length > 0 ? [...parts, bare] : parts
}

/** What by itself sets a mention of a surname apart from the others. */
const apartBy = ({ gender, generation, isKin }: PersonFacts) => `${gender ?? ''} ${generation ?? ''} ${isKin}`

const isBare = ({ gender, ages, fields, generation, isKin }: PersonFacts) =>
  !gender && ages.length === 0 && fields.length === 0 && !generation && !isKin
