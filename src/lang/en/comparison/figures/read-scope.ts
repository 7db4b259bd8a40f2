import { readData } from '../../../../text/read-data.ts'
import type { DateMention } from '../../../../model/date.ts'
import type { Range, Span } from '../../../../model/passage.ts'
import { parseDay, weekdayOf } from '../../../../text/calendar.ts'
import { hasPhrase, keyPhrase, keysWithin } from '../../../words.ts'
import type { FigureScope, ScopeCue } from '../../../comparison.ts'
import type { Sentence } from '../../../sentence-readers.ts'
import { MODES } from '../events/words.ts'
import { MADE_IN } from './read-frame.ts'

/** Behind the number of a part: "30 of the 80", "three of the dead", "two children were among the dead". */
const OF_WHOLE =
  /^of the (?:\d|dead|injured|killed|missing|victims|wounded)|^(?:\p{L}+ ){1,3}among the (?:dead|injured|killed|missing|victims|wounded)/u
/** Before the day of a statement: "a spokesman told reporters on (Tuesday)". */
export const SAID_ON =
  /\b(?:added|announced|confirmed|reported|said|says|told (?:\p{L}+ ){1,3})(?: ?(?:here|there))?(?: ?(?:early|late))?(?: ?on)? $/u
/** "40 buildings including churches, 8 bridges": an aside without a number ends at the comma. */
const PAST_ASIDE = /\b(?:including|among them) [^,;\d]{1,60}, $/u

const read: Record<ScopeCue, readonly string[]> = readData('./scope.yml', import.meta.url)
const CUES = Object.entries(read).map(([cue, phrases]) => {
  const keyed = phrases.map((phrase) =>
    phrase
      .split(' ')
      .map((word) => (word === '*' ? word : keyPhrase(word)))
      .join(' '),
  )
  const isCounted = (phrase: string) => phrase.includes('*')
  return {
    cue: cue as ScopeCue,
    plain: keyed.filter((phrase) => !isCounted(phrase)),
    counted: keyed.filter(isCounted),
  }
})

const WHOLE = MODES.whole
const SEVERAL = new Set(MODES.cardinal)
const ANAPHORS = new Set(MODES.anaphor.filter((word) => word !== 'the'))

/** Code units on either side of a number in which cues are read. */
const BEFORE = 160
const AFTER = 60
/** The same for the whole that several numbers of one list are of. */
const REST = 160
/** Code units at the head of a sentence in which a date is the time of the next sentence as well: "In April a quake …". */
const OPENING = 10
/** Days before publication from which a date is of another event. */
const NEWS = 9

/**
 * Reads the scope of a number.
 *
 * @param previous the sentence before in its passage, whose time goes on where the sentence gives none
 * @param published day of publication of its source, when known
 */
export function readScope(
  span: Span,
  sentence: Sentence,
  previous: Sentence | undefined,
  dates: readonly DateMention[],
  published: string | undefined,
): FigureScope {
  const { text } = sentence
  const [at, end] = [span.start - sentence.start, span.end - sentence.start]
  const before = keysWithin(text, { start: Math.max(0, at - BEFORE), end: at })
  const after = keysWithin(text, { start: end, end: end + AFTER })
  const rest = keysWithin(text, { start: end, end: end + REST })
  const opening = keysWithin(text, { start: 0, end: BEFORE }).slice(0, 3)
  const wholly = WHOLE.reduce((keys, phrase) => keys.replace(` ${phrase} `, ' '), ` ${before.join(' ')} `)
  const several = [numbersOut(before), numbersOut(rest)]
  const near: Record<ScopeCue, readonly string[][]> = {
    background: [before, after],
    total: [before, after],
    part: [
      PAST_ASIDE.test(text.slice(0, at)) ? [] : wholly.trim().split(' ').slice(-5),
      /^of /.test(after.join(' ')) ? after.slice(0, 3) : [],
    ],
    severe: [keysWithin(text, clauseBefore(text, at)).slice(-2), keysWithin(text, clauseAfter(text, end)).slice(0, 4)],
    population: [before.slice(-3)],
    minor: [before.slice(-6), after.slice(0, 5), opening],
    each: [after.slice(0, 4)],
  }
  const said = CUES.filter(
    ({ cue, plain, counted }) =>
      near[cue].some((keys) => hasPhrase(keys, plain)) || several.some((keys) => hasPhrase(keys, counted)),
  )
  const cues = new Set(said.map(({ cue }) => cue))
  if (OF_WHOLE.test(after.join(' '))) cues.add('part')
  const nearest = nearestDate(span, sentence, dates)
  const isPointing = ANAPHORS.has(opening[0] ?? '')
  const known =
    nearest ??
    (previous &&
      dates.find((date) => isWithin(date, previous) && (isPointing || date.span.start - previous.start < OPENING)))
  const hasWeekday = dates.some((date) => isWithin(date, sentence) && isWeekday(date))
  const other = known && isOther(known, published, hasWeekday) ? known : undefined
  const holder = other && isWithin(other, sentence) ? sentence : previous
  return {
    cues,
    time: other && (other.timex ?? other.lo ?? other.hi),
    timeWords: other && holder?.text.slice(other.span.start - holder.start, other.span.end - holder.start),
    weekday: nearest && weekdayOf(nearest),
  }
}

