import type { HappeningEntry, QuotationEntry } from '../../model/entry.ts'
import type { Happening, Telling } from '../../model/happening.ts'
import type { Quotation } from '../../model/quotation.ts'
import type { SpanInFile } from '../../model/span.ts'
import type { WrittenFile } from '../../model/written-file.ts'
import type { Composition } from './composition.ts'
import { describeDossier } from './describe-dossier.ts'
import { referToEntity, referToPassage } from './refer.ts'
import { writeLines } from './write-lines.ts'

/** The lists beside the MDX: `content/timeline.json`, `content/quotations.json`, `content/dossier.json`. */
export function composeLists(composition: Composition): WrittenFile[] {
  const { happenings, quotations } = composition.dossier
  return [
    { path: 'content/timeline.json', text: writeLines(happenings.map((one) => entryOfHappening(composition, one))) },
    { path: 'content/quotations.json', text: writeLines(quotations.map((one) => entryOfQuotation(composition, one))) },
    { path: 'content/dossier.json', text: `${JSON.stringify(describeDossier(composition), undefined, 2)}\n` },
  ]
}

function entryOfHappening(composition: Composition, { key, entities, tellings, possiblySame, ...happening }: Happening): HappeningEntry {
  const idOf = (other: string) => composition.addresses.happenings.get(other)!.id
  return {
    id: idOf(key),
    ...happening,
    mode: modeOf(tellings),
    entities: entities.map((entity) => referToEntity(composition, entity)),
    tellings: tellings.map((telling) => entryOfTelling(composition, telling)),
    possiblySame: possiblySame.map(({ key: other, reason }) => ({ id: idOf(other), reason })),
  }
}

function entryOfTelling(composition: Composition, { sentence, date, ...telling }: Telling): HappeningEntry['tellings'][number] {
  return {
    ...telling,
    ...referToPassage(composition, sentence),
    sentence: wordsAt(composition, sentence),
    words: wordsAt(composition, date),
    reason: composition.annotationsOf(date.file, date.passage).dates.find(({ span }) => span.start === date.start)?.reason ?? '',
  }
}

/** A happening that one source reports is no longer only a plan. */
function modeOf(tellings: readonly Telling[]): Telling['mode'] {
  const modes = tellings.map(({ mode }) => mode)
  return modes.includes('reported') ? 'reported' : modes[0]!
}

function wordsAt({ sourceOf }: Composition, { file, passage, start, end }: SpanInFile): string {
  return sourceOf(file).passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
}

function entryOfQuotation(composition: Composition, { key, speaker, printings, ...quotation }: Quotation): QuotationEntry {
  const [first] = printings
  return {
    id: composition.addresses.quotations.get(key)!.id,
    ...quotation,
    ...(speaker && { speaker: referToEntity(composition, speaker) }),
    ...(first?.certainty && { certainty: first.certainty }),
    printings: printings.map(({ at, speaker: _, ...printing }) => ({ ...referToPassage(composition, at[0]!), ...printing })),
  }
}
