import { foldQueried } from '../../../text/search-words.ts'

/** A piece of what was typed: a word with what hangs on it, or a phrase. */
export interface Piece {
  readonly text: string
  readonly isPhrase: boolean
  readonly isExcluded: boolean
}

/** A date at the beginning of what was typed. */
export interface ReadDate {
  readonly text: string
  /** How many pieces it takes. */
  readonly length: number
  readonly dates: readonly string[]
}

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/
const NUMERIC = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/
const DAY = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/
const YEAR = /^(?:1[5-9]|20)\d{2}$/

const months = new Map<string, ReadonlyMap<string, number>>()

/** Names of the months, long and short, in English and the given language, folded. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const known = months.get(language)
  if (known) return known
  const made = new Map([['sept', 9]])
  for (const locale of new Set(['en', language]))
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })
      for (let at = 0; at < 12; at += 1) made.set(foldQueried(format.format(Date.UTC(2021, at, 15))), at + 1)
    }
  months.set(language, made)
  return made
}

const two = (number: number) => String(number).padStart(2, '0')
const isDate = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31

/**
 * Reads a date where it begins what was typed: `2017-02-13`, `13.2.2017`, `13 February 2017`, `February 13, 2017`,
 * `Feb. 13`, `February 2017`. A year alone is a word.
 */
export function readDate(pieces: readonly Piece[], language: string): ReadDate | undefined {
  const plain = pieces.findIndex(({ isPhrase, isExcluded }, at) => at > 0 && (isPhrase || isExcluded))
  const texts = pieces.slice(0, plain < 0 ? 5 : Math.min(5, plain)).map(({ text }) => text.replace(/[,;]$/, ''))
  const single = readSingle(texts[0]!)
  if (single) return { text: pieces[0]!.text, length: 1, dates: single }
  const words = texts.map((text) => readPart(text, monthsOf(language)))
  const skip = words[1] === 'of' && typeof words[0] === 'object' && words[0].day ? 1 : 0
  const [a, b, c] = skip ? [words[0], words[2], words[3]] : words
  const found = readParts(a, b, c)
  if (!found) return undefined
  const length = found.length + skip
  return {
    text: pieces
      .slice(0, length)
      .map(({ text }) => text)
      .join(' '),
    length,
    dates: [found.date],
  }
}

function readSingle(text: string): string[] | undefined {
  const iso = ISO.exec(text)
  if (iso) return isDate(Number(iso[3] ?? 1), Number(iso[2])) ? [text] : undefined
  const [, a, , b, year] = NUMERIC.exec(text)?.map(Number) ?? []
  if (!a || !b) return undefined
  const dates = [
    ...(isDate(a, b) ? [`${year}-${two(b)}-${two(a)}`] : []),
    ...(isDate(b, a) && a !== b ? [`${year}-${two(a)}-${two(b)}`] : []),
  ]
  return dates.length > 0 ? dates : undefined
}

/** The possible roles of a word in a date. */
type DatePart =
  | { readonly month?: number | undefined; readonly day?: number | undefined; readonly year?: string }
  | 'of'

function readPart(text: string, names: ReadonlyMap<string, number>): DatePart {
  if (text.toLowerCase() === 'of') return 'of'
  const day = Number(DAY.exec(text)?.[1] ?? 0)
  return {
    month: names.get(foldQueried(text.replace(/\.$/, ''))),
    day: day >= 1 && day <= 31 ? day : undefined,
    ...(YEAR.test(text) && { year: text }),
  }
}

function readParts(
  first: DatePart | undefined,
  second: DatePart | undefined,
  third: DatePart | undefined,
): { date: string; length: number } | undefined {
  if (!first || !second || first === 'of' || second === 'of') return undefined
  const month = first.month ?? second.month
  const day = first.month ? second.day : first.day
  const year = third && third !== 'of' ? third.year : undefined
  if (!month) return undefined
  if (day && year) return { date: `${year}-${two(month)}-${two(day)}`, length: 3 }
  if (first.month && second.year) return { date: `${second.year}-${two(month)}`, length: 2 }
  return day ? { date: `--${two(month)}-${two(day)}`, length: 2 } : undefined
}
