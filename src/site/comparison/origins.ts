import type { OriginEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { formatCount } from '../text/phrases.ts'

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
