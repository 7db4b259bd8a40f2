import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/findings.ts'
import type { Problem } from '../../model/problem.ts'
import { nearestName } from '../../text/compare.ts'
import { isDecided } from './name-steps.ts'

/** Finds corrections by which words mean somebody whom neither the register nor any source names in full. */
export function checkDecided(
  found: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Problem[] {
  const known = new Set(entities.filter(({ isRegistered }) => isRegistered).map(({ key }) => key))
  for (const mention of mentions) if (!isDecided(mention)) known.add(mention.entity)
  const names = entities.filter(({ key }) => known.has(key)).map(({ name }) => name)
  return mentions
    .filter((mention) => isDecided(mention) && !known.has(mention.entity))
    .flatMap(({ file, span, refersTo }) => {
      const edit = found
        .find((one) => one.file === file)
        ?.edits?.find(
          (one) => one.kind === 'name' && one.span.passage === span.passage && one.span.start === span.start,
        )
      if (!edit) return []
      const near = nearestName(refersTo!, names)
      return [
        {
          file: edit.file,
          line: edit.line,
          severity: 'error' as const,
          rule: 'correction/unknown-entity',
          reason: `entity: Unexpected name “${refersTo}”, expected one of the register or of a source`,
          hint: near
            ? `entity: ${JSON.stringify(near)}`
            : `Add it to the register:\n- name: ${JSON.stringify(refersTo)}`,
        },
      ]
    })
}
