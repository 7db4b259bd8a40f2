import { z } from 'zod'
import { entityKind } from './kind.ts'
import { quotationMention } from './quotation.ts'
import { partialDate } from './date.ts'

const words = z.string().min(1)

/** Where a correction applies: a W3C TextQuoteSelector over one passage, optionally with the passage's id. */
export const quoteSelector = z.strictObject({
  exact: words.describe('The words as the article prints them, within one passage.'),
  prefix: words.optional().describe('Some words right before them, where the same words stand twice.'),
  suffix: words.optional().describe('Some words right behind them.'),
  passage: z
    .string()
    .regex(/^p-[0-9a-z]{6}$/, 'expected the id of a passage, as p-4x7k2m')
    .optional()
    .describe('Id of the passage, as it stands behind “#” in the passage’s address.'),
})
export type QuoteSelector = z.infer<typeof quoteSelector>

export const decided = {
  reason: words.describe('Why, in a sentence. It is shown to readers.'),
  by: words.optional().describe('Who decided, when that is to be shown.'),
}
const placed = { at: quoteSelector.describe('The words that are spoken of.'), ...decided }
const NONE = z.literal('none')
const orNone = (what: string) => words.optional().describe(`${what}; \`none\` when it has none.`)

export const nameCorrection = z.strictObject({
  kind: z.literal('name'),
  ...placed,
  is: NONE.optional().describe('`none`: these words name nothing.'),
  type: entityKind.optional().describe('The kind of what is named. With it, words that were not found are a name.'),
  words: words.optional().describe('The words that are the name, where it has other bounds.'),
  entity: words
    .optional()
    .describe('Whom or what it names: a name of the register, or the full name in another place.'),
  everywhere: z.literal(true).optional().describe('`true`: holds for these words throughout the article.'),
})

export const speakerCorrection = z.strictObject({
  kind: z.literal('speaker'),
  ...placed,
  named: words.optional().describe('The name of the speaker, in words of the article.'),
  described: words.optional().describe('Words of the article that describe a speaker it does not name.'),
  entity: words
    .optional()
    .describe(
      'Who speaks, where the article does not name them: a name of the register, or the full name in another article.',
    ),
  is: z.literal('open').optional().describe('`open`: the article does not say who speaks.'),
})

export const quotationCorrection = z.strictObject({
  kind: z.literal('quotation'),
  ...placed,
  is: z
    .enum(['none', ...quotationMention.shape.mode.options])
    .optional()
    .describe(
      '`none`: nobody’s words. `reported`: what somebody said, not in their words. `direct`, `fragment`: their words.',
    ),
  words: words.optional().describe('The words of the quotation, where it has other bounds.'),
})

export const dateCorrection = z.strictObject({
  kind: z.literal('date'),
  ...placed,
  is: NONE.optional().describe('`none`: these words are no date.'),
  from: partialDate.optional().describe('First day, month or year that is meant.'),
  to: partialDate.optional().describe('The last one, where it is not the first.'),
})

export const figureCorrection = z.strictObject({
  kind: z.literal('figure'),
  ...placed,
  is: NONE.optional().describe('`none`: these words state no figure.'),
  low: z.number().optional().describe('The least that the words allow.'),
  high: z.number().optional().describe('The most that the words allow.'),
  counted: words
    .optional()
    .describe(
      'What is counted, in the article’s words. With it and `low` or `high`, words that were not found are a figure.',
    ),
  measure: words.optional().describe('What is said of it, as a verb: `kill`, `displace`.'),
  credit: orNone('On whose word it is given, in words of the article'),
  place: orNone('The place that it is for, in words of the article'),
  time: orNone('The date or length of time that it is for, in words of the article'),
})

export const lineCorrection = z.strictObject({
  kind: z.literal('line'),
  at: quoteSelector.omit({ passage: true }).describe('Words of the line, or of the first of several.'),
  through: words.optional().describe('Words of the last line, where it is not the first.'),
  is: z.enum(['text', 'left-out']).describe('`text`: it is text of the article. `left-out`: it is none.'),
  ...decided,
})

/** Metadata that a person may state, in the sidecar's fields or against what the rules read. */
export const statedMetadata = {
  headline: words.describe('The headline, where the text has none or a wrong one is found.'),
  publisher: words.describe('Who published it.'),
  authors: z.array(words).describe('Who wrote it.'),
  date: partialDate.describe('Day, month or year of publication.'),
  url: z.url({ protocol: /^https?$/ }).describe('Address of the original.'),
}
const metadataField = z.enum(['headline', 'publisher', 'authors', 'date', 'url'])

