import { sentenceAt, splitSentences } from '../../../lang/sentences.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Amount } from '../../../model/figure.ts'
import type { Passage, Range } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import type { FindInRange } from '../../../text/ranges.ts'
import { indexRanges } from '../../../text/ranges.ts'
import type { Token } from '../../../text/tokens.ts'
import { tokenise } from '../../../text/tokens.ts'
import type { ReportedSpeech } from '../quotations/find-reported.ts'
import { findReported } from '../quotations/find-reported.ts'
import type { Paragraph } from '../quotations/read-paragraph.ts'
import { readParagraph } from '../quotations/read-paragraph.ts'
import type { Measure } from './find-measure.ts'
import { findMeasure } from './find-measure.ts'
import { isNoAmount } from './is-no-amount.ts'
import { readAges, readCounted } from './read-counted.ts'
import type { Measurement } from './read-measurement.ts'
import { readMeasurement } from './read-measurement.ts'
import type { Quantity } from './read-quantity.ts'
import { opensQuantity, readQuantity } from './read-quantity.ts'
import { NOTHING } from './vocabulary.ts'

/**
 * Finds the numeric statements of a source: a number with its hedge, what is counted, what is said of it, who is credited.
 * A small bare number ("two countries") is one only where a verb, a unit or a hedge makes it a claim.
 *
 * @param source a cleaned source
 * @param dates its dates and durations, whose numbers are no amounts
 * @param paragraphs its passages, read
 * @returns amounts by passage and start, none overlapping another or a date
 */
export function findAmounts(
  source: Source,
  dates: readonly DateMention[],
  paragraphs = source.passages.map(readParagraph),
): Amount[] {
  const datesOf = Map.groupBy(dates, ({ span }) => span.passage)
  return paragraphs.flatMap((paragraph) =>
    findInParagraph(
      paragraph,
      (datesOf.get(paragraph.passage.ordinal) ?? []).map(({ span }) => span),
    ),
  )
}

/** A passage made ready for reading. */
interface Prepared {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  readonly sentences: readonly Range[]
  readonly datesIn: FindInRange<Range>
  readonly creditsIn: FindInRange<ReportedSpeech>
}

function findInParagraph(paragraph: Paragraph, dates: readonly Range[]): Amount[] {
  const { passage } = paragraph
  const tokens = tokenise(passage.text)
  const quantities = readQuantities(tokens)
  const ages = readAges(passage).filter(({ span }) => !dates.some((date) => overlaps(date, span)))
  if (quantities.length === 0) return ages
  const prepared = {
    passage,
    tokens,
    sentences: splitSentences(passage.text, 'en'),
    datesIn: indexRanges(dates, (date) => date),
    creditsIn: indexRanges(findReported(paragraph), ({ span }) => span),
  }
  const found = quantities.flatMap((quantity) => toAmount(prepared, quantity) ?? [])
  const counts = shareVerbs(
    passage.text,
    found.flatMap((amount) => [amount, ...alsoNone(passage.text, amount)]),
  ).filter(({ span }) => !ages.some((age) => overlaps(age.span, span)))
  return [...counts, ...ages].sort((a, b) => a.span.start - b.span.start)
}

/** Between two items of a list: what one includes, a comma, "and", and items without a number ("a grenade launcher"). */
const JOINT =
  /^(?:,? including [\p{L}-]+(?: and [\p{L}-]+)?)?(?:,? (?:and |or |as well as )?an? [\p{L}-]+(?: [\p{L}-]+){0,3})*(?:,| and| or| as well as|, and|, or)\s+(?:other )?$/u

/** Behind a number that is a part of the one before: "41 people, nine of them children". */
const PART = /^ of (?:them|whom|which)\b/u

/** Items of one list share their verb: "six rifles, 12 magazines and 300 rounds were seized". */
function shareVerbs(text: string, amounts: readonly Amount[]): Amount[] {
  const isJoined = (a: Amount | undefined, b: Amount | undefined) =>
    a !== undefined && b !== undefined && a.unit === 'count' && b.unit === 'count' && isListed(text, a, b)
  const shared = [...amounts]
  for (const [at, amount] of shared.entries())
    if (isJoined(shared[at - 1], amount)) shared[at] = withVerb(amount, shared[at - 1]!)
  for (let at = shared.length - 2; at >= 0; at -= 1)
    if (isJoined(shared[at], shared[at + 1])) shared[at] = withVerb(shared[at]!, shared[at + 1]!)
  return shared
}

function isListed(text: string, a: Amount, b: Amount): boolean {
  const between = text.slice(a.span.end, b.span.start)
  const counted = a.counted === undefined ? -1 : between.indexOf(a.counted)
  if (PART.test(text.slice(b.span.end, b.span.end + 10))) return false
  return counted >= 0 && JOINT.test(between.slice(counted + a.counted!.length))
}

const withVerb = (amount: Amount, { measure }: Amount): Amount =>
  amount.measure !== undefined || measure === undefined
    ? amount
    : { ...amount, measure, rule: amount.rule === 'amount/counted' ? 'amount/exact' : amount.rule }

const overlaps = (a: Range, b: Range) => a.start < b.end && b.start < a.end

function readQuantities(tokens: readonly Token[]): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = 0; at < tokens.length; at = Math.max(at + 1, quantities.at(-1)?.end ?? 0)) {
    const quantity = opensQuantity(tokens[at]!.text) ? readQuantity(tokens, at) : undefined
    if (quantity) quantities.push(quantity)
  }
  return quantities
}

function toAmount(prepared: Prepared, quantity: Quantity): Amount | undefined {
  const measurement = readMeasurement(prepared.tokens, quantity)
  return measurement ? toMeasured(prepared, quantity, measurement) : toCounted(prepared, quantity)
}

