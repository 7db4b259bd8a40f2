import { z } from 'zod'
import { joinStep } from '../evidence.ts'
import { entityKind } from '../kind.ts'

/** Opaque id of a source, entity, quotation or dated event: 8 characters. */
export const pageId = z.string().regex(/^[0-9a-z]{8}$/)
/** Opaque id of a passage. */
export const passageId = z.string().regex(/^p-[0-9a-z]{6}$/)

/** A count of mentions of one entity. */
export const entityCount = z.object({ id: pageId, kind: entityKind, name: z.string(), mentions: z.int() })
export type EntityCount = z.infer<typeof entityCount>

/** An entity as an entry names it. */
export const entityReference = z.object({ id: pageId, kind: entityKind, name: z.string() })
export type EntityReference = z.infer<typeof entityReference>

/** A passage as an entry cites it: "¶ 3" of a source. */
export const passageReference = z.object({ source: pageId, passage: passageId, ordinal: z.int() })
export type PassageReference = z.infer<typeof passageReference>

/** A passage in which a source says that it could not confirm a claim. */
export const caveatReference = passageReference.extend({
  ...joinStep.shape,
  /** The words that say so. */
  words: z.string(),
  /** Their sentence, when it is another than that of the claim. */
  sentence: z.string().optional(),
})
export type CaveatReference = z.infer<typeof caveatReference>