/** From the last comma or semicolon before a place to the place. */
function clauseBefore(text: string, at: number): Range {
  return { start: Math.max(text.lastIndexOf(',', at - 1), text.lastIndexOf(';', at - 1)) + 1, end: at }
}

function clauseAfter(text: string, at: number): Range {
  return { start: at, end: at + text.slice(at).search(/[,;]|$/) }
}

/** Numbers from two on as "*". */
const numbersOut = (keys: readonly string[]) => keys.map((key) => (isSeveral(key) ? '*' : key))
const isSeveral = (key: string) => /^\d{1,2}$/.test(key) || SEVERAL.has(key)

function nearestDate(span: Span, sentence: Sentence, dates: readonly DateMention[]): DateMention | undefined {
  const own = dates.filter((date) => isWithin(date, sentence) && isTimeOf(date, span, sentence))
  const [nearest] = own.sort((a, b) => distance(a, span, sentence) - distance(b, span, sentence))
  const isNear = nearest && (distance(nearest, span, sentence) <= FAR || nearest.span.start - sentence.start < OPENING)
  return isNear ? nearest : undefined
}

function isWithin({ type, span }: DateMention, { passage, start, end }: Sentence): boolean {
  return type !== 'SET' && span.passage === passage && span.start >= start && span.end <= end
}

/** "Tuesday (6 January)" is a day of the news, in any year. */
const isWeekday = ({ timex }: DateMention) => /^XXXX-WXX-/.test(timex ?? '')

/** "6.1 quake in a region hit by the 2004 tsunami": behind the number, before a noun, a year belongs to the noun. */
function isTimeOf({ span, timex }: DateMention, number: Span, { text, start }: Sentence): boolean {
  const isBehind = span.start > number.end + 12
  const before = text.slice(0, span.start - start)
  if (MADE_IN.test(before) || SAID_ON.test(before)) return false
  return !(isBehind && /^\d{4}$/.test(timex ?? '') && /^ \p{Ll}{4,}/u.test(text.slice(span.end - start)))
}

/** Distance (code units) that a comma between a date and a number counts for. */
const COMMA = 40
/** Maximum distance (code units) between a date and a number, except at the head of the sentence. */
const FAR = 110

function distance({ span }: DateMention, number: Span, { text, start }: Sentence): number {
  const [from, to] = span.end <= number.start ? [span.end, number.start] : [number.end, span.start]
  return to - from + (text.slice(from - start, to - start).includes(',') ? COMMA : 0)
}

/** A year, a month or a day that is not of the news. */
function isOther(
  { lo, hi, timex, type }: DateMention,
  published: string | undefined,
  isBesideWeekday: boolean,
): boolean {
  if (type === 'DURATION') return /^P\d+[YM]$/.test(timex ?? '')
  const [last, day] = [parseDay(hi ?? lo ?? ''), parseDay(published ?? '')]
  if (last === undefined) return /^XXXX-\d\d/.test(timex ?? '') && !isBesideWeekday
  return /^\d{4}(?:-\d\d)?$/.test(timex ?? '') || (day !== undefined && Math.abs(day - last) > NEWS)
}
