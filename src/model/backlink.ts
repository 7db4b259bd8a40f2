import { z } from 'zod'
import { certainty } from './certainty.ts'
import { range, spanInFile } from './span.ts'

/** One sentence that names or refers to an entity. */
export const backlink = z.object({
  sentence: spanInFile,
  /** Where in the passage the entity is mentioned, in order. */
  mentions: z.array(range.extend({ words: z.string(), certainty, rule: z.string() })).min(1),
})
export type Backlink = z.infer<typeof backlink>

/** What the sources say of one entity, seen from the entity. Made by stage 5. */
export const entityRelation = z.object({
  entity: z.string(),
  /** By the source's date (undated last), then file, passage and place. */
  backlinks: z.array(backlink),
  /** Entities of the same sentences, with the number of such sentences; most first, then by key. */
  neighbours: z.array(z.object({ entity: z.string(), sentences: z.int().positive() })),
  /** First and last publication date among the dated sources that mention it. */
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityRelation = z.infer<typeof entityRelation>
