import { readData } from '../../../text/read-data.ts'
import type { Token } from '../../../text/tokens.ts'

type Values = Readonly<Record<string, number>>
const lists: Record<'units' | 'tens' | 'scales' | 'short-scales', Values> = readData('./numbers.yml', import.meta.url)
const UNITS = new Map(Object.entries(lists.units))
const TENS = new Map(Object.entries(lists.tens))
const SCALES = new Map(Object.entries(lists.scales))
const SHORT_SCALES = new Map(Object.entries(lists['short-scales']))

/** A number read from tokens; `end` is the index of the token after it. */
export interface ReadNumber {
  readonly value: number
  readonly end: number
}

/**
 * Reads the number that begins at a token: digits with their separators, words, or both with a scale
 * ("50,000", "forty-five", "two hundred and ten", "1.2 million", "41m", "half a million", "a dozen").
 *
 * @returns undefined when no number begins there
 */
export function readNumber(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const word = tokens[at]?.text.toLowerCase()
  if (word === undefined) return undefined
  if (/^\d/.test(word)) return readDigits(tokens, at, word)
  if (word === 'half' && isArticle(tokens[at + 1])) return scaled(tokens, at + 2, 0.5)
  if (isArticle(tokens[at])) return scaled(tokens, at + 1, 1)
  return readWords(tokens, at)
}

/** Whether a number may begin with a word in lower case. */
export const opensNumber = (word: string): boolean =>
  /^\d/.test(word) || word === 'half' || /^an?$/.test(word) || UNITS.has(word) || TENS.has(word)

const lowerAt = (tokens: readonly Token[], at: number) => tokens[at]?.text.toLowerCase() ?? ''
const isArticle = (token: Token | undefined) => /^an?$/i.test(token?.text ?? '')

function readDigits(tokens: readonly Token[], at: number, digits: string): ReadNumber | undefined {
  const value = valueOfDigits(digits)
  if (value === undefined) return undefined
  const [token, next] = [tokens[at]!, tokens[at + 1]]
  const short = next && SHORT_SCALES.get(next.text.toLowerCase())
  if (short !== undefined && (next!.start === token.end || /^(?:mn|mln|bn|tn)$/i.test(next!.text)))
    return { value: round(value * short), end: at + 2 }
  return scaled(tokens, at + 1, value) ?? { value, end: at + 1 }
}

/** "50,000" and "3.5"; a comma that parts no group of three digits is no separator: "3,5". */
function valueOfDigits(digits: string): number | undefined {
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(digits) ? Number(digits.replaceAll(',', '')) : undefined
}

/** The value times the scale words that follow: "two hundred thousand"; undefined when none does. */
function scaled(tokens: readonly Token[], at: number, value: number): ReadNumber | undefined {
  let [end, total] = [at, value]
  for (let scale = SCALES.get(lowerAt(tokens, end)); scale !== undefined; scale = SCALES.get(lowerAt(tokens, end))) {
    total *= scale
    end += 1
  }
  return end === at ? undefined : { value: round(total), end }
}

/** Keeps decimal fractions clean: 1.1 million is 1100000. */
const round = (value: number) => Math.round(value * 1000) / 1000

function readWords(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const small = readBelowHundred(tokens, at)
  if (!small) return undefined
  const first = scaled(tokens, small.end, small.value)
  if (!first) return small
  const joins = lowerAt(tokens, first.end) === 'and' ? first.end + 1 : first.end
  const rest = readWords(tokens, joins)
  return rest && rest.value < 100 && first.value >= 100 ? { value: first.value + rest.value, end: rest.end } : first
}

function readBelowHundred(tokens: readonly Token[], at: number): ReadNumber | undefined {
  const unit = UNITS.get(lowerAt(tokens, at))
  if (unit !== undefined) return { value: unit, end: at + 1 }
  const ten = TENS.get(lowerAt(tokens, at))
  if (ten === undefined) return undefined
  const one = tokens[at + 1]?.text === '-' ? UNITS.get(lowerAt(tokens, at + 2)) : undefined
  return one !== undefined && one > 0 && one < 10 ? { value: ten + one, end: at + 3 } : { value: ten, end: at + 1 }
}
