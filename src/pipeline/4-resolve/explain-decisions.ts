import type { IdentityStep } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'

/** The register's decisions on an entity, as its page shows them. */
export function explainDecisions(entry: RegisteredEntity | undefined): IdentityStep[] {
  const decide =
    (rule: string, verb: string) =>
    ({ name, reason }: { name: string; reason: string }): IdentityStep => ({
      rule,
      certainty: 'editor',
      reason: `The register says that this ${verb} “${name}”: ${reason}`,
    })
  return [
    ...(entry?.same ?? []).map(decide('register/same', 'is')),
    ...(entry?.notSame ?? []).map(decide('register/not-same', 'is not')),
    ...(entry?.possiblySame ?? []).map(decide('register/possibly-same', 'may be')),
  ]
}
