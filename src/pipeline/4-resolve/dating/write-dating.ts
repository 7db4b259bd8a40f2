import type { DateMention } from '../../../model/date.ts'
import type { Evidenced } from '../../../model/source.ts'
import { formatDay } from '../../../text/calendar.ts'
import { seedRange } from '../../../text/ranges.ts'
import type { FoundSource } from './list-clauses.ts'
import type { Clue } from './clues.ts'
import type { Because, Dating } from './narrow.ts'
import { findDatesOn, spellDays, type Days } from './probe.ts'

const RULE = 'metadata/date-from-sources'
/** Clues that the reason names, the strongest first. */
const SHOWN = 3

/** Writes the day, month or year of publication of a source, and reads its dates again. */
export function writeDating<T extends FoundSource>(one: T, dating: Dating, titleOf: (source: number) => string): T {
  const { source, findings } = one
  const value = commonPart(formatDay(dating.lo), formatDay(dating.hi))
  const isWorse = value === undefined || (source.metadata.date?.value.length ?? 0) >= value.length
  const reason = explain(dating, titleOf)
  const date: Evidenced<string> | undefined = isWorse
    ? source.metadata.date
    : { value, certainty: 'inferred', rule: RULE, evidence: evidenceOf(one, dating), reason }
  return {
    ...one,
    source: {
      ...source,
      metadata: { ...source.metadata, ...(date && { date }) },
      dating: { lo: formatDay(dating.lo), hi: formatDay(dating.hi), reason },
    },
    findings: { ...findings, dates: readAgain(one, dating) },
  }
}

/** The day, month or year that two days share. */
function commonPart(first: string, last: string): string | undefined {
  return [10, 7, 4].map((length) => first.slice(0, length)).find((part) => last.startsWith(part))
}

function strongest({ clues }: Dating): Clue[] {
  const strongestOf = new Map<Clue['of'], Clue>()
  for (const clue of clues.toSorted((a, b) => b.bits - a.bits))
    if (!strongestOf.has(clue.of)) strongestOf.set(clue.of, clue)
  return [...strongestOf.values()].slice(0, SHOWN)
}

function reasonsOf(dating: Dating): Because[] {
  return [...strongest(dating), ...(dating.narrowedBy ?? [])]
}

function explain(dating: Dating, titleOf: (source: number) => string): string {
  const reasons = reasonsOf(dating).map((because) => because.explain(titleOf))
  const when = dating.lo === dating.hi ? `on ${formatDay(dating.lo)}` : `from ${spellDays(dating)}`
  return `${reasons.length > 0 ? `${reasons.join('; ')}. So it` : 'By what it tells as over and as still to come, it'} appeared ${when}.`
}

function evidenceOf({ source }: FoundSource, dating: Dating): Evidenced<string>['evidence'] {
  return reasonsOf(dating).flatMap(({ span }) => {
    const passage = source.passages.find(({ ordinal }) => ordinal === span.passage)
    return passage ? [seedRange(passage, span)] : []
  })
}

/** The dates as they are on the first and on the last day; what a person corrected stays. */
function readAgain({ source, findings }: FoundSource, { lo, hi, clues }: Dating): DateMention[] {
  const meant = new Map(clues.map((clue) => [clue.mention, clue.meant]))
  const [first, last] = [findDatesOn(source, lo), lo === hi ? undefined : findDatesOn(source, hi)]
  const keyOf = ({ span }: DateMention): string => `${span.passage} ${span.start} ${span.end}`
  const [atFirst, atLast] = [first, last ?? first].map((dates) => new Map(dates.map((date) => [keyOf(date), date])))
  return findings.dates.map((date) => {
    const [one, other] = [atFirst!.get(keyOf(date)), atLast!.get(keyOf(date))]
    if (date.certainty === 'editor' || !one || !other) return date
    return join(date, one, other, { lo, hi }, meant.get(date))
  })
}

function join(
  open: DateMention,
  one: DateMention,
  other: DateMention,
  days: Days,
  meant: Days | undefined,
): DateMention {
  if (days.lo === days.hi || (one.anchor?.kind !== 'publication' && one.edtf === other.edtf)) return one
  const published = `the publication, ${spellDays(days)}`
  const anchor = { kind: 'publication', date: `${formatDay(days.lo)}/${formatDay(days.hi)}` } as const
  if (one.timex === other.timex && one.lo === other.lo && one.hi === other.hi)
    return {
      ...one,
      ...(one.anchor && { anchor }),
      reason: `Counted from ${published}: the same on each of these days.`,
    }
  if (!one.lo || !other.hi) return open
  if (meant && meant.lo === meant.hi && one.precision === 'day') {
    const day = formatDay(meant.lo)
    const reason = 'The other source tells the day of the same.'
    return { ...one, timex: day, edtf: day, lo: day, hi: day, anchor, certainty: 'inferred', reason }
  }
  return {
    ...open,
    edtf: `[${one.lo}..${other.hi}]`,
    lo: one.lo,
    hi: other.hi,
    precision: 'range',
    anchor,
    certainty: 'inferred',
    reason: `Counted from ${published}: one of these days.`,
  }
}
