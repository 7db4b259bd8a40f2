import { lastDayOf } from '../../text/calendar.ts'
import { formatDate } from '../../figures/word-date.ts'
import { stampFact } from '../loader/reads.ts'
import { byText } from './by-text.ts'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../../model/entry.ts'
import { byMentions, rankActors } from '../entity/list-mentions.ts'
import { listDisagreements } from '../comparison/list-disagreements.ts'
import { rankFigures, titleOfFigure } from '../figures/describe-figures.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { formatCount, shortenTitle, t } from '../text/text.ts'
import { formatWhen, rankByTellers } from '../timeline/dated-events.ts'
import type { DossierView } from './dossier.ts'

/** What a search or a table covers: "12 sources, 3 January 2023 to 5 May 2023, 2 without a date." */
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

/** A dated event as the first page tells it, and why it is told there. */
export interface ToldEvent {
  readonly why: 'most' | 'last' | 'next'
  readonly datedEvent: DatedEventEntry
}

/** What a reader must know first: who, where, what happened, what was last published. */
export interface Brief {
  /** The people and organisations that most sources name. */
  readonly who: readonly EntityEntry[]
  readonly where: readonly EntityEntry[]
  readonly events: readonly ToldEvent[]
  readonly latest: readonly SourceEntry[]
}

const MOST = 5

/** Chooses what the first page tells. A dossier has no today: the day of its latest source stands for it. */
export function briefDossier(dossier: DossierView): Brief {
  const { about, sources, entities, datedEvents } = dossier
  return {
    who: rankActors(dossier).slice(0, MOST),
    where: entities
      .filter(({ kind }) => kind === 'place')
      .toSorted(byMentions)
      .slice(0, MOST),
    events: chooseEvents(datedEvents, about.to),
    latest: sources
      .toSorted(byText(({ date }) => date ?? ''))
      .reverse()
      .slice(0, MOST),
  }
}

/** The two that most sources tell; of those dated to the day, the last before the latest source and the next planned after it. */
export function chooseEvents(datedEvents: readonly DatedEventEntry[], today = '9999'): ToldEvent[] {
  const isTold = ({ mode, tellings }: DatedEventEntry) => mode === 'reported' && !tellings.some((one) => one.disputed)
  const inTime = datedEvents.filter(({ isPlaced, lo, precision }) => isPlaced && lo && precision === 'day')
  const most = rankByTellers(datedEvents.filter(isTold)).slice(0, 2)
  const last = inTime.findLast((one) => isTold(one) && (one.hi ?? '9999') <= lastDayOf(today))
  const next = inTime.find(({ mode, lo }) => mode === 'plan' && lo! > today)
  return [
    ...most.map((datedEvent) => ({ why: 'most' as const, datedEvent })),
    ...(last && !most.includes(last) ? [{ why: 'last' as const, datedEvent: last }] : []),
    ...(next ? [{ why: 'next' as const, datedEvent: next }] : []),
  ]
}

/** A pointer to something disputed, for the first page. */
export interface Teaser {
  readonly href: string
  readonly words: string
  readonly how: string
}

const [MOST_TEASERS, MOST_VALUES] = [3, 4]

/** At most three of what the sources surely do not agree on, of each sort one before a second of any. */
export function listTeasers(dossier: DossierView): Teaser[] {
  const { contradictions, outcomes, differing } = listDisagreements(dossier)
  const says = t.comparison.teaser
  const sorts: Teaser[][] = [
    outcomes
      .filter(({ isDenied, isLater }) => isDenied && !isLater)
      .map(({ plan, later }) => ({
        href: addressOf(plan.id),
        words: shortenTitle(plan.summary),
        how: says.denied(formatWhen(plan), formatWhen(later), plan.mode === 'plan'),
      })),
    rankFigures(differing).map((figure) => ({
      href: addressOf(figure.id),
      words: titleOfFigure(figure),
      how: says.values(
        [...new Set(figure.rows.map(({ words }) => `“${words}”`))].slice(0, MOST_VALUES),
        figure.rows.length,
      ),
    })),
    contradictions
      .filter(({ answer }) => !answer?.isCurrent)
      .map(({ reason }) => ({ href: withBase('/disagreements/#contradictions'), words: reason, how: says.odds })),
  ]
  return [...sorts.flatMap((sort) => sort.slice(0, 1)), ...sorts.flatMap((sort) => sort.slice(1))].slice(
    0,
    MOST_TEASERS,
  )
}
