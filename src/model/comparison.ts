import { z } from 'zod'
import { joinStep } from './evidence.ts'
import { mentionForm } from './entity.ts'
import { spanInFile } from './passage.ts'
import { severity } from './problem.ts'

/** An editor's answer to a contradiction: an item of `seeds/register/answers.yml`. */
export const answer = z.strictObject({
  key: z.string().min(1).describe('Key of the contradiction, as `dossier check` prints it.'),
  reason: z.string().min(1).describe('Why it may stand. It is shown with it.'),
  passages: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .describe(
      'Hash of its passages when it was answered, as `dossier check` prints it: a changed passage opens it again.',
    ),
})
export type Answer = z.infer<typeof answer>

/** Two statements of the dossier that cannot both be right, or a statement without its evidence. */
export const contradiction = joinStep.extend({
  /** Rule, files and subject; stable from build to build as long as these stay. */
  key: z.string(),
  /** `error`: the dossier itself is wrong; `warning`: its sources may be. */
  severity,
  /**
   * The sentences or words that disagree; one for a statement that contradicts its source's date, none for a register
   * entry.
   */
  passages: z.array(spanInFile),
  /** Keys of the entities it is about. */
  entities: z.array(z.string()),
  /** Where a person wrote it, when it is about an entry of the register. */
  written: z.object({ file: z.string(), line: z.int() }).optional(),
  /** Hash of the text of its passages. */
  hash: z.string(),
  /** The editor's answer; `isCurrent` is false when the passages changed since. Only a current answer suppresses the problem. */
  answer: z.object({ reason: z.string(), isCurrent: z.boolean() }).optional(),
})
export type Contradiction = z.infer<typeof contradiction>

/** The sources that a matrix or a search covers, so that silence is not mistaken for absence. */
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

/** One row of a matrix: the sources that mention or report it. A source that is not in `cells` is silent. */
export const coverageRow = z.object({
  /** Key of an entity, dated event, quotation or table of figures. */
  key: z.string(),
  cells: z.array(z.object({ file: z.string(), count: z.int().positive() })),
  /** Independent origins among these sources. */
  origins: z.int().positive(),
})
export type CoverageRow = z.infer<typeof coverageRow>

/** Coverage: which source reports what. */
export const coverage = z.object({
  scope,
  /** Columns of both matrices: every source, by publication date, undated last. */
  files: z.array(z.string()),
  /** Sentences that mention the entity, by source. Rows by number of sources, then of sentences, then key. */
  entities: z.array(coverageRow),
  /** Reports of the dated event, by source. Rows in the order of the timeline. */
  datedEvents: z.array(coverageRow),
  /** Occurrences of the quotation and rows of the figure's table, by source. */
  quotations: z.array(coverageRow),
  figures: z.array(coverageRow),
})
export type Coverage = z.infer<typeof coverage>

/** Why two sources are not independent of one another. */
export const originLink = joinStep.extend({
  files: z.tuple([z.string(), z.string()]),
  /** The passages of both that share wording, or that credit the same agency; empty when only metadata does. */
  passages: z.array(spanInFile),
})
export type OriginLink = z.infer<typeof originLink>

/** Sources with one origin, by wording and credits: they count once. */
export const originGroup = z.object({
  /** By publication date, undated last. */
  files: z.array(z.string()).min(1),
  /** Agencies or papers that the links of the group name. */
  credited: z.array(z.string()),
  links: z.array(originLink),
})
export type OriginGroup = z.infer<typeof originGroup>

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
  /** Form of the mention, or `label` for judging or locating words beside the name. */
  form: z.enum([...mentionForm.options, 'label']),
  /** By publication date, undated last. */
  sources: z.array(z.object({ file: z.string(), uses: z.array(wordingUse).min(1) })).min(1),
})
export type WordingRow = z.infer<typeof wordingRow>

/** The wordings of each source for one entity. */
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
