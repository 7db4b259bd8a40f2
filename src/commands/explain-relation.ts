import { passageKey } from '../model/addresses.ts'
import type { SpanInFile } from '../model/span.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'

/** Where a quotation was printed, to whom each printing gives it, and why the printings are one quotation. */
export function explainQuotation({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const quotation = dossier.quotations.find(({ key }) => addresses.quotations.get(key)?.id === id)
  if (!quotation) return undefined
  return [
    `Quotation ${id}: “${quotation.words}” (${quotation.mode})`,
    ...quotation.printings.flatMap(({ at, words, speakerWords, toldTo, certainty, rule, joined }) => [
      `  printed ${placeOf(addresses, at[0]!)} as “${words}” [${rule}]`,
      `    speaker: ${speakerWords ?? 'nobody named'}${certainty ? ` [${certainty}]` : ''}${toldTo ? `, told to ${toldTo}` : ''}`,
      ...(joined ? [`    joined [${joined.rule}] ${joined.reason}`] : []),
    ]),
  ]
}

/** Which sentences tell a dated statement, how each was dated, and why they were joined or kept apart. */
export function explainHappening({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const happening = dossier.happenings.find(({ key }) => addresses.happenings.get(key)?.id === id)
  if (!happening) return undefined
  const { summary, edtf, lo, hi, certainty, tellings, joined, possiblySame } = happening
  return [
    `Dated statement ${id}: ${edtf ?? `${lo ?? '..'}/${hi ?? '..'}`} [${certainty}] ${summary}`,
    ...tellings.map(({ sentence, mode, date }) => `  ${mode} by ${placeOf(addresses, sentence)}, dated by the words at ${date.start}-${date.end}`),
    ...joined.map(({ rule, reason }) => `  joined [${rule}] ${reason}`),
    ...possiblySame.map(({ key, reason }) => `  possibly the same as ${addresses.happenings.get(key)?.id ?? key}: ${reason}`),
  ]
}

function placeOf({ sources, passages }: BuiltDossier['addresses'], { file, passage }: SpanInFile): string {
  return `${sources.get(file)!.address}#${passages.get(passageKey(file, passage))}`
}
