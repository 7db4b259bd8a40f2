import { z } from 'zod'
import { caveat, certainty, joinStep } from './evidence.ts'
import { span, spanInFile } from './passage.ts'
import { adjudication } from './register.ts'

/** A number that a source states about something: "at least nine civilians were killed". Never averaged with another. */
export const amount = z.object({
  /** The number's own words with their hedge: "at least nine", "nearly 50,000". */
  span,
  /** Bounds the words allow; an absent bound is open ("at least nine" has no high, "dozens" has neither). */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `count`, `percent`, `m` (metres), `s` (seconds), `magnitude`, or an ISO 4217 code. */
  unit: z.string(),
  /** The thing counted, in the exact words and as head noun: "civilians". */
  counted: z.string().optional(),
  /** The act, as a lemma: `kill`, `displace`, `attend`. */
  measure: z.string().optional(),
  /** Who is credited with the number, as printed: "the Harbour Workers Union". */
  credited: z.object({ words: z.string(), span }).optional(),
  /** The place and the time that it is for, where an editor says so; null when an editor says that it has none. */
  place: z.object({ words: z.string(), span }).nullable().optional(),
  time: z.object({ words: z.string(), span }).nullable().optional(),
  certainty,
  rule: z.string(),
})
export type Amount = z.infer<typeof amount>

/** The days or the length of time that a figure is for, as its sentence words it. */
export const period = z.object({
  words: z.string(),
  at: spanInFile,
  lo: z.string().optional(),
  hi: z.string().optional(),
  /** TIMEX3 value of a duration: "six years" is `P6Y`. */
  timex: z.string().optional(),
})
export type FigurePeriod = z.infer<typeof period>

/** One source's statement of a figure: a row of the claim ledger. */
export const figureRow = z.object({
  at: spanInFile,
  sentence: spanInFile,
  /** As printed, with the hedge: "at least nine". */
  words: z.string(),
  low: amount.shape.low,
  high: amount.shape.high,
  /** The unit of the amount, or `date` if a day is stated; the day is then the row's period. */
  unit: amount.shape.unit,
  counted: amount.shape.counted,
  measure: amount.shape.measure,
  /** Key of the place the sentence gives. */
  place: z.string().optional(),
  period: period.optional(),
  /** Who is credited with it; the entity only when the words name one. */
  credited: z.object({ words: z.string(), at: spanInFile, entity: z.string().optional() }).optional(),
  /** Publication date of the source. */
  date: z.string().optional(),
  certainty,
  /** Rule of stage 3 that found the number. */
  rule: z.string(),
  /** Why it is in this table; absent on the first row. */
  joined: joinStep.optional(),
  /** Indexes of the rows of its table that it excludes; absent where all rows are compatible or a series. */
  excludes: z.array(z.number().int()).optional(),
  /** Where its source says that it could not confirm it. */
  caveat: caveat.optional(),
})
export type FigureRow = z.infer<typeof figureRow>

/** A table of the claim ledger: every statement about one quantity. Rows are never added up or averaged. */
export const figureTable = z.object({
  /** Measure, thing counted, place and time: `death | people | norland | 2016`. */
  key: z.string(),
  /** Kind of quantity that tables are put side by side under: `death`, `displacement`, or a measure of stage 3. */
  quantity: z.string(),
  unit: z.string(),
  counted: z.string().optional(),
  place: z.string().optional(),
  period: period.optional(),
  /** By publication date, undated last. */
  rows: z.array(figureRow).min(1),
  /** True when some number fits the bounds of every row, or the rows are a series. */
  isCompatible: z.boolean(),
  /** Present when the rows exclude one another only because a count changed from one day of publication to the next. */
  isSeries: z.literal(true).optional(),
  /** Tables of the same kind of quantity that must not be compared as if they were this one, and why. */
  beside: z.array(joinStep.extend({ key: z.string() })),
  /** Pairs of figures, one of this table, that may differ: not sure enough to be shown, so `review` asks about them. */
  likely: z.array(joinStep.extend({ figures: z.tuple([spanInFile, spanInFile]) })).optional(),
  /** An editor's adjudication; absent if there is none. */
  adjudication: adjudication.omit({ figure: true }).optional(),
})
export type FigureTable = z.infer<typeof figureTable>
