import { z } from 'zod'
import { decided, quoteSelector } from './correction.ts'

const article = z.string().min(1).describe('File of the article, as `seeds/articles/000.txt`.')

/** A place in one of several articles. */
export const articlePlace = quoteSelector.omit({ passage: true }).extend({ article })
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
    .enum(['same', 'not-same', 'none'])
    .describe('`same`, `not-same`: two reports are or are not of one event. `none`: one report is of no event.'),
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

/** What a person says against statements about several articles: an item of `seeds/register/corrections.yml`. */
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
}
