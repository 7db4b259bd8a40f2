import { z } from 'zod'
import { joinStep } from './join-step.ts'
import { severity } from './problem.ts'
import { spanInFile } from './span.ts'

/** What an editor says to one contradiction, in `seeds/register/answers.yml`: a list of these. */
export const answer = z.strictObject({
  /** Key of the contradiction, as the check prints it. */
  key: z.string().min(1),
  /** Why it may stand, shown with it. */
  reason: z.string().min(1),
  /** Hash of its passages when it was answered: a changed passage opens it again. */
  passages: z.string().regex(/^[0-9a-f]{12}$/),
})
export type Answer = z.infer<typeof answer>

/** Two statements of the dossier that cannot both be right as they stand, or a statement without what it rests on. */
export const contradiction = joinStep.extend({
  /** Rule, files and what it is about; the same in every build while these stay. */
  key: z.string(),
  /** An `error` is a fault of the dossier itself; a `warning` may be a fault of its sources. */
  severity,
  /** The sentences or words that disagree; one for a statement at odds with its source's date, none for a register entry. */
  passages: z.array(spanInFile),
  /** Keys of the entities it is about. */
  entities: z.array(z.string()),
  /** Where a person wrote it, when it is about an entry of the register. */
  written: z.object({ file: z.string(), line: z.int() }).optional(),
  /** Hash of the text of its passages. */
  hash: z.string(),
  /** The editor's answer; `isCurrent` is false when the passages changed since. Only a current answer silences. */
  answer: z.object({ reason: z.string(), isCurrent: z.boolean() }).optional(),
})
export type Contradiction = z.infer<typeof contradiction>
