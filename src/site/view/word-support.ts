import type { DossierView } from './dossier.ts'
import { wordCount } from './word-count.ts'

/**
 * How many sources stand behind something, and how many of them are independent: "3 sources, 2 origins".
 * Sources that share wording or an agency are one origin: repeating is not confirming.
 *
 * @param told its tellings, printings or rows
 */
export function wordSupport(
  id: string,
  told: readonly { readonly source: string }[],
  { coverageOf }: Pick<DossierView, 'coverageOf'>,
): string {
  const sources = new Set(told.map(({ source }) => source)).size
  const origins = coverageOf.get(id)?.origins
  return sources > 1 && origins
    ? `${wordCount(sources, 'source')}, ${wordCount(origins, 'origin')}`
    : wordCount(sources, 'source')
}
