import type { EntityPage } from './dossier.ts'

/** Every name of an entity, its own first: those that sources print, then those that only the register gives. */
export function listNames({ name, names, unprinted = [] }: EntityPage): string[] {
  return [...new Set([name, ...names.filter(({ form }) => form === 'name').map(({ words }) => words), ...unprinted])]
}
