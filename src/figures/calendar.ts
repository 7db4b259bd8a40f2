const DAY = 86_400_000

/** Days from 1970-01-01 to a calendar date (`2017`, `2017-02` and `2017-02-13` mean their first day), in UTC. */
export function countDays(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Math.round(Date.UTC(year, month - 1, day) / DAY)
}

/** The calendar date, `YYYY-MM-DD`, that many days after 1970-01-01. */
export function dateAfter(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10)
}

/** Last day of a calendar date or part of one: `2017-02` gives `2017-02-28`. */
export function lastDayOf(date: string): string {
  const [year = 1970, month, day] = date.split('-').map(Number)
  if (day !== undefined) return date
  return dateAfter(Math.round(Date.UTC(year, month ?? 12, 1) / DAY) - 1)
}
