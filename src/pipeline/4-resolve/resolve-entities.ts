import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { buildEntities } from './build-entities.ts'
import { checkDecided, checkRegister, checkMisspelt } from './check-register.ts'
import type { Cluster } from './cluster.ts'
import { addRival, isApart, isListed, mergeClusters } from './cluster.ts'
import type { Contexts, WordsBeside } from './contexts.ts'
import { collectContexts, hasSharedContext, prepareWordsBeside } from './contexts.ts'
import { groupSource, groupUnnamedSpeakers } from './group-source.ts'
import type { MentionGroup } from './group.ts'
import { companyOf, isFullPerson } from './group.ts'
import { joinEqual, joinMiddleNames } from './join-equal.ts'
import { isShortName, placeShort } from './places.ts'
import { indexRegister } from './name-forms.ts'
import { settleKindsAcross } from './settle-kinds.ts'

/**
 * Decides which mentions mean the same person or thing: inside each source, then across sources. The register's
 * decisions win; what the evidence leaves open is listed as possibly the same and never joined.
 *
 * @param found each source with what was found in it
 * @param register the authority register, which may be empty
 * @returns entities by key and mentions by file and place; problems of the register
 */
export function resolveEntities(
  found: readonly { source: Source; findings: Findings }[],
  register: Register,
): Reported<{ entities: Entity[]; mentions: ResolvedMention[] }> {
  const index = indexRegister(register)
  const wordsBeside = prepareWordsBeside(found.map(({ source }) => source))
  const settled = settleKindsAcross(found, index)
  const named = found.flatMap(({ source }, at) => groupSource(source, settled[at]!, index))
  const groups = [...named, ...groupUnnamedSpeakers(settled, named, index)]
  const value = buildEntities(joinSources(groups, wordsBeside), index)
  const decided = checkDecided(
    found.map(({ findings }) => findings),
    value.entities,
    value.mentions,
  )
  const misspelt = checkMisspelt(
    register,
    value.entities,
    found.map(({ source }) => source),
  )
  return { value, problems: [...checkRegister(register), ...decided, ...misspelt] }
}

/**
 * Joins the groups of all sources: equal full names first, then spellings of one full name and middle names left
 * out, last the short names that can mean only one of them. What remains doubtful is kept apart and noted. No name is
 * joined to another through a third that is unlike both.
 */
function joinSources(groups: readonly MentionGroup[], wordsBeside: WordsBeside): Cluster[] {
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

/**
 * Joins clusters of persons whose full names are spellings of one name and whose sources share another name.
 * The spelling key is an equivalence, so no name is joined through a third that is unlike it.
 */
function joinSpellings(clusters: readonly Cluster[], contexts: Contexts): Cluster[] {
  const joined: Cluster[] = []
  const bySound = new Map<string, number>()
  for (const cluster of clusters) {
    const sound = isFullPerson(cluster.groups[0]) ? cluster.groups[0].sound : undefined
    const at = sound === undefined ? undefined : bySound.get(sound)
    if (at !== undefined && isOne(joined[at]!, cluster, contexts)) {
      joined[at] = mergeClusters(
        joined[at]!,
        cluster,
        'identity/transliteration-across',
        'are spellings of one full name',
      )
      continue
    }
    const index = joined.push(at === undefined ? cluster : addRival(cluster, joined[at]!, 'may be a spelling of')) - 1
    if (sound !== undefined && at === undefined) bySound.set(sound, index)
  }
  return joined
}

function isOne(a: Cluster, b: Cluster, contexts: Contexts): boolean {
  const isNamesake = b.rivals.some(({ group }) => a.groups.includes(group))
  return (
    !isNamesake &&
    !isApart(a, b) &&
    b.groups.some((group) => a.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
  )
}
