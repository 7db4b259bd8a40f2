import type { EntityKind } from '../../model/kind.ts'

/** How a kind is called on the pages: one of it, and its index. */
export const KIND_WORDS: Record<EntityKind, { one: string; many: string }> = {
  person: { one: 'Person', many: 'People' },
  organisation: { one: 'Organisation', many: 'Organisations' },
  place: { one: 'Place', many: 'Places' },
  event: { one: 'Event', many: 'Events' },
  work: { one: 'Work', many: 'Works' },
}

/** "armed-group" as "Armed group". */
export function formatSubtype(subtype: string): string {
  const words = subtype.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
