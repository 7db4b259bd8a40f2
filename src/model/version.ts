import { z } from 'zod'
import { pageId, passageId } from './entry.ts'
import { partialDate } from './date.ts'

/** An earlier text of a source, kept at its own address: `content/versions/{source}/v{version}.json`. */
export const sourceVersion = z.strictObject({
  source: pageId,
  version: z.int().positive(),
  /** The same hash as in the record of permalinks. */
  hash: z.string(),
  /** Day on which its clipping was taken, where a sidecar says so. */
  accessed: partialDate.optional(),
  passages: z.array(z.strictObject({ id: passageId, text: z.string(), hash: z.string() })),
})
export type SourceVersion = z.infer<typeof sourceVersion>
