import { z } from 'zod'
import { certainty } from './evidence.ts'
import { entityKind } from './kind.ts'
import { mention } from './mention.ts'
import { spanInFile } from './passage.ts'

/** Why two names were taken for one entity, or kept apart. */
export const identityStep = z.object({
  rule: z.string(),
  certainty,
  /** The sentence a reader sees: "“Ms Okafor” follows “Ines Okafor” in the same source." */
  reason: z.string(),
})
export type IdentityStep = z.infer<typeof identityStep>

/** A mention with the entity it was resolved to. */
export const resolvedMention = mention.extend({
  file: z.string(),
  /** Words of the mention, as printed. */
  words: z.string(),
  /** Key of the entity. */
  entity: z.string(),
  step: identityStep,
})
export type ResolvedMention = z.infer<typeof resolvedMention>

/** Somebody or something that the sources name, joined over all its mentions. */
export const entity = z.object({
  /** Unique within one build: kind, a colon, and the normalised name. Not an address. */
  key: z.string(),
  kind: entityKind,
  subtype: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  /** Every other wording of a mention, most frequent first, then by code point. */
  aliases: z.array(z.string()),
  /** Names that only the register gives: no source prints them, but a reader may search for them. */
  unprinted: z.array(z.string()).optional(),
  sameAs: z.array(z.string()),
  /** Latitude and longitude, WGS 84 degrees. */
  coordinates: z.tuple([z.number(), z.number()]).optional(),
  /** The coordinates are those of the one place of its name in a gazetteer: no person has confirmed them. */
  isLocatedByName: z.literal(true).optional(),
  /** True when the register has an entry for it. */
  isRegistered: z.boolean(),
  /** Decisions of the register and steps of the rules that joined names across sources. */
  identity: z.array(identityStep),
  /** Other entities it may be: waits for a person. */
  possiblySame: z.array(z.object({ entity: z.string(), reason: z.string(), evidence: z.array(spanInFile) })),
  /** Typed relations that are not identity: `seat-of-government`, `part-of`. */
  related: z.array(z.object({ entity: z.string(), relation: z.string(), reason: z.string() })),
})
export type Entity = z.infer<typeof entity>