export const metadataCorrection = z
  .strictObject({
    kind: z.literal('metadata'),
    field: metadataField.describe('What is corrected.'),
    value: z
      .union([words, statedMetadata.authors])
      .optional()
      .describe('What is right: text, a date as `2017-02-13`, or a list of authors.'),
    is: NONE.optional().describe('`none`: the article does not state it.'),
    ...decided,
  })
  .superRefine(({ field, value, is }, context) => {
    if (is !== undefined && value !== undefined)
      context.addIssue({ code: 'custom', path: ['is'], message: 'Unexpected beside a value, expected one of the two' })
    const parsed = is === 'none' ? undefined : statedMetadata[field].safeParse(value)
    for (const { message } of parsed?.error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value'], message: `${field}: ${message}`, input: value })
  })

/** Corrections of a statement of stage 3, at a place of the article. */
export const placedCorrection = z.discriminatedUnion('kind', [
  nameCorrection,
  speakerCorrection,
  quotationCorrection,
  dateCorrection,
  figureCorrection,
])
export type PlacedCorrection = z.infer<typeof placedCorrection>
export type PlacedKind = PlacedCorrection['kind']

/** Corrections of one article: items of `corrections` in its sidecar. */
export const correction = z.discriminatedUnion('kind', [
  ...placedCorrection.options,
  lineCorrection,
  metadataCorrection,
])
export type Correction = z.infer<typeof correction>
export type CorrectionKind = Correction['kind']
export type CorrectionOf<K extends CorrectionKind> = Extract<Correction, { kind: K }>

/** A correction with the place it was written at. */
export const writtenCorrection = z.object({
  correction,
  file: z.string(),
  line: z.int().positive(),
  /** Text of the passage that `at.passage` names, as it was last published. */
  cited: z.string().optional(),
})
export type WrittenCorrection<C extends Correction = Correction> = Omit<
  z.infer<typeof writtenCorrection>,
  'correction'
> & { readonly correction: C }
export type WrittenPlacedCorrection = WrittenCorrection<PlacedCorrection>

/** The corrections of one kind. */
export function correctionsOf<K extends CorrectionKind>(
  written: readonly WrittenCorrection[] | undefined,
  kind: K,
): WrittenCorrection<CorrectionOf<K>>[] {
  return (written ?? []).filter((one): one is WrittenCorrection<CorrectionOf<K>> => one.correction.kind === kind)
}

const article = z.string().min(1).describe('File of the article, as `seeds/articles/000.txt`.')

/** A place in one of several articles. */
export const articlePlace = quoteSelector.extend({ article })
export type ArticlePlace = z.infer<typeof articlePlace>

export const comparisonCorrection = z.strictObject({
  kind: z.literal('comparison'),
  figures: z.tuple([articlePlace, articlePlace]).describe('The words of the two figures.'),
  is: z
    .enum(['differ', 'compatible', 'not-comparable'])
    .describe('`differ`, `compatible`: they are of one thing. `not-comparable`: they are of two.'),
  ...decided,
})

export const eventCorrection = z.strictObject({
  kind: z.literal('event'),
  reports: z.array(articlePlace).min(1).max(2).describe('Words of the sentences that report it.'),
  is: z
    .enum(['same', 'not-same', 'other-day', 'did-not-happen', 'none'])
    .describe(
      '`same`, `not-same`: two reports are or are not of one event. Of one report: `other-day`: it was on the day of `from`. `did-not-happen`: not as it is reported; it stays, marked so. `none`: it is of no event.',
    ),
  from: partialDate.optional().describe('With `other-day`: the first day, month or year that is meant.'),
  to: partialDate.optional().describe('With `other-day`: the last one, where it is not the first.'),
  ...decided,
})

export const originCorrection = z.strictObject({
  kind: z.literal('origin'),
  articles: z.tuple([article, article]).describe('The two articles.'),
  is: z.enum(['one', 'not-one']).describe('Whether they go back to one text.'),
  ...decided,
})

export const labelCorrection = z.strictObject({
  kind: z.literal('label'),
  at: articlePlace.describe('The words that were taken for a label.'),
  is: z.literal('none').describe('`none`: they are none here.'),
  ...decided,
})

/** Corrections across articles: items of `seeds/register/corrections.yml`. */
export const jointCorrection = z.discriminatedUnion('kind', [
  comparisonCorrection,
  eventCorrection,
  originCorrection,
  labelCorrection,
])
export type JointCorrection = z.infer<typeof jointCorrection>

/** A correction with the place it was written at. */
export interface WrittenJointCorrection<C extends JointCorrection = JointCorrection> {
  readonly correction: C
  readonly file: string
  readonly line: number
  /** Texts of the passages that its places name by id, as they were last published. */
  readonly cited?: ReadonlyMap<string, string>
}

/** The places that a correction names; none for one of whole articles. */
export function placesOf(correction: JointCorrection): readonly ArticlePlace[] {
  switch (correction.kind) {
    case 'comparison':
      return correction.figures
    case 'event':
      return correction.reports
    case 'label':
      return [correction.at]
    case 'origin':
      return []
  }
}
