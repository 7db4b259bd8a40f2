import type { MentionGroup } from './group.ts'

/** Subtypes of those who report: they say nothing of the matter. */
const REPORTERS = new Set(['broadcaster', 'media', 'news-agency', 'newspaper'])

/** What each source speaks of: its main names by their folded form, those who report apart. */
export type Contexts = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Rules that know a name from the lists of the program: countries, capitals, world bodies. Everybody mentions them. */
const EVERYWHERE = new Set(['name/country', 'name/capital', 'name/region', 'name/demonym', 'name/body', 'name/list'])
/** In a dossier of so many sources, what more than this share of them names tells nothing of any two. */
const [MANY, SHARE] = [8, 0.5]

/** Lists what each source speaks of, without the names that everybody mentions. */
export function collectContexts(groups: readonly MentionGroup[]): Contexts {
  const contexts = new Map<string, Map<string, string>>()
  const files = new Set(groups.map(({ file }) => file)).size
  const spread = new Map<string, Set<string>>()
  for (const { key, file } of groups) spread.set(key, (spread.get(key) ?? new Set()).add(file))
  for (const group of groups) {
    const isEverywhere = files >= MANY && spread.get(group.key)!.size > files * SHARE
    if (isEverywhere || group.members.some(({ mention }) => EVERYWHERE.has(mention.rule))) continue
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
