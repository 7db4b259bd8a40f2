import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/findings.ts'
import type { Relations } from '../../model/relations.ts'
import type { Source } from '../../model/source.ts'
import { relateEntities } from './relate-entities.ts'
import { relateHappenings } from './relate-happenings.ts'
import { relateQuotations } from './relate-quotations.ts'

/**
 * Sets what the sources say side by side.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found, one for each source
 * @param entities every entity of the dossier
 * @param mentions their resolved mentions
 */
export function relate(sources: readonly Source[], findings: readonly Findings[], _entities: readonly Entity[], mentions: readonly ResolvedMention[]): Relations {
  return {
    entityRelations: relateEntities(sources, mentions),
    quotations: relateQuotations(sources, findings, mentions),
    happenings: relateHappenings(sources, findings, mentions),
  }
}
