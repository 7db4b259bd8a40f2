import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/findings.ts'
import type { Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { buildEntities } from './build-entities.ts'
import { checkDecided } from './check-decided.ts'
import { checkRegister } from './check-register.ts'
import { groupSource } from './group-source.ts'
import { joinSources } from './join-sources.ts'
import { indexRegister } from './register-index.ts'
import { settleKindsAcross } from './settle-kinds.ts'
import { prepareWordsBeside } from './words-beside.ts'

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
  const groups = found.flatMap(({ source }, at) => groupSource(source, settled[at]!, index))
  const value = buildEntities(joinSources(groups, wordsBeside), index)
  const decided = checkDecided(
    found.map(({ findings }) => findings),
    value.entities,
    value.mentions,
  )
  return { value, problems: [...checkRegister(register), ...decided] }
}
