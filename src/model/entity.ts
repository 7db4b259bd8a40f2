import { z } from 'zod'
import { certainty } from './evidence.ts'
import { entityKind } from './kind.ts'
import { span, spanInFile } from './passage.ts'

/**
 * How words refer: `name`: a proper name or acronym; `demonym`: an adjective or people's name that points to a place
 * ("French"); `nominal`: words that refer without naming ("the truce"), linked only by a rule of high precision.
 */
export const mentionForm = z.enum(['name', 'demonym', 'nominal'])
export type MentionForm = z.infer<typeof mentionForm>

/** A place in a passage where an entity is named or referred to. */
export const mention = z.object({
  span,
  kind: entityKind,
  /** Finer than the kind where a rule knows it: `armed-group`, `country`, `agreement`, `talks` … */
  subtype: z.string().optional(),
  form: mentionForm,
  /**
   * The main name that the words lead to: for a demonym its place, for a nominal the full words of its antecedent,
   * for a name that the register or a list of countries or world bodies knows ("U.N.") the name there.
   */
  refersTo: z.string().optional(),
  /** The country whose government is meant, for the name of a capital or of a seat of government. */
  standsFor: z.string().optional(),
  /** For a place: the country, state or province named directly after it, and the country that this is or is in. */
  within: z.object({ name: z.string(), country: z.string().optional() }).optional(),
  certainty,
  rule: z.string(),
})
export type Mention = z.infer<typeof mention>

/** A role of a person in words set off beside the name: "Ada Vale, the harbour master, said". */
export const role = z.object({
  /** The words of the role, with their article. */
  span,
  /** The mention of the person beside it. */
  person: span,
  certainty,
  rule: z.string(),
})
export type Role = z.infer<typeof role>

/** Why two names were joined or kept apart. */
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
  /** Decisions of the register and rules that joined names across sources. */
  identity: z.array(identityStep),
  /** Entities that it may be the same as, for a person to decide. */
  possiblySame: z.array(
    z.object({ entity: z.string(), rule: z.string(), reason: z.string(), evidence: z.array(spanInFile) }),
  ),
  /** Typed relations that are not identity: `seat-of-government`, `part-of`. */
  related: z.array(z.object({ entity: z.string(), relation: z.string(), rule: z.string(), reason: z.string() })),
})
export type Entity = z.infer<typeof entity>
