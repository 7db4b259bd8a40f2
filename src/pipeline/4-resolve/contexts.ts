import type { MentionGroup } from './group.ts'

/** Subtypes of those who report: they say nothing of the matter. */
const REPORTERS = new Set(['broadcaster', 'media', 'news-agency', 'newspaper'])

/** What each source speaks of: its main names by their folded form, those who report apart. */
export type Contexts = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Lists what each source speaks of. */
export function collectContexts(groups: readonly MentionGroup[]): Contexts {
  const contexts = new Map<string, Map<string, string>>()
  for (const group of groups) {
    if (group.members.some(({ mention }) => REPORTERS.has(mention.subtype ?? ''))) continue
    const context = contexts.get(group.file) ?? new Map<string, string>()
    contexts.set(group.file, context.set(group.key, group.name))
  }
  return contexts
}

/** Names that the sources of two groups share, the groups' own apart; no more than `limit` of them. */
export function sharedContext(a: MentionGroup, b: MentionGroup, contexts: Contexts, limit: number): string[] {
  const other = contexts.get(b.file)
  const own = [...a.keys, ...b.keys, a.key, b.key, a.topic ?? ''].join(' | ')
  const shared: string[] = []
  for (const [key, name] of contexts.get(a.file) ?? []) {
    if (shared.length === limit) break
    if (other?.has(key) && !own.includes(key)) shared.push(name)
  }
  return shared
}

/** Whether the sources of two groups share at least so many other names. */
export function hasSharedContext(a: MentionGroup, b: MentionGroup, contexts: Contexts, atLeast: number): boolean {
  return sharedContext(a, b, contexts, atLeast).length >= atLeast
}
