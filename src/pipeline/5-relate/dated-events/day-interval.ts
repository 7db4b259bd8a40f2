import { parseDay } from '../../../text/calendar.ts'

/** Days that something may have been on, as day numbers, both inclusive; an open end is infinite. */
export interface DayInterval {
  readonly first: number
  readonly last: number
}

/** Reads the bounds of a date. */
export function toInterval({ lo, hi }: { lo?: string | undefined; hi?: string | undefined }): DayInterval {
  return {
    first: (lo === undefined ? undefined : parseDay(lo)) ?? -Infinity,
    last: (hi === undefined ? undefined : parseDay(hi)) ?? Infinity,
  }
}

/** Number of days; infinite when an end is open. */
export function lengthOf({ first, last }: DayInterval): number {
  return last - first + 1
}

/** Days that lie between two intervals; 0 when they touch, negative never. */
export function gapBetween(a: DayInterval, b: DayInterval): number {
  return Math.max(0, b.first - a.last, a.first - b.last)
}

/** Where an interval lies as seen from a day of publication given as a date or a part of one. */
export function seenFrom({ first, last }: DayInterval, published: string | undefined): 'past' | 'future' | 'open' {
  if (published === undefined) return 'open'
  const [lo, hi] = [
    parseDay(`${published}-01-01`.slice(0, 10)),
    parseDay(published.length === 10 ? published : published.length === 7 ? `${published}-28` : `${published}-12-31`),
  ]
  if (hi !== undefined && first > hi + (published.length === 7 ? 3 : 0)) return 'future'
  return lo !== undefined && last < lo ? 'past' : 'open'
}
