import type {
  ContradictionEntry,
  DatedEventEntry,
  FigureEntry,
  OriginEntry,
  QuotationEntry,
} from '../../model/entry.ts'
import { isAdverb, REFUSALS } from '../../lang/en/quotations/vocabulary.ts'
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

/** A plan, and a later report of it. */
export interface FollowedPlan {
  readonly plan: DatedEventEntry
  readonly later: DatedEventEntry
  readonly rule: string
  readonly reason: string
  readonly accounts: readonly Account[]
}

/** A statement that something did not or will not happen or is not so, and what it denies where a source states that. */
export interface Denial {
  /** Of the dated event or quotation that denies. */
  readonly id: string
  /** Who denies what, in the words of its source. */
  readonly words: string
  readonly denied?: DatedEventEntry
  /** The denial speaks of days after those of what it denies: it may mean another occasion. */
  readonly isLater: boolean
  readonly rule?: string | undefined
  readonly reason?: string | undefined
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
  /** What one source states and a later one denies, each pair side by side; then denials of what no source here states. */
  readonly denials: readonly Denial[]
  /** Plans with what was later reported of them. */
  readonly outcomes: readonly FollowedPlan[]
  /** Tables of figures or dates that exclude one another. */
  readonly differing: readonly FigureEntry[]
  readonly unlike: readonly Unlike[]
  /** Quotations that more than one source prints. */
  readonly reprinted: readonly QuotationEntry[]
  readonly leftApart: readonly LeftApart[]
}

/** The sections of the page that lists them, in its order; those without content are left out. */
export function listSorts(disagreements: Disagreements): { id: string; name: string; count: number }[] {
  const { denials, differing, contradictions, outcomes, reprinted, unlike, leftApart } = disagreements
  const says = t.comparison.sections
  return [
    { id: 'denials', name: says.denials, count: denials.length },
    { id: 'figures', name: says.figures, count: differing.length },
    { id: 'contradictions', name: says.contradictions, count: contradictions.length },
    { id: 'plans', name: says.plans, count: outcomes.length },
    { id: 'same-words', name: says.reprinted, count: reprinted.length },
    { id: 'unlike', name: says.unlike, count: unlike.length },
    { id: 'apart', name: says.apart, count: leftApart.length },
  ].filter(({ count }) => count > 0)
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
    denials: listDenials(dossier),
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

function listOutcomes(dossier: DossierView): FollowedPlan[] {
  return linksOf(dossier, 'followedBy').map(({ one: plan, other: later, rule, reason }) => ({
    plan,
    later,
    rule,
    reason,
    accounts: [...accountsOf(plan, t.comparison.announced), ...accountsOf(later, t.comparison.reported)],
  }))
}

/** Denials of what a source states first, then those of dated events, then those in reported speech. */
function listDenials(dossier: DossierView): Denial[] {
  const pairs = linksOf(dossier, 'contradictedBy').map(({ one: denied, other, rule, reason }) => ({
    id: other.id,
    words: other.summary,
    denied,
    isLater: (denied.hi ?? '~') < (other.lo ?? ''),
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
      rule: one.tellings[0]?.modeRule,
      reason: one.tellings[0]?.modeReason,
      accounts: accountsOf(one, t.comparison.denied),
    }))
  const told = [...pairs.toSorted((a, b) => Number(a.isLater) - Number(b.isLater)), ...alone]
  const passages = new Set(told.flatMap(({ accounts }) => accounts.map(({ passage }) => passage)))
  return [...told, ...listSpokenDenials(dossier, passages)]
}

/** Reported speech that begins with its verb where that turns something down: "denied that it had the letter". */
function listSpokenDenials({ quotations }: DossierView, told: ReadonlySet<string>): Denial[] {
  return quotations
    .filter(({ mode, words }) => mode === 'reported' && isRefusal(words))
    .filter(({ occurrences }) => !occurrences.some(({ passage }) => told.has(passage)))
    .map(({ id, words, speaker, speakerWords, occurrences }) => ({
      id,
      words: [speaker?.name ?? speakerWords, words].filter(Boolean).join(' '),
      isLater: false,
      rule: occurrences[0]?.rule,
      accounts: occurrences.map(({ source, passage, ordinal, words: sentence }) => ({
        source,
        passage,
        ordinal,
        sentence,
        label: t.comparison.denied,
      })),
    }))
}

function isRefusal(words: string): boolean {
  const verb = words
    .toLowerCase()
    .split(' ')
    .find((word) => !isAdverb(word))
  return REFUSALS.has(verb ?? '')
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
 * How many sources stand behind something, and how many origins they have where some share one: "3 sources, counted as 2".
 * Sources that share wording or an agency are one origin: repeating is not confirming.
 *
 * @param told its tellings, occurrences or rows
 */
export function describeSupport(
  id: string,
  told: readonly { readonly source: string }[],
  { coverageOf }: Pick<DossierView, 'coverageOf'>,
): string {
  const count = new Set(told.map(({ source }) => source)).size
  const sources = formatCount(count, 'source')
  const origins = coverageOf.get(id)?.origins
  if (count < 2 || !origins) return sources
  return origins < count ? t.comparison.repeated(sources, origins) : sources
}
