import type { Cell, Heading } from '../../figures/network.ts'
import type { DatedEventEntry, OriginEntry, SourceEntry } from '../../model/entry.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { countSources } from '../entity/list-mentions.ts'
import { titleOfFigure } from '../figures/describe-figures.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import type { OfSource } from '../source/describe-source.ts'
import { nameSource, sourcesAmong } from '../source/describe-source.ts'
import { byText, formatCount, t } from '../text/text.ts'
import { rankByReporting } from '../timeline/dated-events.ts'
import { contradictionsOf } from './list-disagreements.ts'

/** Columns of the matrix of names. */
const MOST_ENTITIES = 16
/** With more sources than this each row of the matrix of names is a publisher, and the matrix of events leaves sources out. */
const MOST_SOURCES = 40

/** The matrix of sources by the entities of one kind that most sources name. */
export interface EntityMatrix {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  readonly cells: readonly Cell[]
}

/** One row: a source, or all sources of a publisher. */
interface Row extends Heading {
  readonly of: readonly SourceEntry[]
}

/** Each source is a row; in a large dossier each publisher is. */
function listRows(sources: readonly SourceEntry[]): Row[] {
  if (sources.length <= MOST_SOURCES) {
    return sources.map((source) => ({
      name: `${source.position} ${nameSource(source)}`,
      href: addressOf(source.id),
      of: [source],
    }))
  }
  return [...Map.groupBy(sources, ({ publisher }) => publisher ?? t.page.notStated)]
    .sort(byText(([name]) => name))
    .map(([name, of]) => ({ name: `${name} (${formatCount(of.length, 'source')})`, href: withBase('/sources/'), of }))
}

/** Who names whom: the sources by date, and of one kind the sixteen entities that most of them name. */
export function coverEntities(kind: EntityKind, { sources, entities }: DossierView): EntityMatrix {
  const rows = listRows(sources)
  const chosen = entities
    .filter((entity) => entity.kind === kind)
    .sort((a, b) => countSources(b) - countSources(a) || b.mentions.length - a.mentions.length)
    .slice(0, MOST_ENTITIES)
  const cells = rows.flatMap(({ name: source, href, of }, row) =>
    chosen.flatMap(({ id, name }, column) => {
      const count = of.reduce(
        (sum, { entities: named }) => sum + (named.find((entity) => entity.id === id)?.mentions ?? 0),
        0,
      )
      return count === 0
        ? []
        : [{ row, column, count, label: t.comparison.coverage.cell(source, name, formatCount(count, 'place')), href }]
    }),
  )
  return { rows, columns: chosen.map(({ id, name }) => ({ name, href: addressOf(id), kind })), cells }
}

const MOST_EVENTS = 60
/** With more sources than this their numbers head the columns without names. */
const MOST_NAMED = 8

/** The passages of one source that report one dated event; none when it is silent. */
export type EventCell = readonly { readonly href: string; readonly ordinal: number }[]

/** Which source reports which dated event. */
export interface EventCoverage {
  readonly columns: readonly { readonly source: SourceEntry; readonly name: string }[]
  readonly rows: readonly { readonly datedEvent: DatedEventEntry; readonly cells: readonly EventCell[] }[]
  /** Number of dated events not in the matrix: those of one source, and of the others those of fewest sources. */
  readonly leftOut: number
}

/** The matrix of sources by the dated events that more than one of them reports, in the order of the timeline; of too many, those of most sources. */
export function coverDatedEvents({ sources, datedEvents }: DossierView): EventCoverage {
  const chosen = new Set(rankByReporting(datedEvents).slice(0, MOST_EVENTS))
  const ids = new Set([...chosen].flatMap(({ reports }) => reports.map(({ source }) => source)))
  const reporting = sources.filter(({ id }) => ids.has(id)).slice(0, MOST_SOURCES)
  return {
    columns: reporting.map((source) => ({ source, name: nameColumn(source, reporting.length) })),
    rows: datedEvents
      .filter((datedEvent) => chosen.has(datedEvent))
      .map((datedEvent) => ({ datedEvent, cells: reporting.map(({ id }) => cellOf(datedEvent, id)) })),
    leftOut: datedEvents.length - chosen.size,
  }
}

