import { readData } from '../../../../text/read-data.ts'
import { hasPhrase, keyPhrase, keysWithin } from '../../../words.ts'
import type { DateMention } from '../../../../model/date.ts'
import type { Amount, FigurePeriod } from '../../../../model/figure.ts'
import type { Range, Span } from '../../../../model/passage.ts'
import type { Sentence } from '../../../sentence-readers.ts'
import { isOverlapping } from '../../../../text/ranges.ts'
import { MODES } from '../events/words.ts'

/** Before the year of a building or a ship, which is not that of its size. */
export const MADE_IN = /\b(?:built|completed|finished|launched|made|opened) in $/u

/** Maximum number of words between a number and its place or time. */
const REACH = 15

/** The same in code units, so that far ones cost nothing. */
const FAR = 200
/** Words before a place or a date at the head of a sentence. */
const FRONT = 3

const { some, all }: { some: string[]; all: string[] } = readData('./sums.yml', import.meta.url)
const SUPERLATIVES = new Set(MODES.superlative)
/** Words from "the worst" to "in a decade". */
const REACH_OF_RECORD = 6
const PARTS = [...some, ...all].map(keyPhrase)
const BREAKERS = new Set(MODES.breaker)
/** Prepositions that say for which place a figure is; "from" says where somebody works or comes from. */
const LOCATIVE = new Set([...MODES.locative.filter((word) => word !== 'from'), 'of'])

/** The nearest place that a preposition makes a location: "in Northport", "in the Norlandish war". */
export function findPlaceOfFigure({ span }: Amount, sentence: Sentence): string | undefined {
  const located = sentence.mentions.filter(({ kind, span: place }) => {
    if (kind !== 'place' || isBroken(sentence, place, span)) return false
    return keysBefore(sentence, place)
      .slice(-3)
      .some((key) => LOCATIVE.has(key))
  })
  return nearest(span, located)?.entity
}

/**
 * The nearest date or length of time with no break between clauses on the way: "said on Monday that 50 …" gives none,
 * nor does "50 died, Vale said on Monday", nor "the worst disaster in a decade".
 */
export function findPeriod(
  { span, credited }: Amount,
  sentence: Sentence,
  dates: readonly DateMention[],
): FigurePeriod | undefined {
  const inClause = dates.filter((date) => {
    const isInSentence =
      date.span.passage === sentence.passage && date.span.start >= sentence.start && date.span.end <= sentence.end
    return (
      isInSentence &&
      date.type !== 'SET' &&
      isBounded(date) &&
      !isOverlapping(date.span, span) &&
      !isBroken(sentence, date.span, span) &&
      !(credited && isBetween(credited.span, date.span, span)) &&
      !isRecord(sentence, date) &&
      !MADE_IN.test(sentence.text.slice(0, date.span.start - sentence.start)) &&
      !isCountingDay(sentence, date)
    )
  })
  const found = nearest(span, inClause)
  if (!found) return undefined
  const { lo, hi, timex } = found
  return {
    words: sentence.text.slice(found.span.start - sentence.start, found.span.end - sentence.start),
    at: { ...found.span, file: sentence.file },
    ...(lo !== undefined && { lo }),
    ...(hi !== undefined && { hi }),
    ...(found.type === 'DURATION' && timex !== undefined && { timex }),
  }
}

function isBetween(middle: Span, a: Span, b: Span): boolean {
  return middle.start >= Math.min(a.end, b.end) && middle.end <= Math.max(a.start, b.start)
}

/** "As of 5 March" is the day of the count, not the time of the thing counted. */
function isCountingDay(sentence: Sentence, { span }: DateMention): boolean {
  return /\bas (?:of|at) $/i.test(
    sentence.text.slice(Math.max(0, span.start - sentence.start - 7), span.start - sentence.start),
  )
}

/** "Now" and "recently" bound nothing. */
function isBounded({ lo, hi, timex, precision }: DateMention): boolean {
  return (lo ?? hi ?? timex) !== undefined && precision !== 'vague' && !timex?.endsWith('_REF')
}

/** A length of time in which nothing was as bad or as large. */
function isRecord(sentence: Sentence, { type, span }: DateMention): boolean {
  return (
    type === 'DURATION' &&
    keysBefore(sentence, span)
      .slice(-REACH_OF_RECORD)
      .some((key) => SUPERLATIVES.has(key))
  )
}

function keysBefore({ text, start }: Sentence, span: Span): string[] {
  return keysWithin(text, { start: Math.max(0, span.start - start - FAR), end: span.start - start })
}

/** Between the two are a clause boundary, the words that begin the parts of a whole, or too many words. */
function isBroken(sentence: Sentence, other: Span, span: Span): boolean {
  if (distanceOf(other, span) > FAR) return true
  const keys = keysWithin(sentence.text, rangeBetween(sentence, other, span))
  return (
    keys.length > REACH ||
    keys.some((key) => BREAKERS.has(key)) ||
    hasPhrase(keys, PARTS) ||
    /[;:—–]|--/.test(textBetween(sentence, other, span)) ||
    isParted(sentence, other, span)
  )
}

/** A comma ends the scope of words before the number, except at the start of the sentence: "In Northport, 12 …". */
function isParted(sentence: Sentence, other: Span, span: Span): boolean {
  const isFronted =
    other.start - sentence.start < FAR &&
    keysWithin(sentence.text, { start: 0, end: other.start - sentence.start }).length <= FRONT
  return !isFronted && other.end <= span.start && textBetween(sentence, other, span).includes(',')
}

function textBetween(sentence: Sentence, a: Span, b: Span): string {
  const { start, end } = rangeBetween(sentence, a, b)
  return sentence.text.slice(start, end)
}

function rangeBetween({ start }: Sentence, a: Span, b: Span): Range {
  return { start: Math.min(a.end, b.end) - start, end: Math.max(a.start, b.start) - start }
}

function nearest<T extends { readonly span: Span }>(span: Span, held: readonly T[]): T | undefined {
  return [...held].sort((a, b) => distanceOf(a.span, span) - distanceOf(b.span, span) || a.span.start - b.span.start)[0]
}

function distanceOf(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end)
}

/** How the words between two numbers make the second a part of the first ("including"), or the parts its whole ("namely"). */
export function readSum(between: string): { readonly isPart: boolean; readonly isWhole: boolean } {
  const keys = ` ${keyPhrase(between)} `
  const has = (phrases: readonly string[]) => phrases.some((phrase) => keys.includes(` ${keyPhrase(phrase)} `))
  return { isPart: has([...some, ...all]) && !isPartItself(between), isWhole: has(all) }
}

/** "Two of them fled, but three were taken": words right behind a number, with no comma, make that number the part. */
function isPartItself(between: string): boolean {
  const pairs = some.filter((phrase) => phrase.includes(' '))
  return pairs.some((phrase) => keyPhrase(between).startsWith(`${keyPhrase(phrase)} `) && /^\s*\p{L}/u.test(between))
}
