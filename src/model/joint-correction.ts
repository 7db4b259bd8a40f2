import { z } from 'zod'
import { decided, quoteSelector } from './correction.ts'
import { partialDate } from './date.ts'

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
