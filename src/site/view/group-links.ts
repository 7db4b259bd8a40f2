import type { OriginEntry } from '../../model/entry.ts'

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
