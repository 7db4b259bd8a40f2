import { z } from 'zod'
import { joinStep } from './join-step.ts'
import { spanInFile } from './span.ts'

/** What a source says of a claim that it prints: that the claim could not be confirmed. Made by stage 5. */
export const caveat = joinStep.extend({
  /** The sentence that says so; that of the claim itself, or one behind it. */
  sentence: spanInFile,
  /** The words that say so: "could not independently verify". */
  words: z.string(),
})
export type Caveat = z.infer<typeof caveat>
