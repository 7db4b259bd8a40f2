import { z } from 'zod'

/** The five kinds of entity that have pages of their own. */
export const entityKind = z.enum(['person', 'organisation', 'place', 'event', 'work'])
export type EntityKind = z.infer<typeof entityKind>

/** The folder, collection and first address segment of each kind. */
export const COLLECTION_OF = {
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  event: 'events',
  work: 'works',
} as const satisfies Record<EntityKind, string>

export type EntityCollection = (typeof COLLECTION_OF)[EntityKind]

/**
 * The word by which the search index knows that a passage names an entity, whatever words it uses. It stands behind the
 * passage's own words in the index alone; no reader sees it, and no language has it.
 *
 * @param id id of the entity's page
 */
export function nameToken(id: string): string {
  return `qzq${id}`
}
