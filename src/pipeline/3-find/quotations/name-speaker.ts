import type { Mention } from '../../../model/mention.ts'
import type { Span } from '../../../model/span.ts'
import type { CreditedPhrase } from './attribute-quoted.ts'
import { DETERMINERS, FEMININE, HONORIFICS, MASCULINE, PERSON_NOUNS } from './vocabulary.ts'

/** The words that name or describe a speaker. */
export interface NamedPhrase {
  readonly span: Span
  readonly words: string
  readonly form: 'named' | 'described'
  /** True when the words stand for one person: a person's name, or a description by a person's role. */
  readonly isPerson: boolean
  /** Lower-case last word of the head: "official" of "an official in the Free Army". */
  readonly head: string
  readonly gender?: 'f' | 'm'
}

/** A run of capitalised words at the end of a phrase, with the small words and marks of names inside: "Omar al-Vale", "J. R. Okafor". */
const NAME_AT_END =
  /(?:(?:\p{Lu}[\p{L}\p{M}.’'&]{0,30})(?:(?: ?- ?|\s(?:(?:al|el|de|del|der|di|bin|ibn|la|le|van|von|of|the|for)[\s-]){0,2}))){0,6}\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}$/u

/**
 * Reduces the words a sentence credits to the name in their head ("Harbour spokesman J. Vale" to "J. Vale"), with an
 * honorific; without a name there, keeps the whole description.
 *
 * @param mentions names of this passage; where none covers the head, a run of capitals there counts as a name
 */
export function nameSpeaker(text: string, { span, coreEnd }: CreditedPhrase, mentions: readonly Mention[]): NamedPhrase {
  const core = text.slice(span.start, coreEnd).replace(/\s*\([^()]{0,40}\)$/u, '')
  const headEnd = span.start + core.length
  const mention = mentions.findLast(
    (one) => one.form === 'name' && one.span.start >= span.start && one.span.end >= headEnd && one.span.end <= Math.max(coreEnd, span.end),
  )
  const start = mention ? mention.span.start : nameStart(core, span.start, mentions.length > 0)
  if (start === undefined) return describe(text, span, core)
  const end = mention ? mention.span.end : headEnd
  return named(text, { passage: span.passage, start: withHonorific(text, start, span.start), end }, text.slice(span.start, end), mention)
}

/** Where the capitals at the core's end begin. With names known, only a surname or role before it can be missed, so one word is enough only without. */
function nameStart(core: string, offset: number, hasMentions: boolean): number | undefined {
  const match = NAME_AT_END.exec(core)
  if (!match) return undefined
  const first = /^(\S+)\s/u.exec(match[0])
  const skip = first && DETERMINERS.has(first[1]!.toLowerCase()) ? first[0].length : 0
  if (DETERMINERS.has(match[0].toLowerCase()) || (hasMentions && /^(?:the|a|an)\s/i.test(core))) return undefined
  return offset + match.index + skip
}

function withHonorific(text: string, start: number, limit: number): number {
  const before = /(\p{L}+)\.?\s$/u.exec(text.slice(limit, start))
  return before && HONORIFICS.has(before[1]!.toLowerCase()) ? limit + before.index : start
}

function named(text: string, span: Span, phrase: string, mention: Mention | undefined): NamedPhrase {
  const words = text.slice(span.start, span.end)
  const isPerson = mention ? mention.kind === 'person' : !/^the\s/i.test(phrase) && !/^\p{Lu}+$/u.test(words)
  return { span, words, form: 'named', isPerson, head: lastWord(words), ...genderOf(phrase) }
}

function describe(text: string, span: Span, core: string): NamedPhrase {
  const words = text.slice(span.start, span.end)
  const head = lastWord(core)
  const isPerson = PERSON_NOUNS.some((noun) => head === noun || head.endsWith(noun))
  return { span, words, form: 'described', isPerson, head, ...genderOf(core) }
}

const lastWord = (words: string) => /[\p{L}\p{M}\p{N}]+$/u.exec(words)?.[0].toLowerCase() ?? ''

function genderOf(phrase: string): { gender?: 'f' | 'm' } {
  const words = phrase.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.some((word) => FEMININE.has(word))) return { gender: 'f' }
  return words.some((word) => MASCULINE.has(word)) ? { gender: 'm' } : {}
}
