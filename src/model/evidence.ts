import { z } from 'zod'
import { span, spanInFile } from './passage.ts'

/**
 * How sure a statement of the dossier is, and who vouches for it.
 *
 * - `stated`: the source's own words say so;
 * - `inferred`: a named rule worked it out from the source's words;
 * - `editor`: a person wrote it in the register or a sidecar.
 */
export const certainty = z.enum(['stated', 'inferred', 'editor'])
export type Certainty = z.infer<typeof certainty>

/** Why stage 5 put statements together or set them beside one another. */
export const joinStep = z.object({
  /** Permanent name of the rule, as `occurrence/same-words`; `rules.yml` of the stage says what it does. */
  rule: z.string(),
  /** The sentence that readers see, with the compared words. */
  reason: z.string(),
})
export type JoinStep = z.infer<typeof joinStep>

/** A statement of stage 5 about one passage: the rule that made it, how sure it is, and the sentence a reader sees. */
export const ruling = joinStep.extend({ certainty })
export type Ruling = z.infer<typeof ruling>

/** A step that put statements of several sources together, as an entry keeps it. Builds before certainty was kept had rules alone. */
export const joinRuling = joinStep.extend({ certainty: certainty.default('inferred') })
export type JoinRuling = z.infer<typeof joinRuling>

/**
 * Says how sure a join is. A rule's is inferred however rarely it is wrong: no source says that another one means the same.
 */
export const judgeJoin = (step: JoinStep): JoinRuling => ({
  ...step,
  certainty: step.rule.startsWith('editor/') ? 'editor' : 'inferred',
})

/** A caveat: a source says that it could not confirm a claim that it prints. Made by stage 5. */
export const caveat = joinStep.extend({
  /** The sentence that says so; that of the claim itself, or one behind it. */
  sentence: spanInFile,
  /** The words that say so: "could not independently verify". */
  words: z.string(),
})
export type Caveat = z.infer<typeof caveat>

/** A statement that a person corrected: what the rules had said, what holds now, and who decided it, where and why. */
export const edit = z.object({
  span,
  kind: z.enum([
    'name',
    'speaker',
    'quotation',
    'date',
    'figure',
    'comparison',
    'event',
    'origin',
    'label',
    'line',
    'metadata',
  ]),
  /** Where the words stood that the rules had taken, where a person gave other bounds. */
  before: span.optional(),
  /** Both in words; `none` where nothing was or is stated. */
  was: z.string(),
  now: z.string(),
  /** The rule whose statement it was. */
  rule: z.string().optional(),
  reason: z.string(),
  by: z.string().optional(),
  file: z.string(),
  line: z.int().positive(),
})
export type Edit = z.infer<typeof edit>

/** A correction that concerns several sources, with the words in each. */
export const jointEdit = edit.omit({ span: true, before: true }).extend({ places: z.array(spanInFile) })
export type JointEdit = z.infer<typeof jointEdit>

/** A correction of how a file was read: of a line, or of metadata. */
export const fileEdit = edit.omit({ span: true, before: true }).extend({
  /** Line of the file, counted from 1; absent for metadata. */
  at: z.int().positive().optional(),
})
export type FileEdit = z.infer<typeof fileEdit>

/** An editor's statement that something did not happen as a source reports it. */
export const dispute = z.object({ reason: z.string(), by: z.string().optional() })
