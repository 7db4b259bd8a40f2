import type { DateMention } from '../../../model/date.ts'
import type { Passage } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { indexPatterns } from '../../../text/pattern-list.ts'
import { rememberTexts } from '../../../text/tokens.ts'
import type { Narrative } from '../../dates/place.ts'
import { boundsOf, isExactEnough, readPublication, startNarrative } from '../../dates/place.ts'
import type { Anchor, DateReading, Resolve } from '../../dates/reading.ts'
import type { CodedText } from './code.ts'
import { codeText } from './code.ts'
import { findDirection } from './direction.ts'
import type { Match, Recogniser } from './pattern.ts'
import { compilePattern, matchPattern } from './pattern.ts'
import { AGO_RECOGNISERS } from './recognise/ago.ts'
import { CLOCK_RECOGNISERS } from './recognise/clock.ts'
import { DAY_RECOGNISERS } from './recognise/day.ts'
import { DURATION_RECOGNISERS } from './recognise/duration.ts'
import { HOLIDAY_RECOGNISERS } from './recognise/holiday.ts'
import { MONTH_RECOGNISERS } from './recognise/month.ts'
import { NUMERIC_RECOGNISERS } from './recognise/numeric.ts'
import { QUARTER_RECOGNISERS, SPAN_TO_RECOGNISERS } from './recognise/quarter.ts'
import { RELATIVE_RECOGNISERS, TODAY_RECOGNISERS } from './recognise/relative.ts'
import { SET_RECOGNISERS, VAGUE_RECOGNISERS } from './recognise/unplaced.ts'
import { WEEKDAY_RECOGNISERS } from './recognise/weekday.ts'
import { YEAR_RECOGNISERS } from './recognise/year.ts'

/** Every recogniser; of two matches of the same length the earlier one here wins. */
const RECOGNISERS: readonly Recogniser[] = [
  ...CLOCK_RECOGNISERS,
  ...NUMERIC_RECOGNISERS,
  ...DAY_RECOGNISERS,
  ...MONTH_RECOGNISERS,
  ...HOLIDAY_RECOGNISERS,
  ...QUARTER_RECOGNISERS,
  ...YEAR_RECOGNISERS,
  ...TODAY_RECOGNISERS,
  ...WEEKDAY_RECOGNISERS,
  ...SET_RECOGNISERS,
  ...SPAN_TO_RECOGNISERS,
  ...AGO_RECOGNISERS,
  ...RELATIVE_RECOGNISERS,
  ...VAGUE_RECOGNISERS,
  ...DURATION_RECOGNISERS,
]

const findPossible = indexPatterns(RECOGNISERS.map(({ pattern }) => pattern.regex))

/**
 * Finds every date, time, duration and set of dates in a source and says what each means.
 *
 * Values follow TIMEX3 (TimeML 1.2.1) and EDTF (ISO 8601-2:2019). Relative dates are reckoned from the publication
 * date, or from the previous date of the text; what neither can place stays open, with the reason.
 *
 * @returns dates in reading order; no two overlap
 */
export function findDates(source: Source): DateMention[] {
  const publication = readPublication(source)
  const narrative = startNarrative()
  return source.passages.flatMap((passage) => findInPassage(passage, publication, narrative))
}

function findInPassage(passage: Passage, publication: Anchor | undefined, narrative: Narrative): DateMention[] {
  let last: PreviousDate | undefined
  return findMatches(passage.text).map((chosen) => {
    const previous = last
    const reading = chosen.resolve({
      publication,
      narrative: narrative.recall,
      previous: () => recallPrevious(previous, chosen.match),
      direction: () => findDirection(chosen.match),
    })
    if (isSpanOfMonths(chosen, reading)) narrative.forgetQuarters()
    narrative.remember(reading)
    if (reading.period && !reading.isAside) last = { reading, to: chosen.match.to }
    return toMention(passage.ordinal, chosen, reading)
  })
}

/** Characters of the texts whose matches are kept: an undated source is read as of one day after another. */
const MOST_MATCHED = 10_000

const findMatches = rememberTexts(
  (text): readonly ChosenMatch[] =>
    chooseMatches(codeText(text)).filter(({ rule, match }) => rule === 'date/holiday' || !isTitle(match)),
  MOST_MATCHED,
)

