import { z } from 'zod'

/** One line of `content/exports.json`: a file of the site's `data/` folder, as the Data page lists it. */
export const exportedFile = z.object({
  /** Name in the folder. */
  name: z.string(),
  what: z.string(),
  /** Media type. */
  format: z.string(),
  /** True when it holds words of the sources, which are their publishers'. */
  quotes: z.boolean(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
})
export type ExportedFile = z.infer<typeof exportedFile>