function cellOf({ reports }: DatedEventEntry, id: string): EventCell {
  return reports
    .filter(({ source }) => source === id)
    .map(({ passage, ordinal }) => ({ href: addressOf(passage), ordinal }))
}

function nameColumn(source: SourceEntry, columns: number): string {
  return columns > MOST_NAMED ? `${source.position}` : `${source.position} ${nameSource(source, 22)}`
}

type Link = OriginEntry['links'][number]

/** The evidence that several sources have one origin. */
export interface SharedReason extends Pick<Link, 'reason' | 'rule' | 'certainty' | 'passages'> {
  /** Ids of the sources it joins. */
  readonly sources: readonly string[]
}

/** The links of an origin; pairs with the same reason and without passages are shown as one. */
export function groupLinks(links: readonly Link[]): SharedReason[] {
  const keyOf = ({ rule, reason, sources, passages }: Link) =>
    [rule, reason, ...(passages.length > 0 ? sources : [])].join('\n')
  return [...Map.groupBy(links, keyOf).values()].map((of) => ({
    ...of[0]!,
    sources: [...new Set(of.flatMap((link) => link.sources))],
  }))
}

/**
 * Number of sources of a statement, and of origins where some share one: "3 sources, counted as 2".
 * Sources that share wording or an agency are one origin: repeating is not confirming.
 *
 * @param stated its reports, occurrences or rows
 */
export function describeSupport(
  id: string,
  stated: readonly OfSource[],
  { coverageOf }: Pick<DossierView, 'coverageOf'>,
): string {
  const count = sourcesAmong(stated)
  const sources = formatCount(count, 'source')
  const origins = coverageOf.get(id)?.origins
  if (count < 2 || !origins) return sources
  return origins < count ? t.comparison.repeated(sources, origins) : sources
}

/** A point on which two sources differ, with the page that compares them. */
export interface PointAtIssue {
  readonly what: string
  readonly href: string
}

/** Another source on the same events and figures. */
export interface AlsoReported {
  readonly source: SourceEntry
  /** A denial of what this one reports. */
  readonly denial: string | undefined
  readonly differs: readonly PointAtIssue[]
}

/** The sources that report what this one reports, those it differs from first, then those that share most with it. */
export function listAlsoReported(source: SourceEntry, dossier: DossierView): AlsoReported[] {
  const shared = new Map<string, number>()
  const differs = new Map<string, Map<string, PointAtIssue>>()
  const denials = new Map<string, string>()
  const share = (other: string) => shared.set(other, (shared.get(other) ?? 0) + 1)
  const differ = (other: string, difference: PointAtIssue) => {
    share(other)
    differs.set(other, (differs.get(other) ?? new Map<string, PointAtIssue>()).set(difference.href, difference))
  }
  for (const { reports, contradictedBy = [] } of dossier.datedEventsIn.get(source.id) ?? []) {
    for (const other of new Set(reports.map((one) => one.source))) share(other)
    for (const { id: later } of contradictedBy)
      for (const { source: other } of dossier.datedEventOf.get(later)?.reports ?? [])
        denials.set(other, addressOf(later))
  }
  for (const figure of dossier.figuresIn.get(source.id) ?? []) {
    const excluded = new Set(figure.rows.flatMap((row) => (row.source === source.id ? (row.excludes ?? []) : [])))
    for (const [at, row] of figure.rows.entries())
      if (excluded.has(at)) differ(row.source, { what: titleOfFigure(figure), href: addressOf(figure.id) })
      else share(row.source)
  }
  for (const { passages, reason, hash } of contradictionsOf(dossier).get(source.id) ?? [])
    for (const { source: other } of passages)
      differ(other, { what: reason, href: withBase(`/disagreements/#c-${hash}`) })
  return [...shared]
    .flatMap(([id, count]) => {
      const other = id === source.id ? undefined : dossier.sourceOf.get(id)
      return other
        ? [{ source: other, count, denial: denials.get(id), differs: [...(differs.get(id)?.values() ?? [])] }]
        : []
    })
    .sort(
      (a, b) =>
        b.differs.length - a.differs.length ||
        Number(b.denial !== undefined) - Number(a.denial !== undefined) ||
        b.count - a.count ||
        a.source.position - b.source.position,
    )
}