/** "60 Minutes", "This Week", "USA Today": in running text these words have a capital only in a title. */
const TIME_WORD = compilePattern('{unit}|{units}|{dayWord}|tonight').regex

function isTitle({ from, to, coded }: Match): boolean {
  const { tokens, codes } = coded
  const isCapital = (at: number): boolean => /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text)
  const isName = (at: number): boolean => isCapital(at) && codes[at]!.search(TIME_WORD) === 0
  const followsWord = (at: number): boolean => /^\p{L}/u.test(tokens[at - 1]?.text ?? '')
  for (let at = from; at < to; at += 1) if (isName(at) && (at > from || followsWord(at))) return !isInTitleCase(coded)
  return false
}

/** Whether most words of a text have a capital, as in a headline. */
function isInTitleCase({ tokens }: CodedText): boolean {
  const words = tokens.filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text))
  return 2 * words.filter(({ text }) => /^\p{Lu}/u.test(text)).length > words.length
}

/** "For the nine months … a year earlier" is compared with the months of that year, not with a quarter. */
function isSpanOfMonths({ rule }: ChosenMatch, { timex }: DateReading): boolean {
  return rule === 'date/period' && /^P\d+M$/.test(timex ?? '')
}

/** The previous date of a passage, and the token after it. */
interface PreviousDate {
  readonly reading: DateReading
  readonly to: number
}

/** A comma ends the scope of the previous date, so it is not the anchor: "Lund, tried in May 2011, fell ill in March". */
const PARTED = compilePattern('{sentenceEnd}|{comma}').regex

function recallPrevious(previous: PreviousDate | undefined, { coded, from }: Match): Anchor | undefined {
  const { period, certainty } = previous?.reading ?? {}
  if (!previous || !period || certainty !== 'stated' || !isExactEnough(period, 'month')) return undefined
  return coded.codes.slice(previous.to, from).search(PARTED) < 0 ? { kind: 'narrative', period } : undefined
}

function toMention(passage: number, { rule, match }: ChosenMatch, reading: DateReading): DateMention {
  const { tokens } = match.coded
  return {
    span: { passage, start: tokens[match.from]!.start, end: tokens[match.to - 1]!.end },
    type: reading.type,
    ...(reading.timex ? { timex: reading.timex } : {}),
    ...(reading.edtf ? { edtf: reading.edtf } : {}),
    ...(reading.period ? { ...boundsOf(reading.period), precision: reading.period.precision } : {}),
    ...(reading.anchor ? { anchor: { kind: reading.anchor.kind, date: reading.anchor.period.timex } } : {}),
    certainty: reading.certainty,
    rule: reading.rule ?? rule,
    reason: reading.reason,
  }
}

/** A match that was taken, ready to be worked out. */
export interface ChosenMatch {
  readonly rule: string
  readonly match: Match
  readonly resolve: Resolve
}

/**
 * Runs every recogniser whose words a text has and keeps the matches that do not overlap: longer before shorter,
 * then earlier recogniser before later.
 *
 * @returns matches in text order
 */
function chooseMatches(coded: CodedText): ChosenMatch[] {
  const found = findPossible(coded.codes).flatMap((recogniser) => readMatches(coded, RECOGNISERS[recogniser]!))
  const byLength = found.sort((a, b) => lengthOf(b) - lengthOf(a) || a.match.from - b.match.from)
  const taken = new Uint8Array(coded.tokens.length)
  const chosen = byLength.filter(({ match }) => {
    if (taken.subarray(match.from, match.to).includes(1)) return false
    taken.fill(1, match.from, match.to)
    return true
  })
  return chosen.sort((a, b) => a.match.from - b.match.from)
}

function readMatches(coded: CodedText, { rule, pattern, read }: Recogniser): ChosenMatch[] {
  const chosen: ChosenMatch[] = []
  for (const match of matchPattern(pattern, coded)) {
    const resolve = read(match)
    if (resolve) chosen.push({ rule, match, resolve })
  }
  return chosen
}

function lengthOf({ match }: ChosenMatch): number {
  return match.to - match.from
}
