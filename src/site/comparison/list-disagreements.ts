import type { ContradictionEntry, DatedEventEntry, FigureEntry, QuotationEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact, trackFacts } from '../loader/reads.ts'
import { t } from '../text/text.ts'
import { type Account, accountsOf, type Denial, linksOf, listDenials } from './list-denials.ts'

/** A plan, and a later report of it. */
export interface FollowedPlan {
  readonly plan: DatedEventEntry
  readonly later: DatedEventEntry
  readonly rule: string
  readonly reason: string
  readonly accounts: readonly Account[]
}

/** Two dated events that may be the same and were not joined. */
export interface PossibleDuplicate {
  readonly one: DatedEventEntry
  readonly other: DatedEventEntry
  readonly reason: string
}

/** Two figures that look alike and must not be compared. */
export interface Unlike {
  readonly one: FigureEntry
  readonly other: FigureEntry
  readonly rule: string
  readonly reason: string
}

/** Everything in which the sources differ or repeat each other, or seem to. */
export interface Disagreements {
  /** With passages, those not reviewed first; a pair of dates that has its own table is shown there. */
  readonly contradictions: readonly ContradictionEntry[]
  /** Statements of one source that a later one denies, side by side; then denials of what no source here reports. */
  readonly denials: readonly Denial[]
  /** Plans, with later reports of them. */
  readonly outcomes: readonly FollowedPlan[]
  /** Tables of figures or dates that exclude one another. */
  readonly differing: readonly FigureEntry[]
  readonly unlike: readonly Unlike[]
  /** Quotations that more than one source prints. */
  readonly reprinted: readonly QuotationEntry[]
  readonly possibleDuplicates: readonly PossibleDuplicate[]
}

/** The sections of the page that lists them, in its order; those without content are left out. */
export function listSorts(disagreements: Disagreements): { id: string; name: string; count: number }[] {
  const { denials, differing, contradictions, outcomes, reprinted, unlike, possibleDuplicates } = disagreements
  const says = t.comparison.sections
  return [
    { id: 'denials', name: says.denials, count: denials.length },
    { id: 'figures', name: says.figures, count: differing.length },
    { id: 'contradictions', name: says.contradictions, count: contradictions.length },
    { id: 'plans', name: says.plans, count: outcomes.length },
    { id: 'same-words', name: says.reprinted, count: reprinted.length },
    { id: 'unlike', name: says.unlike, count: unlike.length },
    { id: 'apart', name: says.apart, count: possibleDuplicates.length },
  ].filter(({ count }) => count > 0)
}

/** The disagreements of the sources. */
export const listDisagreements = trackFact('disagreements', gatherDisagreements)

/** The contradictions that a source takes part in, in the order of the page that lists them. */
export const contradictionsOf = trackFacts('contradictionsOf', (dossier: DossierView) => {
  const pairs = listDisagreements(dossier).contradictions.flatMap((contradiction) =>
    [...new Set(contradiction.passages.map(({ source }) => source))].map((source) => ({ source, contradiction })),
  )
  const groups = Map.groupBy(pairs, ({ source }) => source)
  return new Map([...groups].map(([source, of]) => [source, of.map(({ contradiction }) => contradiction)]))
})

function gatherDisagreements(dossier: DossierView): Disagreements {
  const differing = dossier.figures.filter(({ isCompatible }) => !isCompatible)
  const tabled = new Set(differing.map(({ rows }) => keyOf(rows)))
  return {
    contradictions: dossier.contradictions
      .filter(({ passages }) => passages.length > 0 && !tabled.has(keyOf(passages)))
      .sort((a, b) => Number(a.answer?.isCurrent ?? false) - Number(b.answer?.isCurrent ?? false)),
    denials: listDenials(dossier),
    outcomes: listOutcomes(dossier),
    differing,
    unlike: listUnlike(dossier.figures),
    reprinted: dossier.quotations.filter(
      ({ occurrences }) => new Set(occurrences.map(({ source }) => source)).size > 1,
    ),
    possibleDuplicates: listPossibleDuplicates(dossier),
  }
}

const keyOf = (places: readonly { readonly passage: string }[]) =>
  places
    .map(({ passage }) => passage)
    .sort()
    .join(' ')

function listOutcomes(dossier: DossierView): FollowedPlan[] {
  return linksOf(dossier, 'followedBy').map(({ one: plan, other: later, rule, reason }) => ({
    plan,
    later,
    rule,
    reason,
    accounts: [...accountsOf(plan, t.comparison.announced), ...accountsOf(later, t.comparison.reported)],
  }))
}

/** Each pair once: both tables name the other. */
function listUnlike(figures: readonly FigureEntry[]): Unlike[] {
  const figureOf = new Map(figures.map((figure) => [figure.id, figure]))
  return figures.flatMap((one) =>
    one.beside.flatMap(({ id, rule, reason }) => {
      const other = figureOf.get(id)
      return other && one.id < other.id ? [{ one, other, rule, reason }] : []
    }),
  )
}

/** Each pair once, whichever of the two names the other. */
function listPossibleDuplicates({ datedEvents, datedEventOf }: DossierView): PossibleDuplicate[] {
  const seen = new Set<string>()
  return datedEvents.flatMap((one) =>
    one.possiblySame.flatMap(({ id, reason }) => {
      const other = datedEventOf.get(id)
      const key = [one.id, id].sort().join(' ')
      if (!other || seen.has(key)) return []
      seen.add(key)
      return [{ one, other, reason }]
    }),
  )
}
