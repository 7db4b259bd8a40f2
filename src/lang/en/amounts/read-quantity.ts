import { opensNumber, readNumber } from '../../../lang/en/words/numbers.ts'
import type { Token } from '../../../text/tokens.ts'
import { rememberWords } from '../../../text/tokens.ts'
import { type Bound, CURRENCY_SIGNS, HEDGES, HEDGES_AFTER, NOTHING, type Phrases, UNITS, VAGUE } from './vocabulary.ts'

/** A number with its hedge and unit; positions are indices of tokens. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly low?: number
  readonly high?: number
  /** `count`, `percent` or an ISO 4217 code. */
  readonly unit: string
  readonly isHedged: boolean
  readonly rule: string
}

const MAX_PHRASE = 4

/**
 * Reads the quantity that begins at a token, its hedge first: "at least nine", "between 3 and 5", "$41 million",
 * "dozens". "Nearly" and "up to" give no low, "at least" and "more than" no high; "about" leaves the number as both.
 */
export function readQuantity(tokens: readonly Token[], start: number): Quantity | undefined {
  const hedge = readPhrase(tokens, start, HEDGES)
  const at = hedge?.end ?? start
  const core = readNone(tokens, at) ?? readRange(tokens, at) ?? readVague(tokens, at) ?? readExact(tokens, at)
  if (!core || (hedge && core.rule === 'amount/vague' && isParticle(tokens, start))) return undefined
  const after = core.unit === 'count' ? readPhrase(tokens, core.end, HEDGES_AFTER) : undefined
  const bound = hedge?.value ?? after?.value
  const { low, high, ...rest } = core
  return {
    ...rest,
    ...(bound !== 'high' && low !== undefined && { low }),
    ...(bound !== 'low' && high !== undefined && { high }),
    start,
    end: after?.end ?? core.end,
    isHedged: bound !== undefined || core.isHedged,
    rule: bound && core.rule === 'amount/exact' ? RULE_OF[bound] : core.rule,
  }
}

/** Whether a quantity may begin with a word: few do, and each word of a text is asked. */
export const opensQuantity: (word: string) => boolean = rememberWords((word) => {
  const lower = word.toLowerCase()
  return (
    opensNumber(lower) ||
    /^(?:nobody|no|between|from)$/.test(lower) ||
    HEDGES.firstWords.has(lower) ||
    VAGUE.firstWords.has(lower) ||
    [...CURRENCY_SIGNS.keys()].some((sign) => sign === word || sign.startsWith(lower))
  )
})

/** Before "millions" these belong to the verb: "handed over millions". */
const isParticle = (tokens: readonly Token[], at: number) =>
  /^(?:over|above|under|below|about|around|just|some)$/i.test(tokens[at]!.text)

const RULE_OF: Readonly<Record<Bound, string>> = {
  low: 'amount/at-least',
  high: 'amount/at-most',
  both: 'amount/about',
  none: 'amount/exact',
}

/** The longest phrase of a list that begins at a token. */
function readPhrase<T>(
  tokens: readonly Token[],
  at: number,
  { values, firstWords }: Phrases<T>,
): { value: T; end: number } | undefined {
  if (!firstWords.has(tokens[at]?.text.toLowerCase() ?? '')) return undefined
  for (let length = Math.min(MAX_PHRASE, tokens.length - at); length > 0; length -= 1) {
    const value = values.get(
      tokens
        .slice(at, at + length)
        .map(({ text }) => text.toLowerCase())
        .join(' '),
    )
    if (value !== undefined) return { value, end: at + length }
  }
  return undefined
}

function readVague(tokens: readonly Token[], start: number): Quantity | undefined {
  const found = readPhrase(tokens, start, VAGUE)
  if (!found) return undefined
  const [low, high] = found.value
  return {
    start,
    end: found.end,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    unit: 'count',
    isHedged: true,
    rule: 'amount/vague',
  }
}

