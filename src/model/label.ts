import { z } from 'zod'
import { joinStep } from './evidence.ts'
import { mentionForm } from './mention.ts'
import { spanInFile } from './passage.ts'

/** One use of a wording in a source. */
export const wordingUse = z.object({
  at: spanInFile,
  /** As printed. */
  words: z.string(),
  /** `quoted`: inside quotation marks, so a speaker's word or one that the source keeps at a distance. */
  voice: z.enum(['source', 'quoted']),
})
export type WordingUse = z.infer<typeof wordingUse>

/** A wording with the uses of each source: a row of the table of source by wording. */
export const wordingRow = z.object({
  /** The words in lower case; for a name, as first printed. */
  wording: z.string(),
  /** Form of the mention, or `label` for words that judge or place and stand beside the name. */
  form: z.enum([...mentionForm.options, 'label']),
  /** By publication date, undated last. */
  sources: z.array(z.object({ file: z.string(), uses: z.array(wordingUse).min(1) })).min(1),
})
export type WordingRow = z.infer<typeof wordingRow>

/** What each source calls one entity. */
export const entityWording = z.object({
  entity: z.string(),
  /** Names by use, most first, then labels; then by wording. */
  rows: z.array(wordingRow),
})
export type EntityWording = z.infer<typeof entityWording>

/** Words that sources choose between for one thing: "regime" or "government". */
export const wordChoice = joinStep.extend({
  /** Id of the set in `labels.yml`. */
  set: z.string(),
  title: z.string(),
  rows: z.array(wordingRow),
})
export type WordChoice = z.infer<typeof wordChoice>

/** The names and words that sources use. */
export const wordings = z.object({ entities: z.array(entityWording), choices: z.array(wordChoice) })
export type Wordings = z.infer<typeof wordings>
