import { z } from 'zod'
import { certainty } from './evidence.ts'
import { entityKind } from './kind.ts'
import { span } from './passage.ts'

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
  /** The country whose government the name of a capital or of a seat of government stands for here. */
  standsFor: z.string().optional(),
  /** For a place: the country, state or province that stands right behind its name, and the country which that is or lies in. */
  within: z.object({ name: z.string(), country: z.string().optional() }).optional(),
  certainty,
  rule: z.string(),
})
export type Mention = z.infer<typeof mention>

/** What a source says that a person is, in words set off beside the name: "Ada Vale, the harbour master, said". */
export const role = z.object({
  /** The words of the role, with their article. */
  span,
  /** The mention of the person that they stand beside. */
  person: span,
  certainty,
  rule: z.string(),
})
export type Role = z.infer<typeof role>
