import type {
  ContradictionEntry,
  DatedEventEntry,
  FigureEntry,
  OriginEntry,
  QuotationEntry,
} from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact, trackFacts } from '../loader/reads.ts'
import { formatCount, t } from '../text/text.ts'

/** One source's words on what is compared, with their passage. */
export interface Account {
  readonly source: string
  readonly passage: string
  readonly ordinal: number
  readonly sentence: string
  /** What this account holds, in a word or two: "announced". */
  readonly label?: string
}

/** A plan, and what a later statement says of it. */
export interface FollowedPlan {
  readonly plan: DatedEventEntry
  readonly later: DatedEventEntry
  readonly isDenied: boolean
  /** The denial speaks of days after those of the plan: it may mean another occasion. */
  readonly isLater: boolean
  readonly rule: string
  readonly reason: string
  readonly accounts: readonly Account[]
}

/** Two dated statements that may tell of one thing and were left apart. */
export interface LeftApart {
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

/** Everything in which the sources differ, repeat each other, or may be mistaken to. */
export interface Disagreements {
  /** With passages, the unanswered first; a pair of dates that has a table of its own stands there. */
  readonly contradictions: readonly ContradictionEntry[]
  /** Denied plans first. */
  readonly outcomes: readonly FollowedPlan[]
  /** Tables of figures or dates that exclude one another. */
  readonly differing: readonly FigureEntry[]
  readonly unlike: readonly Unlike[]
  /** Quotations that more than one source prints. */
  readonly reprinted: readonly QuotationEntry[]
  readonly leftApart: readonly LeftApart[]
}

/** What the sources do not agree on. */
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
    outcomes: listOutcomes(dossier),
    differing,
    unlike: listUnlike(dossier.figures),
    reprinted: dossier.quotations.filter(
      ({ occurrences }) => new Set(occurrences.map(({ source }) => source)).size > 1,
    ),
    leftApart: listLeftApart(dossier),
  }
}

const keyOf = (places: readonly { readonly passage: string }[]) =>
  places
    .map(({ passage }) => passage)
    .sort()
    .join(' ')

function listOutcomes({ datedEvents, datedEventOf }: DossierView): FollowedPlan[] {
  const outcomes = datedEvents.flatMap((plan) =>
    [
      ...plan.contradictedBy.map((link) => ({ ...link, isDenied: true })),
      ...plan.followedBy.map((link) => ({ ...link, isDenied: false })),
    ].flatMap(({ id, ...link }) => {
      const later = datedEventOf.get(id)
      return later
        ? [
            {
              plan,
              later,
              ...link,
              isLater: link.isDenied && (plan.hi ?? '~') < (later.lo ?? ''),
              accounts: [
                ...accountsOf(plan, plan.mode === 'plan' ? t.comparison.announced : t.comparison.reported),
                ...accountsOf(later, link.isDenied ? t.comparison.denied : t.comparison.reported),
              ],
            },
          ]
        : []
    }),
  )
  return outcomes.sort((a, b) => Number(b.isDenied) - Number(a.isDenied))
}

function accountsOf({ tellings }: DatedEventEntry, label: string): Account[] {
  return tellings.map(({ source, passage, ordinal, sentence }) => ({ source, passage, ordinal, sentence, label }))
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
function listLeftApart({ datedEvents, datedEventOf }: DossierView): LeftApart[] {
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

type Link = OriginEntry['links'][number]

/** What makes several sources one origin. */
export interface SharedReason extends Pick<Link, 'reason' | 'rule' | 'passages'> {
  /** Ids of the sources it joins. */
  readonly sources: readonly string[]
}

/** The links of an origin; those of pairs that have one reason and no passages to show for it stand as one. */
export function groupLinks(links: readonly Link[]): SharedReason[] {
  const keyOf = ({ rule, reason, sources, passages }: Link) =>
    [rule, reason, ...(passages.length > 0 ? sources : [])].join('\n')
  return [...Map.groupBy(links, keyOf).values()].map((of) => ({
    ...of[0]!,
    sources: [...new Set(of.flatMap((link) => link.sources))],
  }))
}

/**
 * How many sources stand behind something, and how many of them are independent: "3 sources, 2 origins".
 * Sources that share wording or an agency are one origin: repeating is not confirming.
 *
 * @param told its tellings, occurrences or rows
 */
export function describeSupport(
  id: string,
  told: readonly { readonly source: string }[],
  { coverageOf }: Pick<DossierView, 'coverageOf'>,
): string {
  const sources = new Set(told.map(({ source }) => source)).size
  const origins = coverageOf.get(id)?.origins
  return sources > 1 && origins
    ? `${formatCount(sources, 'source')}, ${formatCount(origins, 'independent source')}`
    : formatCount(sources, 'source')
}
