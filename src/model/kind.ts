import { z } from 'zod'

/** Names of one kind of entity in the site and in other vocabularies. */
export interface KindFacts {
  /** The folder, collection and first address segment. */
  readonly collection: string
  /** Type of schema.org. */
  readonly schemaOrg: string
  /** Schema of FollowTheMoney. */
  readonly followTheMoney: string
  /** Elements of TEI P5: the list, its item, a name, and the wrapper of its names, if any. */
  readonly tei: readonly [list: string, item: string, name: string, names?: string]
  /** Colour of the share image; the site's own is in `tokens.css`. */
  readonly colour: string
}

/**
 * The kinds of entity that have their own pages, in the order of lists. An `object` is a vessel, an aircraft, a
 * spacecraft, a weapon, a law, a product or a prize; without a subtype the text does not say what the name means. To
 * add a kind, add it here, its words to `text/en.ts`, its colour and glyph to `tokens.css` and the
 * switch of its layer to `evidence.css`.
 */
export const KINDS = {
  person: {
    collection: 'people',
    schemaOrg: 'Person',
    followTheMoney: 'Person',
    tei: ['listPerson', 'person', 'persName'],
    colour: '#1c248e',
  },
  organisation: {
    collection: 'organisations',
    schemaOrg: 'Organization',
    followTheMoney: 'Organization',
    tei: ['listOrg', 'org', 'orgName'],
    colour: '#925f95',
  },
  place: {
    collection: 'places',
    schemaOrg: 'Place',
    followTheMoney: 'Address',
    tei: ['listPlace', 'place', 'placeName'],
    colour: '#377e67',
  },
  event: {
    collection: 'events',
    schemaOrg: 'Event',
    followTheMoney: 'Event',
    tei: ['listEvent', 'event', 'label'],
    colour: '#672514',
  },
  work: {
    collection: 'works',
    schemaOrg: 'CreativeWork',
    followTheMoney: 'Document',
    tei: ['listBibl', 'bibl', 'title'],
    colour: '#48424d',
  },
  object: {
    collection: 'objects',
    schemaOrg: 'Thing',
    followTheMoney: 'Asset',
    tei: ['listObject', 'object', 'objectName', 'objectIdentifier'],
    colour: '#5a4a00',
  },
} as const satisfies Readonly<Record<string, KindFacts>>

export type EntityKind = keyof typeof KINDS
export const entityKind = z.enum(Object.keys(KINDS) as [EntityKind, ...EntityKind[]])

/** The folder, collection and first address segment of each kind. */
export const COLLECTION_OF = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { collection }]) => [kind, collection]),
) as { readonly [K in EntityKind]: (typeof KINDS)[K]['collection'] }

export type EntityCollection = (typeof COLLECTION_OF)[EntityKind]
