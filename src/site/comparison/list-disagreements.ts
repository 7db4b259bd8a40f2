import type { ContradictionEntry, DatedEventEntry, FigureEntry, QuotationEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact, trackFacts } from '../loader/reads.ts'
import { t } from '../text/text.ts'
import { isOfLaterDays } from '../timeline/dated-events.ts'

/** One source's words on the compared statement, with their passage. */
export interface Account {
  readonly source: string
  readonly passage: string
  readonly ordinal: number
  readonly sentence: string
  /** Label of the account: "announced". */
  readonly label?: string
}

/** A denial, with the denied statement if a source reports it. */
export interface Denial {
  /** Id of the dated event or quotation that denies. */
  readonly id: string
  /** Who denies what, in the words of its source. */
  readonly words: string
  readonly denied?: DatedEventEntry
  /** The denial is of later days than the statement, so it may mean another occasion. */
  readonly isLater: boolean
  readonly rule?: string | undefined
  readonly reason?: string | undefined
  readonly accounts: readonly Account[]
}

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

/** What each dated event is linked to in one way, where the other is known. */
function linksOf(
  { datedEvents, datedEventOf }: DossierView,
  way: 'contradictedBy' | 'followedBy',
): { one: DatedEventEntry; other: DatedEventEntry; rule: string; reason: string }[] {
  return datedEvents.flatMap((one) =>
    one[way].flatMap(({ id, rule, reason }) => {
      const other = datedEventOf.get(id)
      return other ? [{ one, other, rule, reason }] : []
    }),
  )
}

/** Denials of what a source reports first, then those of dated events, then those in reported speech. */
function listDenials(dossier: DossierView): Denial[] {
  const pairs = linksOf(dossier, 'contradictedBy').map(({ one: denied, other, rule, reason }) => ({
    id: other.id,
    words: other.summary,
    denied,
    isLater: isOfLaterDays(other, denied),
    rule,
    reason,
    accounts: [
      ...accountsOf(denied, denied.mode === 'plan' ? t.comparison.announced : t.comparison.reported),
      ...accountsOf(other, t.comparison.denied),
    ],
  }))
  const paired = new Set(pairs.map(({ id }) => id))
  const alone = dossier.datedEvents
    .filter(({ id, mode }) => mode === 'denied' && !paired.has(id))
    .map((one) => ({
      id: one.id,
      words: one.summary,
      isLater: false,
      rule: one.reports[0]?.modeRule,
      reason: one.reports[0]?.modeReason,
      accounts: accountsOf(one, t.comparison.denied),
    }))
  const dated = [...pairs.toSorted((a, b) => Number(a.isLater) - Number(b.isLater)), ...alone]
  const passages = new Set(dated.flatMap(({ accounts }) => accounts.map(({ passage }) => passage)))
  return [...dated, ...listSpokenDenials(dossier, passages)]
}

/** Quotations that deny something, in passages not listed yet. */
function listSpokenDenials({ quotations }: DossierView, listed: ReadonlySet<string>): Denial[] {
  return quotations
    .filter(({ occurrences }) => !occurrences.some(({ passage }) => listed.has(passage)))
    .flatMap(({ id, words, denial, speaker, speakerWords, occurrences }) =>
      denial
        ? [
            {
              id,
              words: [speaker?.name ?? speakerWords, words].filter(Boolean).join(' '),
              isLater: false,
              rule: denial.rule,
              reason: denial.reason,
              accounts: occurrences.map(({ source, passage, ordinal, words: sentence }) => ({
                source,
                passage,
                ordinal,
                sentence,
                label: t.comparison.denied,
              })),
            },
          ]
        : [],
    )
}

/** The accounts of a dated event, each with the same label. */
function accountsOf({ reports }: DatedEventEntry, label: string): Account[] {
  return reports.map(({ source, passage, ordinal, sentence }) => ({ source, passage, ordinal, sentence, label }))
}
