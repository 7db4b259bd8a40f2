import type { Lane, Mark } from '../../figures/strip.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { DatedEventEntry } from '../../model/entry.ts'
import { countReporting, formatWhen } from './dated-events.ts'
import { listEnds } from '../../figures/pack-marks.ts'
import { firstDayNumber, lastDayOf } from '../../text/calendar.ts'
import { formatDate } from '../../figures/word-date.ts'
import { nameSource } from '../source/describe-source.ts'
import { MOST_ON_A_PAGE, spanOf } from '../lists/periods.ts'
import { formatCount, shortenTitle, t } from '../text/text.ts'

const MOST_LANES = 12
/** Maximum letters of an event's name beside its mark. */
const MOST_LETTERS = 44

/** A dated event as a mark on a time strip. */
export function markDatedEvent(datedEvent: DatedEventEntry, here?: string): Mark {
  const { id, lo, hi, isPlaced, summary, certainty, mode } = datedEvent
  return {
    ...(isPlaced && { lo, hi }),
    label: `${formatWhen(datedEvent)}: ${shortenTitle(summary)}`,
    name: shortenTitle(nameEvent(summary), MOST_LETTERS),
    weight: countReporting(datedEvent),
    href: addressOf(id),
    kind: 'event',
    isInferred: certainty === 'inferred',
    isPlanned: mode !== 'reported',
    isHere: id === here,
  }
}

const LEAD_IN = new RegExp(`^(?:(?:${t.timeline.leadIns.join('|')})\\b,?\\s+)+`, 'iu')

/** The name of an event beside its mark: its sentence without introductory words. */
function nameEvent(summary: string): string {
  const name = summary.replace(LEAD_IN, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const MONTH = 30
/** Maximum number of events on the first page's strip, each with its name. */
const MOST_NAMED = 12

/**
 * The dated events that most sources report, of those within a season of the sources, so that one old date does not press
 * all others together.
 */
export function listNearEvents(
  datedEvents: readonly DatedEventEntry[],
  { from, to }: DossierView['about'],
): DatedEventEntry[] {
  if (!from || !to) return datedEvents.filter(({ isPlaced }) => isPlaced).slice(0, MOST_NAMED)
  const [first, last] = [firstDayNumber(from) - 3 * MONTH, firstDayNumber(lastDayOf(to)) + 3 * MONTH]
  return datedEvents
    .filter((one) => one.isPlaced && listEnds(one).every((day) => day >= first && day <= last))
    .toSorted((a, b) => countReporting(b) - countReporting(a))
    .slice(0, MOST_NAMED)
}

/** One lane a source that dates something, at most a dozen; with more sources, one lane for all. */
export function listTimelineLanes(
  {
    sourceOf,
    datedEvents,
  }: { readonly sourceOf: DossierView['sourceOf']; readonly datedEvents: readonly DatedEventEntry[] },
  here?: string,
): Lane[] {
  const placed = datedEvents.filter(({ isPlaced, lo, hi }) => isPlaced && (lo ?? hi))
  const reporting = new Set(placed.flatMap(({ reports }) => reports.map(({ source }) => source)))
  if (reporting.size <= MOST_LANES)
    return [...reporting]
      .flatMap((id) => sourceOf.get(id) ?? [])
      .sort((a, b) => a.position - b.position)
      .map((source) => ({
        name: `${source.position} ${nameSource(source)}`,
        href: addressOf(source.id),
        marks: datedEvents
          .filter(({ reports }) => reports.some((one) => one.source === source.id))
          .map((datedEvent) => ({ ...markDatedEvent(datedEvent, here), href: findSentence(datedEvent, source.id) })),
      }))
  return [{ name: '', marks: datedEvents.map((datedEvent) => markDatedEvent(datedEvent, here)) }]
}

/** Link to the sentence in which a source reports a dated event. */
function findSentence(datedEvent: DatedEventEntry, source: string): string {
  const report = countReporting(datedEvent) > 1 && datedEvent.reports.find((one) => one.source === source)
  return addressOf(report ? report.passage : datedEvent.id)
}

/** Length of `2016-03`. */
const MONTH_LENGTH = 7
const LARGEST = 1.2
const SMALLEST = 0.4

/** A mark for many events, and its link. */
interface Condensed {
  /** Address of the list that the marks stand for, as `/timeline/`. */
  readonly list: string
  /** The noun for one mark, as `dated event`. */
  readonly noun: string
  /** Ids of the parts of the list that have a page. */
  readonly periods: ReadonlySet<string>
  /** Maximum number of marks drawn one by one. */
  readonly most?: number
}

/**
 * The marks of a strip, or one a month (and one a year for what names no month) when there are too many to be shown
 * one by one: its area stands for how many, and it links to the part of the list with them.
 */
export function condenseMarks(
  marks: readonly Mark[],
  { list, noun, periods, most: drawn = MOST_ON_A_PAGE }: Condensed,
): readonly Mark[] {
  if (marks.length <= drawn) return marks
  const groups = Map.groupBy(
    marks.filter((mark) => spanOf(mark)),
    (mark) => spanOf(mark)!.slice(0, MONTH_LENGTH),
  )
  const most = Math.max(...[...groups.values()].map((of) => of.length))
  return [...groups].map(([span, of]) => ({
    ...(span.length === 4 ? { lo: `${span}-01-01`, hi: `${span}-12-31` } : { lo: `${span}-15`, hi: `${span}-15` }),
    kind: of[0]?.kind,
    label: `${formatDate(span)}: ${formatCount(of.length, noun)}`,
    href: `${list}in/${periods.has(span) ? span : span.slice(0, 4)}/`,
    size: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(of.length / most),
  }))
}