/** "no one", "no casualties": a source that says there were none states a number. */
function readNone(tokens: readonly Token[], start: number): Quantity | undefined {
  const next = tokens[start + 1]?.text.toLowerCase() ?? ''
  const nobody = { start, end: start + 1, low: 0, high: 0, unit: 'count', isHedged: true, rule: 'amount/none' }
  if (tokens[start]?.text.toLowerCase() === 'nobody') return nobody
  if (tokens[start]?.text.toLowerCase() !== 'no' || !NOTHING.has(next)) return undefined
  const end = next === 'one' ? start + 2 : start + 1
  return { start, end, low: 0, high: 0, unit: 'count', isHedged: true, rule: 'amount/none' }
}

/** A number with a currency sign before it, or a unit behind it. */
function readExact(tokens: readonly Token[], start: number): Quantity | undefined {
  const sign = readSign(tokens, start)
  const number = readNumber(tokens, sign?.end ?? start)
  if (!number) return undefined
  const unit = sign ? { value: sign.value, end: number.end } : readUnit(tokens, number.end)
  return {
    start,
    end: unit.end,
    low: number.value,
    high: number.value,
    unit: unit.value,
    isHedged: false,
    rule: 'amount/exact',
  }
}

/** "$", "US$", "€" before digits. */
function readSign(tokens: readonly Token[], at: number): { value: string; end: number } | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]]
  const long =
    first && second && first.end === second.start
      ? CURRENCY_SIGNS.get(`${first.text}${second.text}`.toLowerCase())
      : undefined
  if (long) return { value: long, end: at + 2 }
  const short = CURRENCY_SIGNS.get(first?.text ?? '')
  return short ? { value: short, end: at + 1 } : undefined
}

const readUnit = (tokens: readonly Token[], at: number) => readPhrase(tokens, at, UNITS) ?? { value: 'count', end: at }

/** "between 3 and 5", "from 3 to 5", "3 to 5 million", "3-5": bounds of one unit. */
function readRange(tokens: readonly Token[], start: number): Quantity | undefined {
  const opener = tokens[start]?.text.toLowerCase()
  const at = opener === 'between' || opener === 'from' ? start + 1 : start
  const first = readExact(tokens, at)
  const second = first && readSecond(tokens, opener, first.end)
  if (!first || !second || !areOfOneUnit(first.unit, second.unit)) return undefined
  const low = first.low! * scaleShared(tokens, first, second)
  if (low >= second.low!) return undefined
  const unit = second.unit === 'count' ? first.unit : second.unit
  return { ...second, start, low, unit, isHedged: true, rule: 'amount/range' }
}

/** The upper bound; "24- to 30-foot" has a hyphen before its joint. */
function readSecond(tokens: readonly Token[], opener: string | undefined, end: number): Quantity | undefined {
  const at = tokens[end]?.text === '-' && tokens[end + 1]?.text.toLowerCase() === 'to' ? end + 1 : end
  return isJoint(opener, tokens[at]?.text.toLowerCase()) ? readExact(tokens, at + 1) : undefined
}

const isJoint = (opener: string | undefined, joint: string | undefined) =>
  opener === 'between' ? joint === 'and' : /^(?:to|-|–)$/.test(joint ?? '') || (joint === 'or' && opener !== 'from')

const areOfOneUnit = (first: string, second: string) => first === second || first === 'count' || second === 'count'

/** The scale that the second number lends the first: "3 to 5 million". */
function scaleShared(tokens: readonly Token[], first: Quantity, second: Quantity): number {
  const digits = Number(tokens.slice(second.start, second.end).find(({ text }) => /^\d/.test(text))?.text ?? Number.NaN)
  const isBare = first.low! < 1000 && /^\d/.test(tokens[first.end - 1]!.text)
  return isBare && digits > 0 && second.low! / digits >= 1000 ? second.low! / digits : 1
}
