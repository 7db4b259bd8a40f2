import { z } from 'zod'
import { contradiction, coverage, originGroup } from './comparison.ts'
import { datedEvent } from './dated-event.ts'
import { certainty, jointEdit } from './evidence.ts'
import { figureTable } from './figure.ts'
import { wordings } from './label.ts'
import { range, spanInFile } from './passage.ts'
import { quotation } from './quotation.ts'

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

/** What stage 5 makes of all sources together. */
export const relations = z.object({
  /** One for each mentioned entity, by key. */
  entityRelations: z.array(entityRelation),
  /** By first occurrence: publication date, undated last, then file and place. */
  quotations: z.array(quotation),
  /** By first day. */
  datedEvents: z.array(datedEvent),
  /** Dated events whose year or day their sources do not give: they point to what they may be, nothing points to them. */
  unplaced: z.array(datedEvent),
  /** The claim ledger, by key. */
  figures: z.array(figureTable),
  wordings,
  origins: z.array(originGroup),
  coverage,
  /** By key; those with a current answer are kept and are silent. */
  contradictions: z.array(contradiction),
  /** What a person corrected between sources; absent when nothing was. */
  edits: z.array(jointEdit).optional(),
})
export type Relations = z.infer<typeof relations>
