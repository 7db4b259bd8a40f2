import { readNumber } from '../../../lang/en/words/numbers.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Quantity } from './read-quantity.ts'
import { DISTANCES, LABELS, MONTHS, POINTING, TIME_UNITS } from './vocabulary.ts'

/**
 * True for numbers that count nothing: parts of names ("Group of Seven", "Resolution 2254"), labels ("page 4"),
 * ordinals, ages and durations, clock times, telephone numbers, scores, years, distances, ratios, and "one of".
 */
export function isNoAmount(tokens: readonly Token[], quantity: Quantity): boolean {
  return (
    isLabel(tokens, quantity) ||
    isGlued(tokens, quantity) ||
    isTimeOrDistance(tokens, quantity) ||
    isPointedAt(tokens, quantity) ||
    isOne(tokens, quantity) ||
    isRatio(tokens, quantity) ||
    isModel(tokens, quantity)
  )
}

const lower = (token: Token | undefined) => token?.text.toLowerCase() ?? ''
const isCapital = (token: Token | undefined) => /^\p{Lu}/u.test(token?.text ?? '')

/** Maximum number of words between "told" and a number: "told the Northport News 41 homes were lost". */
const TOLD = 5

/** "Resolution 2254", "page 4", "No. 7", "June 5"; "Group of Seven", "the Big Four". */
function isLabel(tokens: readonly Token[], { start, isHedged, unit }: Quantity): boolean {
  const [first, previous] = [tokens[start]!, tokens[start - 1]]
  if (unit !== 'count') return false
  const label = lower(previous?.text === '.' ? tokens[start - 2] : previous)
  if (MONTHS.has(label)) return true
  if (isHedged) return false
  if (LABELS.has(label) || /^[#№§:]$/u.test(previous?.text ?? '')) return true
  const isTold = tokens.slice(Math.max(0, start - TOLD), start).some((token) => /^(?:told|tells)$/.test(lower(token)))
  const isName = isCapital(previous) && start > 1 && !isTold && !/^[.!?]$/.test(tokens[start - 2]!.text)
  return /^\d/.test(first.text)
    ? isName
    : isCapital(first) && previous !== undefined && !/^[\p{P}]$/u.test(previous.text)
}

/** "F-16", "10-member", "20th", "3/4", "8:30", "555-0142", "3-1". */
function isGlued(tokens: readonly Token[], { start, end }: Quantity): boolean {
  const [before, first, last, after] = [tokens[start - 1], tokens[start]!, tokens[end - 1]!, tokens[end]]
  const isJoinedBefore =
    before !== undefined && before.end === first.start && /^(?:[-–/:+.#@_]|\p{L}+)$/u.test(before.text)
  const isJoinedAfter =
    after !== undefined && after.start === last.end && /^(?:[-–/:@_]|\p{L}+|['’]s)$/u.test(after.text)
  return isJoinedBefore || isJoinedAfter
}

/** Ages, durations, clock times, bare years and bare distances. */
function isTimeOrDistance(tokens: readonly Token[], { start, end, unit, isHedged }: Quantity): boolean {
  if (unit !== 'count') return false
  const next = tokens[end]
  if (DISTANCES.has(lower(next)) && !isHedged) return true
  if (
    TIME_UNITS.has(lower(next)) ||
    (/^(?:-|more|other|consecutive|straight|long|short|full)$/.test(lower(next)) &&
      TIME_UNITS.has(lower(tokens[end + 1])))
  )
    return true
  if (/^(?:aged|age)$/.test(lower(tokens[start - 1]))) return true
  const isYear = end - start === 1 && /^(?:1[5-9]|20|21)\d\d$/.test(tokens[start]!.text)
  return isYear && !isHedged && !/^\p{Ll}{3,}s$/u.test(next?.text ?? '')
}

/** "the two countries" refers back; "in all six" sums up. */
const isPointedAt = (tokens: readonly Token[], { start, isHedged, unit, high }: Quantity) =>
  !isHedged &&
  unit === 'count' &&
  POINTING.has(lower(tokens[start - 1])) &&
  !(lower(tokens[start - 1]) === 'all' && lower(tokens[start - 2]) === 'in') &&
  (high ?? 0) < 100

/** "one" is a pronoun or an article unless hedged. */
const isOne = (tokens: readonly Token[], { start, end, isHedged }: Quantity) =>
  end - start === 1 && lower(tokens[start]) === 'one' && !isHedged

/** "one in four", "1 in 10". */
function isRatio(tokens: readonly Token[], { start, end }: Quantity): boolean {
  const isNumber = (at: number) => readNumber(tokens, at) !== undefined
  return (
    (lower(tokens[end]) === 'in' && isNumber(end + 1)) ||
    (lower(tokens[start - 1]) === 'in' && start > 1 && isNumber(start - 2))
  )
}

/** "Zero 787 jets": behind another number, three digits are the name of a make. */
function isModel(tokens: readonly Token[], { start, unit }: Quantity): boolean {
  const isBare = unit === 'count' && /^\d{3}$/.test(tokens[start]!.text)
  return isBare && /^\p{L}+$/u.test(lower(tokens[start - 1])) && readNumber(tokens, start - 1)?.end === start
}
