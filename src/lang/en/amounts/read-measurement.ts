import type { Token } from '../../../text/tokens.ts'
import type { Quantity } from './read-quantity.ts'
import { DIMENSIONS, DIRECTIONS, LENGTHS, MAGNITUDES, PER, QUAKES, SPEEDS, STOPS } from './vocabulary.ts'

/** A physical quantity that a number gives: how long, how deep, how strong. */
export interface Measurement {
  /** `m` for lengths, `m/s` for speeds, `magnitude` for earthquakes. */
  readonly unit: 'm' | 'm/s' | 'magnitude'
  /** Factor from the printed unit. */
  readonly factor: number
  /** Index of the token behind the unit. */
  readonly end: number
  readonly measure: string
  /** Indices of the tokens that name the place a distance is measured from. */
  readonly from?: { readonly start: number; readonly end: number }
}

/** Window, in words on either side of a length, for the dimension that is measured. */
const REACH = 4
/** The strongest earthquake ever measured had 9.5. */
const STRONGEST = 10

/**
 * Reads the unit of a number that is not counted but measured: "14 miles north of Northport", "a 10-metre boat",
 * "magnitude 4.6", "a 6.1-magnitude quake".
 *
 * @returns undefined when the number has no unit of length or speed and is no magnitude
 */
export function readMeasurement(tokens: readonly Token[], quantity: Quantity): Measurement | undefined {
  return quantity.unit === 'count'
    ? (readMagnitude(tokens, quantity) ?? readSpeed(tokens, quantity) ?? readLength(tokens, quantity))
    : undefined
}

const lower = (token: Token | undefined) => token?.text.toLowerCase() ?? ''

function readMagnitude(tokens: readonly Token[], { start, end, low, high }: Quantity): Measurement | undefined {
  const value = high ?? low ?? STRONGEST
  if (value >= STRONGEST) return undefined
  const next = isHyphen(tokens, end) ? end + 1 : end
  const isNamed = MAGNITUDES.has(lower(tokens[next])) || MAGNITUDES.has(beforeNumber(tokens, start))
  const isScale = lower(tokens[end]) === 'on' && lower(tokens[end + 2]) === 'richter'
  const isQuake = !Number.isInteger(value) && QUAKES.has(lower(tokens[next]))
  const isPaired = lower(tokens[end]) === 'and' && MAGNITUDES.has(lower(tokens[end + 2]))
  const isMeasured = !Number.isInteger(value) && isMeasuredQuake(tokens, start)
  if (!isMeasured && !isNamed && !isScale && !isQuake && !isPaired) return undefined
  return { unit: 'magnitude', factor: 1, end, measure: 'magnitude' }
}

/** "Two quakes, measuring 7.6 and 7.4". */
function isMeasuredQuake(tokens: readonly Token[], start: number): boolean {
  let at = start - 1
  while (/^(?:,|and|\d\.\d)$/.test(lower(tokens[at]))) at -= 1
  const isMeasuring = /^(?:measured|measuring)$/.test(lower(tokens[at]))
  return isMeasuring && tokens.slice(Math.max(0, at - REACH), at).some((token) => QUAKES.has(lower(token)))
}

/** The word that the number belongs to: "magnitude of 4.6", "magnitude-6.1", "magnitudes 7.6 and 7.4". */
function beforeNumber(tokens: readonly Token[], start: number): string {
  let at = start - 1
  while (/^(?:of|-|was|at|,|and|\d\.\d)$/.test(lower(tokens[at]))) at -= 1
  return lower(tokens[at])
}

const isHyphen = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === '-' && tokens[at]!.start === tokens[at - 1]?.end

/** "90 kilometres an hour", "14 knots". */
function readSpeed(tokens: readonly Token[], { end }: Quantity): Measurement | undefined {
  const knots = SPEEDS.get(lower(tokens[end]))
  if (knots !== undefined) return { unit: 'm/s', factor: knots, end: end + 1, measure: 'speed' }
  const length = LENGTHS.values.get(lower(tokens[end]))
  const seconds = PER.get(`${lower(tokens[end + 1])} ${lower(tokens[end + 2])}`)
  if (length === undefined || seconds === undefined) return undefined
  return { unit: 'm/s', factor: length / seconds, end: end + 3, measure: 'speed' }
}

function readLength(tokens: readonly Token[], { start, end }: Quantity): Measurement | undefined {
  if (isMetres(tokens, end)) return measured(tokens, start, end, 1e-6)
  const at = isHyphen(tokens, end) ? end + 1 : end
  const two = LENGTHS.values.get(`${lower(tokens[at])} ${lower(tokens[at + 1])}`)
  const factor = two ?? LENGTHS.values.get(lower(tokens[at]))
  if (factor === undefined) return undefined
  const next = at + (two === undefined ? 1 : 2)
  const length = measured(tokens, start, next, factor)
  return at > end && length.measure === 'distance' ? (sizeOf(tokens, next, length) ?? length) : length
}

function measured(tokens: readonly Token[], start: number, end: number, factor: number): Measurement {
  const from = readOrigin(tokens, end)
  const measure = readDimension(tokens, start, end) ?? 'distance'
  return { unit: 'm', factor, end, measure, ...(measure === 'distance' && from && { from }) }
}

/** "A 10-metre boat" gives the size of a boat, not a distance. */
function sizeOf(tokens: readonly Token[], end: number, length: Measurement): Measurement | undefined {
  const noun = tokens[end]
  const isNoun = /^\p{Ll}{3,}$/u.test(noun?.text ?? '') && !STOPS.has(lower(noun)) && !DIRECTIONS.has(lower(noun))
  return isNoun ? { ...length, measure: 'size', from: { start: end, end: end + 1 } } : undefined
}

/** "600m" is read as millions; where nothing is counted behind it, it is metres. */
function isMetres(tokens: readonly Token[], end: number): boolean {
  const [digits, unit, next] = [tokens[end - 2], tokens[end - 1], tokens[end]]
  const isShort = unit?.text === 'm' && digits?.end === unit.start && /^\d{1,4}$/.test(digits.text)
  return (
    isShort &&
    (next === undefined ||
      !/^\p{L}/u.test(next.text) ||
      STOPS.has(lower(next)) ||
      DIRECTIONS.has(lower(next)) ||
      /^(?:down|up)$/.test(next.text))
  )
}

/** The dimension: the nearest word for one after the unit, else before the number. */
function readDimension(tokens: readonly Token[], start: number, end: number): string | undefined {
  const after = tokens.slice(end, end + REACH).map((token) => DIMENSIONS.get(lower(token)))
  const before = tokens
    .slice(Math.max(0, start - REACH), start)
    .reverse()
    .map((token) => DIMENSIONS.get(lower(token)))
  return [...after.slice(0, 2), ...before].find((found) => found !== undefined)
}

/** Over the same length in another unit: "1,150 kilometres (700 miles) south of". */
function skipConversion(tokens: readonly Token[], end: number): number {
  if (tokens[end]?.text !== '(') return end
  const closing = tokens.slice(end, end + 5).findIndex(({ text }) => text === ')')
  return closing < 0 ? end : end + closing + 1
}

/** The name behind "north of", "from": what a distance is measured from. */
function readOrigin(tokens: readonly Token[], end: number): Measurement['from'] {
  const skipped = skipConversion(tokens, end)
  let at = skipped
  while (at < skipped + 6 && (DIRECTIONS.has(lower(tokens[at])) || tokens[at]?.text === '-')) at += 1
  let to = at
  while (/^\p{Lu}/u.test(tokens[to]?.text ?? '')) to += 1
  return at > skipped && to > at ? { start: at, end: to } : undefined
}
