import { z } from 'zod'

/** What a matrix or a search speaks for, so that silence is not taken for absence. */
export const scope = z.object({
  sources: z.int().nonnegative(),
  /** First and last publication date of the dated sources. */
  from: z.string().optional(),
  to: z.string().optional(),
  undated: z.int().nonnegative(),
  /** Sources whose text is shown only in part or not at all. */
  withheld: z.int().nonnegative(),
  /** Independent origins among the sources. */
  origins: z.int().nonnegative(),
})
export type Scope = z.infer<typeof scope>

/** One row of a matrix: which sources speak of it. A source that is not in `cells` is silent. */
export const coverageRow = z.object({
  /** Key of an entity, dated event, quotation or table of figures. */
  key: z.string(),
  cells: z.array(z.object({ file: z.string(), count: z.int().positive() })),
  /** Independent origins among these sources. */
  origins: z.int().positive(),
})
export type CoverageRow = z.infer<typeof coverageRow>

/** Who speaks of what. */
export const coverage = z.object({
  scope,
  /** Columns of both matrices: every source, by publication date, undated last. */
  files: z.array(z.string()),
  /** Sentences that mention the entity, by source. Rows by number of sources, then of sentences, then key. */
  entities: z.array(coverageRow),
  /** Tellings of the dated event, by source. Rows in the order of the timeline. */
  datedEvents: z.array(coverageRow),
  /** Occurrences of the quotation and rows of the figure's table, by source. */
  quotations: z.array(coverageRow),
  figures: z.array(coverageRow),
})
export type Coverage = z.infer<typeof coverage>
