import type { DatedEvent, Telling } from '../../model/dated-event.ts'
import type { DatedEventEntry, QuotationEntry } from '../../model/entry.ts'
import type { Composition } from './composition.ts'
import { referToCaveat, referToEntity, referToPassage } from './refer.ts'
import { wordsAt } from './words-at.ts'

/** The lines of `content/timeline.json`: dated statements by first day, then those that no source places. */
export function entriesOfDatedEvents(composition: Composition): DatedEventEntry[] {
  const { datedEvents, unplaced } = composition.dossier
  return [
    ...datedEvents.map((one) => entryOf(composition, one, true)),
    ...unplaced.map((one) => entryOf(composition, one, false)),
  ]
}

function entryOf(composition: Composition, datedEvent: DatedEvent, isPlaced: boolean): DatedEventEntry {
  const { key, entities, participants, places, tellings, possiblySame, followedBy, contradictedBy, mode, ...rest } =
    datedEvent
  const idOf = (other: string) => composition.addresses.datedEvents.get(other)!.id
  const idsOf = (keys: readonly string[] = []) => keys.map((entity) => composition.pageOfEntity(entity).id)
  const link = <T extends { key: string }>(links: readonly T[] = []) =>
    links.map(({ key: other, ...step }) => ({ id: idOf(other), ...step }))
  return {
    id: idOf(key),
    ...rest,
    mode: mode ?? tellings[0]!.mode,
    isPlaced,
    entities: entities.map((entity) => referToEntity(composition, entity)),
    participants: idsOf(participants),
    places: idsOf(places),
    tellings: tellings.map((telling) => entryOfTelling(composition, telling)),
    possiblySame: link(possiblySame),
    followedBy: link(followedBy),
    contradictedBy: link(contradictedBy),
  }
}

function entryOfTelling(
  composition: Composition,
  { sentence, date, mode, rule, reason, caveat, disputed }: Telling,
): DatedEventEntry['tellings'][number] {
  const dated = composition.annotationsOf(date.file, date.passage).dates.find(({ span }) => span.start === date.start)
  return {
    ...referToPassage(composition, sentence),
    sentence: wordsAt(composition, sentence),
    words: wordsAt(composition, date),
    mode,
    ...(rule && { modeRule: rule }),
    ...(reason && { modeReason: reason }),
    reason: dated?.reason ?? '',
    ...referToCaveat(composition, caveat, date),
    ...(disputed && { disputed }),
  }
}

/** The lines of `content/quotations.json`: each quotation with its occurrences, the earliest dated first. */
export function entriesOfQuotations(composition: Composition): QuotationEntry[] {
  return composition.dossier.quotations.map(({ key, speaker, occurrences, ...quotation }) => ({
    id: composition.addresses.quotations.get(key)!.id,
    ...quotation,
    ...(speaker && { speaker: referToEntity(composition, speaker) }),
    ...(occurrences[0]?.certainty && { certainty: occurrences[0].certainty }),
    occurrences: occurrences.map(({ at, speaker: _, caveat, ...occurrence }) => ({
      ...referToPassage(composition, at[0]!),
      ...occurrence,
      ...referToCaveat(composition, caveat, at[0]!),
    })),
  }))
}
