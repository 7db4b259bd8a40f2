import { readData } from '../text/read-data.ts'

/**
 * A person by name parts, with a suffix (Jr., III), or an organisation by its whole name; no part contains a comma.
 */
export type CslName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string }

/** Given names with the suffix behind them, for formats that have no place for it. */
export function givenNames({ given, suffix }: Extract<CslName, { family: string }>): string {
  return suffix === undefined ? given : `${given} ${suffix}`
}

/** Year, month and day; month and day may be unknown. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]]
}

/**
 * One citation in CSL-JSON, from which every other format is written. Text is on one line and without control
 * characters (`cleanText`), addresses are http or https (`cleanUrl`).
 */
export interface CslItem {
  readonly id: string
  readonly type: 'article-newspaper' | 'webpage'
  readonly title: string
  readonly author?: readonly CslName[]
  /** The paper; for a page of the dossier's own, the dossier. */
  readonly 'container-title'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  /** Page of the original as it is printed there: `3`, `iv`, `A3`. */
  readonly page?: string
  /** Our address, with version and passage. */
  readonly URL?: string
  readonly language?: string
  /** The words cited, for a passage or a quotation. */
  readonly abstract?: string
  /** Where the text is archived: the dossier's title. */
  readonly archive?: string
  /** The address of the original, version, paragraph and hash of the seed. */
  readonly note?: string
}

/** Writes a partial date in ISO 8601: `2017-02-13`, `2017-02`, `2017`. */
export function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
}

/** Reads a partial ISO date; undefined for anything else. */
export function parseDate(iso: string | undefined): CslDate | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso ?? '')
  return match
    ? {
        'date-parts': [
          match
            .slice(1)
            .filter((part) => part !== undefined)
            .map(Number),
        ],
      }
    : undefined
}

/** Control characters, line and paragraph separators, directional marks and lone surrogates. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu

/**
 * A value as every citation format may hold it: one line, no control characters, single spaces. Nothing in a source's
 * title can thus begin another field or another record.
 */
export function cleanText(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
}

/** An address as formats hold it verbatim: http or https, with the characters encoded that end a field somewhere. */
export function cleanUrl(address: string): string | undefined {
  const url = URL.parse(cleanText(address))
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined
  return url.href.replace(/[{}\\|<>"'`^[\]]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

const lists: { organisation: string[]; particle: string[]; suffix: string[]; outlet: string[] } = readData(
  './name-words.yml',
  import.meta.url,
)
const ORGANISATION = new Set(lists.organisation)
const PARTICLE = new Set(lists.particle)
const SUFFIX = new Set(lists.suffix)

/**
 * Words around a name that are not part of it: "By Ana Lund", "Ana Lund (Reuters)", "Ana Lund, AFP", "Ana Lund in
 * Northport".
 */
const AROUND = new RegExp(
  `^By (?=\\p{Lu})| \\([^()]+\\)$|, (?:${lists.outlet.join('|')})$|(?<=^\\S+ \\S+) in \\p{Lu}[\\p{L} .-]*$`,
  'gu',
)
/** A short form at the head of a line with other words: "BBC Monitoring", but not "Ana LUND". */
const ACRONYM = /^\p{Lu}{3,} \P{Lu}*\p{Lu}\p{Ll}/u

/**
 * Reads an author as printed, without employer or place. The last word is the family name, with the particles before it
 * and a suffix (Jr., III) behind it; one word, or a line with a word that only organisations have, stays whole.
 */
export function parseName(printed: string): CslName {
  const name = cleanText(printed).replace(AROUND, '')
  const words = name.split(' ')
  const isOrganisation =
    words.length === 1 ||
    ACRONYM.test(name) ||
    words.some((word) => ORGANISATION.has(word.toLowerCase().replace(/,$/, '')))
  if (isOrganisation) return { literal: name.replace(/ ?, ?/g, ' · ') }
  const parts = name.split(/ ?, ?/)
  const [family = '', given = '', ...rest] = parts.filter((part) => !SUFFIX.has(part))
  const suffix = parts.find((part) => SUFFIX.has(part))
  if (given && rest.length === 0) return personOf(family, given, suffix)
  return splitWords(name.replace(/,/g, ' ').split(' ').filter(Boolean))
}

function splitWords(words: readonly string[]): CslName {
  const end = words.length > 2 && SUFFIX.has(words.at(-1)!) ? words.length - 1 : words.length
  let start = end - 1
  while (start > 1 && PARTICLE.has(words[start - 1]!)) start -= 1
  return personOf(words.slice(start, end).join(' '), words.slice(0, start).join(' '), words[end])
}

function personOf(family: string, given: string, suffix: string | undefined): CslName {
  return suffix === undefined ? { family, given } : { family, given, suffix }
}
