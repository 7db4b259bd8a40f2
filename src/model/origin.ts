import { z } from 'zod'
import { joinStep } from './join-step.ts'
import { spanInFile } from './span.ts'

/** Why two sources are not independent of one another. */
export const originLink = joinStep.extend({
  files: z.tuple([z.string(), z.string()]),
  /** The passages of both that share wording, or that credit the same agency; empty when only metadata does. */
  passages: z.array(spanInFile),
})
export type OriginLink = z.infer<typeof originLink>

/** Sources that go back to one origin, as far as wording and credits show: they count once. */
export const originGroup = z.object({
  /** By publication date, undated last. */
  files: z.array(z.string()).min(1),
  /** Agencies or papers that the links of the group name. */
  credited: z.array(z.string()),
  links: z.array(originLink),
})
export type OriginGroup = z.infer<typeof originGroup>
