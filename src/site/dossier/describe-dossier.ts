import { formatDate } from '../../figures/word-date.ts'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../../model/entry.ts'
import { firstDayNumber, lastDayOf } from '../../text/calendar.ts'
import { listDisagreements } from '../comparison/list-disagreements.ts'
import { byMentions, rankActors } from '../entity/list-mentions.ts'
import { groupByQuantity, rankFigures, titleOfFigure } from '../figures/describe-figures.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { stampFact } from '../loader/stamps.ts'
import { nameSource, sourcesAmong } from '../source/describe-source.ts'
import { byText, formatCount, formatList, shortenTitle, t } from '../text/text.ts'
import { formatWhen, rankByReporting } from '../timeline/dated-events.ts'
import type { DossierView } from './dossier.ts'

/** Scope of a search or a table: "12 sources, 3 January 2023 to 5 May 2023, 2 without a date." */
export const describeScope = stampFact('scope', ({ about, sources }: DossierView): string => {
  const { from, to, undated } = about
  const parts = [
    formatCount(sources.length, 'source'),
    from &&
      to &&
      (from === to ? t.dossier.dated(formatDate(from)) : t.dossier.fromTo(formatDate(from), formatDate(to))),
    undated > 0 && t.dossier.withoutDate(undated),
    describeWithheld(sources.filter(({ rights }) => rights !== 'full').length),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
})

function describeWithheld(count: number): string {
  return count === 0 ? '' : t.dossier.withheld(count)
}

/** A dated event on the first page, and why it was chosen. */
export interface BriefedEvent {
  readonly why: keyof typeof t.dossier.chosen
  readonly datedEvent: DatedEventEntry
}

/** Summary on the first page: who, where, what happened, what was last published. */
export interface Brief {
  /** The people and organisations that most sources name. */
  readonly who: readonly EntityEntry[]
  readonly where: readonly EntityEntry[]
  readonly events: readonly BriefedEvent[]
  /** The figures by the thing counted, those of people first. */
  readonly figures: readonly { readonly quantity: string; readonly name: string; readonly values: readonly string[] }[]
  readonly latest: readonly SourceEntry[]
}

const MOST = 5

/** Chooses what the first page shows. A build has no clock: the day of the latest source takes the place of today. */
export function briefDossier(dossier: DossierView): Brief {
  const { about, sources, entities, datedEvents } = dossier
  return {
    who: rankActors(dossier).slice(0, MOST),
    where: entities
      .filter(({ kind }) => kind === 'place')
      .toSorted(byMentions)
      .slice(0, MOST),
    events: chooseEvents(datedEvents, about),
    figures: briefFigures(dossier),
    latest: sources
      .toSorted(byText(({ date }) => date ?? ''))
      .reverse()
      .slice(0, MOST),
  }
}

/** Maximum span (days) of an exact date; and days before the first source from which events count. */
const [EXACT, SEASON] = [14, 90]

/**
 * What happened, in order of time: the first event and the last one, the two that most sources report (if no two
 * sources report one, plans with a later report), and the next or last planned event.
 */
export function chooseEvents(
  datedEvents: readonly DatedEventEntry[],
  { from = '0000-01-01', to = '9999-12-31' }: Pick<DossierView['about'], 'from' | 'to'> = {},
): BriefedEvent[] {
  const [start, today] = [firstDayNumber(from) - SEASON, lastDayOf(to)]
  const isReported = ({ mode, reports }: DatedEventEntry) => mode === 'reported' && !reports.some((one) => one.disputed)
  const inTime = datedEvents.filter(({ isPlaced, lo, hi }) => isPlaced && lo && hi && firstDayNumber(lo) >= start)
  const [reported, plans] = [inTime.filter(isReported), inTime.filter(({ mode }) => mode === 'plan')]
  const [exact, exactPlans] = [preferExact(reported), preferExact(plans)]
  const most = rankByReporting(datedEvents.filter(isReported)).slice(0, 2)
  const chosen: (BriefedEvent | undefined)[] = [
    ...most.map((datedEvent) => ({ why: 'most' as const, datedEvent })),
    pick(
      'last',
      exact.findLast(({ hi }) => hi! <= today),
    ),
    pick('next', exactPlans.find(({ lo }) => lo! > today) ?? exactPlans.at(-1)),
    pick('first', exact[0]),
    ...(most.length > 0 ? [] : plans.filter(({ followedBy }) => followedBy.length > 0))
      .slice(0, 2)
      .map((datedEvent) => ({ why: 'followed' as const, datedEvent })),
  ]
  const distinct = new Map<DatedEventEntry, BriefedEvent>()
  for (const one of chosen) if (one && !distinct.has(one.datedEvent)) distinct.set(one.datedEvent, one)
  return [...distinct.values()].sort((a, b) => datedEvents.indexOf(a.datedEvent) - datedEvents.indexOf(b.datedEvent))
}

const pick = (why: BriefedEvent['why'], datedEvent: DatedEventEntry | undefined) => datedEvent && { why, datedEvent }

/** Those dated to within a fortnight, or all where none is. */
function preferExact(datedEvents: readonly DatedEventEntry[]): readonly DatedEventEntry[] {
  const exact = datedEvents.filter(({ lo, hi }) => firstDayNumber(hi!) - firstDayNumber(lo!) <= EXACT)
  return exact.length > 0 ? exact : datedEvents
}

/** Kinds of figures that the first page gives, and values of each. */
const [MOST_KINDS, MOST_VALUES] = [4, 4]

/** The first kinds of quantity of the ledger, without the numbers of no kind and the dates that differ. */
function briefFigures({ listedFigures }: DossierView): Brief['figures'] {
  return groupByQuantity(listedFigures)
    .filter(({ quantity }) => quantity !== 'count' && quantity !== 'date')
    .slice(0, MOST_KINDS)
    .map(({ quantity, name, figures }) => ({
      quantity,
      name,
      values: distinctWords(figures.flatMap(({ rows }) => rows)),
    }))
}

const distinctWords = (rows: readonly { readonly words: string }[]) =>
  [...new Set(rows.map(({ words }) => `“${words}”`))].slice(0, MOST_VALUES)

/** A pointer to something disputed, for the first page. */
export interface Teaser {
  readonly kind: keyof typeof t.comparison.teaser.kinds
  readonly href: string
  readonly words: string
  /** The compared statement, or its speaker. */
  readonly how: string
}

const MOST_TEASERS = 3

/** At most three sure disagreements, one of each sort before a second of any. */
export function listTeasers(dossier: DossierView): Teaser[] {
  const { contradictions, denials, differing } = listDisagreements(dossier)
  const at = (id: string) => withBase(`/disagreements/#${id}`)
  const namesOf = (places: readonly { readonly source: string }[]) =>
    formatList([...new Set(places.map(({ source }) => source))].map((id) => nameSource(dossier.sourceOf.get(id)!)))
  const sorts: Teaser[][] = [
    denials.map(({ id, words, denied, isLater, accounts }) => ({
      kind: 'denial',
      href: at(`denial-${id}`),
      words: shortenTitle(words, MOST_LETTERS),
      how:
        denied && !isLater
          ? t.comparison.teaser.against(shortenTitle(denied.summary), formatWhen(denied))
          : namesOf(accounts.slice(-1)),
    })),
    rankFigures(differing).map((figure) => ({
      kind: figure.rows[0]?.unit === 'date' ? 'date' : 'figure',
      href: addressOf(figure.id),
      words: titleOfFigure(figure),
      how: t.comparison.teaser.values(distinctWords(figure.rows), formatCount(sourcesAmong(figure.rows), 'source')),
    })),
    contradictions
      .filter(({ answer }) => !answer?.isCurrent)
      .map(({ reason, hash, passages }) => ({
        kind: 'conflict',
        href: at(`c-${hash}`),
        words: reason,
        how: namesOf(passages),
      })),
  ]
  return [...sorts.flatMap((sort) => sort.slice(0, 1)), ...sorts.flatMap((sort) => sort.slice(1))].slice(
    0,
    MOST_TEASERS,
  )
}

/** Letters of a sentence that the first page gives. */
const MOST_LETTERS = 130

/** The sentence of a dated event for the first page: if it is long, the part with its date. */
export function excerptEvent({ summary, reports }: DatedEventEntry): string {
  const words = reports[0]?.words ?? ''
  const end = summary.indexOf(words) + words.length
  if (summary.length <= MOST_LETTERS || end < MOST_LETTERS) return shortenTitle(summary, MOST_LETTERS)
  const start = summary.indexOf(' ', Math.min(end, summary.length - MOST_LETTERS / 3) - (2 * MOST_LETTERS) / 3)
  return `…${shortenTitle(summary.slice(start + 1), MOST_LETTERS)}`
}
