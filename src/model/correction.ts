import { z } from 'zod'
import { entityKind } from './kind.ts'
import { quotationMention } from './quotation.ts'
import { partialDate } from './date.ts'

const words = z.string().min(1)

/** Where a correction applies: a W3C TextQuoteSelector over one passage, or the passage's id besides. */
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
  counted: words.optional().describe('What is counted, in the article’s words.'),
  measure: words.optional().describe('What is said of it, as a verb: `kill`, `displace`.'),
  credit: orNone('On whose word it is given, in words of the article'),
  place: orNone('The place that it is for, in words of the article'),
  time: orNone('The date or length of time that it is for, in words of the article'),
})

/** What a person may say against one statement about one article: an item of `corrections` beside it. */
export const correction = z.discriminatedUnion('kind', [
  nameCorrection,
  speakerCorrection,
  quotationCorrection,
  dateCorrection,
  figureCorrection,
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
export type WrittenCorrection<C extends Correction = Correction> = z.infer<typeof writtenCorrection> & {
  readonly correction: C
}
