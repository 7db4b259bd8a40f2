import type { Entity, ResolvedMention } from '../../../model/entity.ts'
import type { Register } from '../../../model/register.ts'
import type { Finding } from './raise-contradiction.ts'

/** Finds entries of the register that no source mentions. */
export function checkUnmentioned(register: Register, entities: readonly Entity[], mentions: readonly ResolvedMention[]): Finding[] {
  const mentioned = new Set(mentions.map(({ entity }) => entity))
  const known = new Set(entities.filter(({ key, isRegistered }) => isRegistered && mentioned.has(key)).map(({ kind, name }) => `${kind}:${name}`))
  return register
    .filter(({ kind, name }) => !known.has(`${kind}:${name}`))
    .map(({ kind, name, file, line }) => ({
      rule: 'relate/register-unmentioned',
      severity: 'warning',
      reason: `The register has an entry “${name}” (${kind}) that no source mentions.`,
      passages: [],
      entities: [],
      about: `${kind}:${name}`,
      written: { file, line },
    }))
}
