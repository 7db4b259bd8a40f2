import { type Cluster, isListed } from './cluster.ts'
import { collectContexts } from './contexts.ts'
import { companyOf, type MentionGroup } from './group.ts'
import { joinEqual } from './join-equal.ts'
import { joinMiddleNames } from './join-middle-names.ts'
import { joinSpellings } from './join-spellings.ts'
import type { WordsBeside } from './words-beside.ts'
import { isShortName, placeShort } from './place-short.ts'

/**
 * Joins the groups of all sources: equal full names first, then spellings of one full name and middle names left
 * out, last the short names that can mean only one of them. What remains doubtful is kept apart and noted. No name is
 * joined to another through a third that is unlike both.
 */
export function joinSources(groups: readonly MentionGroup[], wordsBeside: WordsBeside): Cluster[] {
  const contexts = collectContexts(groups)
  const companies = new Set(groups.flatMap(({ kind, key }) => (kind === 'organisation' ? (companyOf(key) ?? []) : [])))
  const isShort = (group: MentionGroup) =>
    isShortName(group) || (group.kind === 'organisation' && !isListed(group) && companies.has(group.key))
  const full = joinMiddleNames(
    joinSpellings(
      joinEqual(
        groups.filter((group) => !isShort(group)),
        contexts,
        wordsBeside,
      ),
      contexts,
    ),
    contexts,
  )
  return placeShort(joinEqual(groups.filter(isShort), contexts), full, contexts)
}
