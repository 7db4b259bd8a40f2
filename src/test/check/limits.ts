import { z } from 'zod'
import { readData } from '../../text/read-data.ts'

const limits = z.strictObject({
  source_html_and_css: z.int(),
  other_html: z.int(),
  script: z.int(),
  fonts: z.int(),
  fonts_beyond_latin: z.int(),
  layout_shift: z.number(),
  narrowest: z.int(),
  tap_target: z.int(),
})
export type Limits = z.infer<typeof limits>

/** The limits of the pages, from `limits.yml`. */
export function readLimits(): Limits {
  return limits.parse(readData('./limits.yml', import.meta.url))
}
