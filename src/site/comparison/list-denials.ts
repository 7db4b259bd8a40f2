import type { DatedEventEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
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

/** What each dated event is linked to in one way, where the other is known. */
export function linksOf(
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
export function listDenials(dossier: DossierView): Denial[] {
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
export function accountsOf({ reports }: DatedEventEntry, label: string): Account[] {
  return reports.map(({ source, passage, ordinal, sentence }) => ({ source, passage, ordinal, sentence, label }))
}
