import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import { endsInPersonNoun } from '../roles/person-nouns.ts'
import { DETERMINERS, FEMININE, HONORIFICS, isPersonalTitle, MASCULINE } from './vocabulary.ts'

/** The words that name or describe a speaker. */
export interface NamedPhrase {
  readonly span: Span
  readonly words: string
  readonly form: 'named' | 'described'
  /** True if the words mean one person: a person's name, or a description by a person's role. */
  readonly isPerson: boolean
  /** Lower-case last word of the head: "official" of "an official in the Free Army". */
  readonly head: string
  /** A named person's role beside the name, as one lower-case word: "minister" of "Transport Minister Ada Vale". */
  readonly role?: string
  readonly gender?: 'f' | 'm'
}

/** A run of capitalised words at the end of a phrase, with the small words and marks of names inside: "Omar al-Vale", "J. R. Okafor". */
const NAME_AT_END =
  /(?:(?:\p{Lu}[\p{L}\p{M}.’'&]{0,30})(?:(?: ?- ?|\s(?:(?:al|el|de|del|der|di|bin|ibn|la|le|van|von|of|the|for)[\s-]){0,2}))){0,6}\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}$/u

/**
 * Reduces the words a sentence credits to the name in their head ("Harbour spokesman J. Vale" to "J. Vale", with an
 * honorific) or in an apposition ("a leader of the union, J. Vale, said"); without one, keeps the whole description.
 *
 * @param mentions names of this passage; undefined when the source's names are not known: then runs of capitals count
 */
export function nameSpeaker(
  text: string,
  phrase: CreditedPhrase,
  mentions: readonly Mention[] | undefined,
): NamedPhrase {
  const { span, coreEnd } = phrase
  const core = text.slice(span.start, coreEnd).replace(/ ?\([^()]{0,40}\)$/u, '')
  const names = mentions?.filter(({ form }) => form === 'name')
  const head = nameInHead(text, phrase, core, names)
  const behindOffice = nameBehindOffice(text, span, core, names)
  if (behindOffice) return behindOffice
  if (head && (head.isPerson || !isOffice(core))) return head
  return nameInApposition(text, span, names) ?? head ?? describe(text, span, core)
}

/** The person at the end of an office with its matter: "Secretary of State Ada Vale". */
function nameBehindOffice(
  text: string,
  span: Span,
  core: string,
  names: readonly Mention[] | undefined,
): NamedPhrase | undefined {
  if (
    !/(?:^|\s)\p{Lu}[\p{L}’'-]*$/u.test(core) ||
    !isOffice(core) ||
    !/^ (?:of|for) /.test(text.slice(span.start + core.length, span.end))
  )
    return undefined
  const person = names?.find((one) => one.kind === 'person' && one.span.end === span.end && one.span.start > span.start)
  const role = roleIn(core)
  return person && { ...named(text, person.span, core, 'person'), ...(role !== undefined && { role }) }
}

/** "the Commissioner for Health", which is named as an institution is, and yet a person behind it is meant. */
function isOffice(core: string): boolean {
  return endsInPersonNoun(core.toLowerCase())
}

function nameInHead(
  text: string,
  { span, coreEnd }: CreditedPhrase,
  core: string,
  names: readonly Mention[] | undefined,
): NamedPhrase | undefined {
  const headEnd = span.start + core.length
  const mention = names?.findLast(
    (one) =>
      one.span.start >= span.start &&
      one.span.start < headEnd &&
      one.span.end >= headEnd &&
      one.span.end <= Math.max(coreEnd, span.end),
  )
  if (/\s(?:and|&)\s/.test(text.slice(span.start, mention?.span.start ?? headEnd))) return undefined
  const start = mention?.span.start ?? nameStart(core, span.start, names !== undefined)
  if (start === undefined) return undefined
  const whole = {
    passage: span.passage,
    start: withHonorific(text, start, span.start),
    end: mention?.span.end ?? headEnd,
  }
  const found = named(text, whole, text.slice(span.start, whole.end), mention?.kind ?? (names && 'other'))
  const role =
    roleIn(text.slice(span.start, whole.start)) ?? roleBehind(text.slice(whole.end, whole.end + LONGEST_ROLE))
  return { ...found, ...(found.isPerson && role !== undefined && { role }) }
}

/** Code units in which a role behind a name is read. */
const LONGEST_ROLE = 80

/** The noun for a person that ends a description: "Transport Minister", "the company’s lawyer". */
function roleIn(description: string): string | undefined {
  const noun = lastWord(description.trimEnd())
  return endsInPersonNoun(noun) ? noun : undefined
}

/** The same in an apposition: "Ada Vale, the company’s lawyer, …", "Ada Vale, a lawyer for the company, …". */
function roleBehind(after: string): string | undefined {
  const match =
    /^,\s(?:the|a|an|its|his|her|their|who is|who was)\s([\p{Ll}’' -]{1,60}?)(?:,|\s(?:of|for|at|in|with|who|from|to)\s)/u.exec(
      after,
    )
  return match ? roleIn(match[1]!) : undefined
}

const APPOSITION =
  /^,\s(\p{Lu}[\p{L}\p{M}.’'-]{0,30}(?:\s(?:(?:al|el|de|del|bin|ibn|van|von)[\s-])?\p{Lu}[\p{L}\p{M}.’'-]{0,30}){1,3})(?=\s?[,.;]|$)/u

/**
 * What may follow an apposition; if the sentence goes on, as in "According to the files, Vale paid", the comma ended
 * another phrase.
 */
const CLOSED = /^(?:\s?[,.;:()–—]|\s-|\s(?:of|from|who)\s|$)/u

/** A person's name where an apposition begins, or that of an organisation of the kind described: "The league, the Harbour League, …". */
function isApposed(text: string, { kind, span }: Mention, start: number, described: Span): boolean {
  if (kind === 'person') return beginsAt(text, span.start, start)
  const article = /^the /.exec(text.slice(start, span.start))?.[0] ?? ''
  const isOfKind = lastWord(text.slice(span.start, span.end)) === lastWord(text.slice(described.start, described.end))
  return kind === 'organisation' && span.start === start + article.length && isOfKind
}

/** The person's name between commas right behind a description of one person. */
function nameInApposition(text: string, span: Span, names: readonly Mention[] | undefined): NamedPhrase | undefined {
  if (/\s(?:and|&)\s/.test(text.slice(span.start, span.end))) return undefined
  const match = APPOSITION.exec(text.slice(span.end, span.end + 140))
  const start = span.end + 2
  const end = start + (match?.[1]!.length ?? 0)
  const mention = names?.find(
    (one) => isApposed(text, one, start, span) && CLOSED.test(text.slice(one.span.end, one.span.end + 8)),
  )
  if (!mention && (!match || names)) return undefined
  const whole = {
    passage: span.passage,
    start: mention ? withHonorific(text, mention.span.start, start) : start,
    end: mention?.span.end ?? end,
  }
  const description = text.slice(span.start, mention?.span.start ?? span.end)
  const role = roleIn(text.slice(span.start, span.end))
  return { ...named(text, whole, description, mention?.kind ?? 'person'), ...(role !== undefined && { role }) }
}

/** True when the name begins there, itself or behind a title: "Mrs Vale", "Dr. Omar Okafor". */
function beginsAt(text: string, name: number, start: number): boolean {
  const title = /^(\p{L}{1,12})\.?\s$/u.exec(text.slice(start, name))?.[1]?.toLowerCase()
  return name === start || (name > start && title !== undefined && isPersonalTitle(title))
}

/** Where the capitals at the core's end begin; with names known, "the Harbour" is left a description. */
function nameStart(core: string, offset: number, hasNames: boolean): number | undefined {
  const match = NAME_AT_END.exec(core)
  if (!match) return undefined
  const first = /^(\S+)\s/u.exec(match[0])
  const skip = first && DETERMINERS.has(first[1]!.toLowerCase()) ? first[0].length : 0
  if (DETERMINERS.has(match[0].toLowerCase()) || (hasNames && /^(?:the|a|an)\s/i.test(core))) return undefined
  return offset + match.index + skip
}

function withHonorific(text: string, start: number, limit: number): number {
  const before = /(\p{L}{1,40})\.?\s$/u.exec(text.slice(limit, start))
  return before && HONORIFICS.has(before[1]!.toLowerCase()) ? limit + before.index : start
}

const hasHonorific = (words: string) => HONORIFICS.has(/^(\p{L}+)\.?\s/u.exec(words)?.[1]?.toLowerCase() ?? '')

/** @param kind kind of the mention, undefined where names are not known: then all but "the X" and acronyms are persons */
function named(text: string, span: Span, phrase: string, kind: string | undefined): NamedPhrase {
  const words = text.slice(span.start, span.end)
  const isOpen = kind === undefined || hasHonorific(words)
  const isPerson = kind === 'person' || (isOpen && !/^the\s/i.test(phrase) && !/^\p{Lu}+$/u.test(words))
  return { span, words, form: 'named', isPerson, head: lastWord(words), ...genderOf(phrase) }
}

function describe(text: string, span: Span, core: string): NamedPhrase {
  const words = text.slice(span.start, span.end)
  const head = lastWord(core)
  return { span, words, form: 'described', isPerson: endsInPersonNoun(head), head, ...genderOf(core) }
}

const lastWord = (words: string) => /[\p{L}\p{M}\p{N}]{1,60}$/u.exec(words)?.[0].toLowerCase() ?? ''

function genderOf(phrase: string): { gender?: 'f' | 'm' } {
  const all = phrase.toLowerCase().match(/\p{L}+/gu) ?? []
  // "His lawyer": the possessive refers to somebody else.
  const words = all.length > 1 ? all.filter((word) => word !== 'his' && word !== 'her') : all
  if (words.some((word) => FEMININE.has(word))) return { gender: 'f' }
  return words.some((word) => MASCULINE.has(word)) ? { gender: 'm' } : {}
}
