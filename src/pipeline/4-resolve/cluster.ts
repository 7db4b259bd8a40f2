import type { IdentityStep } from '../../model/entity.ts'
import type { SpanInFile } from '../../model/span.ts'
import { type Group, keyOf } from './group.ts'

/** Groups of several sources that mean one person or thing. */
export interface Cluster {
  readonly groups: readonly Group[]
  /** Why groups of different sources were joined. */
  readonly identity: readonly IdentityStep[]
  /** Groups of other clusters that it may be. */
  readonly rivals: readonly { readonly group: Group; readonly reason: string }[]
}

/** What each source speaks of besides one of its groups, by folded main name; news agencies say nothing of the matter. */
export type Contexts = ReadonlyMap<string, ReadonlySet<string>>

/** Lists what each source speaks of. */
export function collectContexts(groups: readonly Group[]): Contexts {
  const contexts = new Map<string, Set<string>>()
  for (const group of groups) {
    if (group.members.some(({ mention }) => mention.subtype === 'news-agency')) continue
    const context = contexts.get(group.file) ?? new Set<string>()
    contexts.set(group.file, context.add(keyOf(group)))
  }
  return contexts
}

/** Names that two groups' sources share, apart from names that are part of the groups' own. */
export function sharedContext(a: Group, b: Group, contexts: Contexts): string[] {
  const own = `${[...a.keys, ...b.keys, keyOf(a), keyOf(b), a.topic ?? ''].join(' | ')}`
  const other = contexts.get(b.file)
  return [...(contexts.get(a.file) ?? [])].filter((key) => other?.has(key) && !own.includes(key))
}

/** First mention of a group, as evidence. */
export function evidenceOf(group: Group): SpanInFile {
  return { ...group.members[0]!.mention.span, file: group.file }
}
