import { readData } from '../../../../text/read-data.ts'
import type { DateMention } from '../../../../model/date.ts'
import type { Amount } from '../../../../model/figure.ts'
import type { Sentence } from '../../../sentence-readers.ts'

/** Behind a term of imprisonment. */
const IN_PRISON = /^ (?:in|behind) (?:prison|jail|bars|custody)/u
/** The start of a new clause. */
const CLAUSE_START = /[;:]|, (?:and|but|while) /u
/** At the head of words for a length of time that is not exact. */
const ROUGH_LENGTH = /^(?:about|around|roughly|some|approximately)\b/iu
/** The words, in three groups, that make a length of time a rough one, a lower or an upper bound. */
const LENGTH_HEDGE =
  '(?:(about|around|roughly|some|approximately)|(more than|over|at least)|(nearly|almost|less than|up to)|only|just)'
/** Between "sentenced" and the term: whom, and how old. */
const SENTENCED = "sentenced (?:[\\p{L}’'-]+ ){1,4}(?:, \\d\\d, )?to|sentenced [^,.]{3,40}, \\d\\d, to"

interface Durations {
  readonly lasting: Record<string, readonly string[]>
  readonly verbs: readonly string[]
  readonly terms: readonly string[]
  readonly unsettled: readonly string[]
}

const { lasting, verbs, terms, unsettled }: Durations = readData('./durations.yml', import.meta.url)
const oneOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|')
const LASTING = Object.entries(lasting).map(
  ([kind, words]) => [kind, new RegExp(`\\b(?:${oneOf(words)})\\b`, 'iu')] as const,
)
const VERBS = new RegExp(`\\b(?:${oneOf(verbs)}) (?:${LENGTH_HEDGE} )?$`, 'iu')
const TERMS = new RegExp(`\\b(?:${oneOf(terms)}|${SENTENCED}) (?:${LENGTH_HEDGE} )?$`, 'iu')
const UNSETTLED = new RegExp(`\\b(?:${oneOf(unsettled)})\\b`, 'iu')

/** Seconds of a TIMEX3 duration with one unit: `PT30S`, `P12Y`. */
function secondsOf(timex: string | undefined): number | undefined {
  const [, time, count, unit] = /^P(T?)([\d.]+)(\w)$/.exec(timex ?? '') ?? []
  const minute = time ? 60 : 2_629_800
  const units: Record<string, number | undefined> = { S: 1, M: minute, H: 3600, D: 86_400, W: 604_800, Y: 31_557_600 }
  const factor = units[unit ?? '']
  return factor === undefined ? undefined : Number(count) * factor
}

/**
 * Reads a length of time as an amount in seconds where its sentence says what lasted so long ("the tremor lasted 30
 * seconds"), or that it is a term of imprisonment ("sentenced to 12 years").
 *
 * @param previous the sentence before, which "it" points back to
 */
export function readLasting(
  date: DateMention,
  { text, start }: Sentence,
  previous: Sentence | undefined,
): Amount | undefined {
  const seconds = date.type === 'DURATION' ? secondsOf(date.timex) : undefined
  if (seconds === undefined) return undefined
  const before = text.slice(0, date.span.start - start)
  const after = text.slice(date.span.end - start)
  const isTerm = (TERMS.test(before) || (IN_PRISON.test(after) && TERMS.test(`${before} `))) && !UNSETTLED.test(before)
  const kind = isTerm ? 'prison' : VERBS.test(before) ? lastingOf(before, previous) : undefined
  if (kind === undefined) return undefined
  const [, about, atLeast, atMost] = new RegExp(`${LENGTH_HEDGE} $`, 'iu').exec(before) ?? []
  const words = text.slice(date.span.start - start, date.span.end - start)
  const isAbout = about !== undefined || ROUGH_LENGTH.test(words)
  return {
    span: date.span,
    ...(atMost === undefined && { low: seconds }),
    ...(atLeast === undefined && { high: seconds }),
    unit: 's',
    counted: kind,
    measure: isTerm ? 'sentence' : 'duration',
    certainty: date.certainty,
    rule: isAbout ? 'amount/about' : atLeast ? 'amount/at-least' : atMost ? 'amount/at-most' : 'amount/exact',
  }
}

/** The subject of a duration: the last noun of its clause that can last, else of the sentence before, where "it" points back. */
function lastingOf(before: string, previous: Sentence | undefined): string | undefined {
  const kindIn = (text: string) => LASTING.find(([, words]) => words.test(text))?.[0]
  const clause = before.split(CLAUSE_START).at(-1)!
  const isPointing = /^[“"]?It\b/u.test(before.trimStart())
  return kindIn(clause) ?? (isPointing && previous ? kindIn(previous.text) : undefined)
}
