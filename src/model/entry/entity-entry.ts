import { z } from 'zod'
import { certainty } from '../evidence.ts'
import { identityStep } from '../entity.ts'
import { entityKind } from '../kind.ts'
import { mentionForm } from '../mention.ts'
import { entityCount, entityReference, pageId, passageId, passageReference } from './reference.ts'
import { wordingEntry } from './comparison-entry.ts'

/** Front matter of an entity's page. The body holds a `<Passage id>` a mentioning sentence, in the order of `mentions`. */
export const entityEntry = z.object({
  id: pageId,
  slug: z.string(),
  kind: entityKind,
  subtype: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  /** Every wording of a mention with the sources that use it. */
  names: z.array(
    z.object({
      words: z.string(),
      form: mentionForm,
      mentions: z.int(),
      sources: z.array(pageId),
    }),
  ),
  /** Names that only the register gives. */
  unprinted: z.array(z.string()).optional(),
  sameAs: z.array(z.string()),
  /** Latitude and longitude, WGS 84 degrees. */
  coordinates: z.tuple([z.number(), z.number()]).optional(),
  /** The coordinates are those of the one place of its name in a gazetteer: no person has confirmed them. */
  isLocatedByName: z.literal(true).optional(),
  isRegistered: z.boolean(),
  identity: z.array(identityStep),
  possiblySame: z.array(entityReference.extend({ reason: z.string() })),
  related: z.array(entityReference.extend({ relation: z.string(), reason: z.string() })),
  /** One for each sentence of the body, by source date, then passage. */
  mentions: z.array(
    z.object({
      source: pageId,
      passage: passageId,
      ordinal: z.int(),
      words: z.array(z.string()),
      certainty,
      rules: z.array(z.string()),
    }),
  ),
  /** What sources say that a person is, in words beside the name; by source date, then passage. */
  roles: z.array(passageReference.extend({ words: z.string(), certainty, rule: z.string() })),
  /** What each source calls it: names and labels. */
  wordings: z.array(wordingEntry),
  /** Entities named in the same sentences, most frequent first. */
  neighbours: z.array(entityCount),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityEntry = z.infer<typeof entityEntry>