/** A length or a magnitude is a statement by itself. */
function toMeasured(
  { passage, tokens, datesIn, creditsIn }: Prepared,
  { start, end, low, high, rule }: Quantity,
  { unit, factor, measure, from }: Measurement,
): Amount | undefined {
  const whole = { start: tokens[start]!.start, end: tokens[end - 1]!.end }
  const reported = innermost(passage.text, creditsIn(whole), whole)
  if (datesIn(whole).length > 0 || reported?.isAsserted === false) return undefined
  const credited = reported && creditOf(passage, reported)
  const scaled = (value: number) => Number((value * factor).toPrecision(6))
  return {
    span: { passage: passage.ordinal, ...whole },
    ...(low !== undefined && { low: scaled(low) }),
    ...(high !== undefined && { high: scaled(high) }),
    unit,
    ...(from && { counted: passage.text.slice(tokens[from.start]!.start, tokens[from.end - 1]!.end) }),
    measure,
    ...(credited && { credited }),
    certainty: 'stated',
    rule,
  }
}

function toCounted(prepared: Prepared, quantity: Quantity): Amount | undefined {
  const { passage, tokens, datesIn, creditsIn } = prepared
  const counted = readCounted(tokens, quantity.end, quantity.unit)
  const end = Math.max(quantity.end, counted.end)
  const whole = { start: tokens[quantity.start]!.start, end: tokens[end - 1]!.end }
  if (isNoAmount(tokens, quantity) || datesIn(whole).length > 0) return undefined
  const reported = innermost(passage.text, creditsIn(whole), whole)
  if (reported?.isAsserted === false) return undefined
  const measure = findMeasure(tokens, {
    start: quantity.start,
    end,
    isCount: quantity.unit === 'count',
    sentence: sentenceAt(prepared.sentences, whole.start) ?? whole,
  })
  const isCounted = counted.end > counted.start
  const isStatement = isClaim(quantity, isCounted, counted.isElliptical, measure)
  if (quantity.rule === 'amount/none' ? !isNothing(tokens, quantity, measure) : !isStatement && !isCounted)
    return undefined
  const credited = reported && creditOf(passage, reported)
  return {
    span: { passage: passage.ordinal, start: whole.start, end: tokens[quantity.end - 1]!.end },
    ...(quantity.low !== undefined && { low: quantity.low }),
    ...(quantity.high !== undefined && { high: quantity.high }),
    unit: quantity.unit,
    ...(isCounted && {
      counted: passage.text.slice(tokens[counted.start]!.start, tokens[counted.end - 1]!.end),
    }),
    ...(measure && { measure: measure.lemma }),
    ...(credited && { credited }),
    certainty: 'stated',
    rule: isStatement ? quantity.rule : 'amount/counted',
  }
}

/** The nearest words of saying around a number. "Our reporter saw none, but Vale said that 12 died" credits no reporter. */
function innermost(
  text: string,
  reported: readonly ReportedSpeech[],
  { start, end }: Range,
): ReportedSpeech | undefined {
  return reported
    .filter(({ span }) => span.start <= start && end <= span.end)
    .filter(({ span }) => !OTHER_SPEAKER.test(text.slice(span.start, start)))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
}

const OTHER_SPEAKER = /\b(?:but|while|though)\s[^,;]{1,60}(?:,[^,;]{1,80},)?\s(?:said|says|told|reported)\b/u

/** "No one" states a number only of the dead, the hurt and the missing. */
function isNothing(tokens: readonly Token[], { start }: Quantity, measure: Measure | undefined): boolean {
  const lemma = NOTHING.get(tokens[start + 1]?.text.toLowerCase() ?? '') || measure?.lemma
  return /^(?:die|kill|injure|wound|hurt|miss)$/.test(lemma ?? '')
}

/** "No one was killed or injured", "no dead or wounded" say of the hurt, too, that there were none. */
function alsoNone(text: string, amount: Amount): Amount[] {
  const { span, counted, measure, rule } = amount
  if (rule !== 'amount/none' || !/^(?:die|kill)$/.test(measure ?? '')) return []
  const found = ALSO_HURT.exec(text.slice(span.end, span.end + ALSO_WITHIN))
  if (!found) return []
  const end = span.end + found[0].length
  const { counted: _, ...rest } = amount
  const start = end - found[1]!.length
  return counted !== undefined && /injur|wound|hurt/i.test(counted)
    ? []
    : [{ ...rest, span: { ...span, start, end }, measure: 'injure' }]
}

const ALSO_HURT =
  /^(?: (?:was|were|is|had been|has been))?(?: (?:killed|dead|deaths|fatalities))? or ((?:seriously )?(?:injured|wounded|hurt|injuries))\b/u
/** Code units behind "no one" in which it is looked for. */
const ALSO_WITHIN = 60

/** From this size on, a number with a noun is a statement by itself. */
const LARGE = 100

function isClaim(
  { isHedged, unit, low, high }: Quantity,
  isCounted: boolean,
  isElliptical: boolean,
  measure: Measure | undefined,
): boolean {
  if (unit !== 'count') return true
  if (measure) return isHedged || isCounted || isElliptical || measure.isAdjacent
  return isCounted && (isHedged || (low ?? high ?? 0) >= LARGE)
}

/** The credit of a number: "according to X", "X said". A pronoun alone is no credit. */
function creditOf({ text }: Passage, { phrase: { span } }: ReportedSpeech): Amount['credited'] {
  const words = text.slice(span.start, span.end)
  return /^(?:he|she|it|they|we|i|you|who)$/i.test(words) ? undefined : { words, span }
}
