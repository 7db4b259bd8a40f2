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
