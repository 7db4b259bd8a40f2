import type { Entity } from '../model/entity.ts'
import { foldName } from './characters.ts'

/** The entity that an editor means by a name: the one with that main name, else a registered one that has it besides. */
export function findNamed(entities: readonly Entity[], name: string): Entity | undefined {
  const key = foldName(name)
  return (
    entities.find((one) => foldName(one.name) === key) ??
    entities.find(
      ({ isRegistered, aliases, unprinted = [] }) =>
        isRegistered && [...aliases, ...unprinted].some((other) => foldName(other) === key),
    )
  )
}
