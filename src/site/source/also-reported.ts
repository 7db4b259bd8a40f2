import type { SourceEntry } from '../../model/entry.ts'
import { contradictionsOf } from '../comparison/list-disagreements.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { titleOfFigure } from '../figures/describe-figures.ts'
import { addressOf, withBase } from '../loader/addresses.ts'

/** What two sources do not agree on, and where they stand side by side. */
export interface PointAtIssue {
  readonly what: string
  readonly href: string
}

/** Another source on the same events and figures. */
export interface AlsoReported {
  readonly source: SourceEntry
  /** Where it reports a denial of what this one reports. */
  readonly denial: string | undefined
  readonly differs: readonly PointAtIssue[]
}

/** The sources that report what this one reports, those it differs from first, then those that share most with it. */
export function listAlsoReported(source: SourceEntry, dossier: DossierView): AlsoReported[] {
  const ids = new Set(source.passages.flatMap(({ id }) => dossier.statedIn.get(id) ?? []))
  const shared = new Map<string, number>()
  const differs = new Map<string, Map<string, PointAtIssue>>()
  const denials = new Map<string, string>()
  const share = (other: string) => shared.set(other, (shared.get(other) ?? 0) + 1)
  const differ = (other: string, difference: PointAtIssue) => {
    share(other)
    differs.set(other, (differs.get(other) ?? new Map<string, PointAtIssue>()).set(difference.href, difference))
  }
  for (const id of ids) {
    const { tellings = [], contradictedBy = [] } = dossier.datedEventOf.get(id) ?? {}
    for (const other of new Set(tellings.map((one) => one.source))) share(other)
    for (const { id: later } of contradictedBy)
      for (const { source: other } of dossier.datedEventOf.get(later)?.tellings ?? [])
        denials.set(other, addressOf(later))
    const figure = dossier.figureOf.get(id)
    const excluded = new Set(figure?.rows.flatMap((row) => (row.source === source.id ? (row.excludes ?? []) : [])))
    for (const [at, row] of figure?.rows.entries() ?? [])
      if (excluded.has(at)) differ(row.source, { what: titleOfFigure(figure!), href: addressOf(id) })
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
