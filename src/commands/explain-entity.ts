import { passageKey } from '../model/addresses.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'

/** Why the mentions of an entity are one entity: the register's decisions, the rules' steps, and what it was kept apart from. */
export function explainEntity({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const entity = dossier.entities.find(({ key }) => addresses.entities.get(key)?.id === id)
  if (!entity) return undefined
  const { key, kind, name, isRegistered, identity, possiblySame, related } = entity
  const nameOf = (other: string) => dossier.entities.find((one) => one.key === other)?.name ?? other
  return [
    `${name} (${kind}) ${id}: ${addresses.entities.get(key)!.address}`,
    `  ${isRegistered ? 'in the register' : 'not in the register'}`,
    ...identity.map(({ rule, certainty, reason }) => `  identity [${certainty}, ${rule}] ${reason}`),
    ...possiblySame.map(({ entity: other, reason }) => `  possibly the same as ${nameOf(other)}: ${reason}`),
    ...related.map(({ entity: other, relation, reason }) => `  ${relation} ${nameOf(other)}: ${reason}`),
    ...dossier.mentions
      .filter((mention) => mention.entity === key)
      .map(
        ({ file, span, words, rule, certainty, step }) =>
          `  “${words}” in ${file} ¶ ${span.passage} (${addresses.passages.get(passageKey(file, span.passage))}) [${certainty}, ${rule}] ${step.reason} [${step.rule}]`,
      ),
  ]
}
