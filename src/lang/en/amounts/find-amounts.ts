import type { Amount } from '../../../model/amount.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Passage } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import type { Range } from '../../../model/span.ts'
import { type FindInRange, indexRanges } from '../../../text/index-ranges.ts'
import { sentenceAt, splitSentences } from '../../../lang/sentences.ts'
import { type Token, tokenise } from '../../../text/tokens.ts'
import { findReported, type ReportedSpeech } from '../quotations/find-reported.ts'
import { type Paragraph, readParagraph } from '../quotations/read-paragraph.ts'
import { findMeasure, type Measure } from './find-measure.ts'
import { isNoAmount } from './is-no-amount.ts'
import { type Counted, readCounted } from './read-counted.ts'
import { type Quantity, readQuantity } from './read-quantity.ts'

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
  if (quantities.length === 0) return []
  const prepared = {
    passage,
    tokens,
    sentences: splitSentences(passage.text, 'en'),
    datesIn: indexRanges(dates, (date) => date),
    creditsIn: indexRanges(findReported(paragraph), ({ span }) => span),
  }
  return quantities.flatMap((quantity) => toAmount(prepared, quantity) ?? [])
}

function readQuantities(tokens: readonly Token[]): Quantity[] {
  const quantities: Quantity[] = []
  for (let at = 0; at < tokens.length; at = Math.max(at + 1, quantities.at(-1)?.end ?? 0)) {
    const quantity = readQuantity(tokens, at)
    if (quantity) quantities.push(quantity)
  }
  return quantities
}

function toAmount(prepared: Prepared, quantity: Quantity): Amount | undefined {
  const { passage, tokens, datesIn, creditsIn } = prepared
  const counted = readCounted(tokens, quantity.end, quantity.unit)
  const end = Math.max(quantity.end, counted.end)
  const whole = { start: tokens[quantity.start]!.start, end: tokens[end - 1]!.end }
  if (isNoAmount(tokens, quantity) || datesIn(whole).length > 0) return undefined
  const reported = creditsIn(whole).find(({ span }) => span.start <= whole.start && whole.end <= span.end)
  if (reported?.isAsserted === false) return undefined
  const measure = findMeasure(tokens, {
    start: quantity.start,
    end,
    sentence: sentenceAt(prepared.sentences, whole.start) ?? whole,
  })
  if (!isClaim(quantity, counted, measure)) return undefined
  const credited = reported && creditOf(passage, reported)
  return {
    span: { passage: passage.ordinal, start: whole.start, end: tokens[quantity.end - 1]!.end },
    ...(quantity.low !== undefined && { low: quantity.low }),
    ...(quantity.high !== undefined && { high: quantity.high }),
    unit: quantity.unit,
    ...(counted.end > counted.start && {
      counted: passage.text.slice(tokens[counted.start]!.start, tokens[counted.end - 1]!.end),
    }),
    ...(measure && { measure: measure.lemma }),
    ...(credited && { credited }),
    certainty: 'stated',
    rule: quantity.rule,
  }
}

/** From this size on, a number with a noun is a statement by itself. */
const LARGE = 100

function isClaim({ isHedged, unit, low, high }: Quantity, counted: Counted, measure: Measure | undefined): boolean {
  if (unit !== 'count') return true
  const isCounted = counted.end > counted.start
  if (measure) return isHedged || isCounted || counted.isElliptical || measure.isAdjacent
  return isCounted && (isHedged || (low ?? high ?? 0) >= LARGE)
}

/** Who says so: "according to X", "X said". A pronoun credits nobody by itself. */
function creditOf({ text }: Passage, { phrase: { span } }: ReportedSpeech): Amount['credited'] {
  const words = text.slice(span.start, span.end)
  return /^(?:he|she|it|they|we|i|you|who)$/i.test(words) ? undefined : { words, span }
}
