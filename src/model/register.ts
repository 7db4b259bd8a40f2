import { z } from 'zod'
import { partialDate } from './date.ts'
import { entityKind } from './kind.ts'

/** A person's decision on identity; it overrides every rule and is shown with its reason. */
export const identityDecision = z.strictObject({
  name: z.string().describe('A name of the other one, or the words that may mean it.'),
  reason: z.string().min(1).describe('Why, in a sentence. It is shown to readers.'),
})

/** One entry of the authority register, `seeds/register/*.yml`: a list of these a file. */
export const registerEntry = z.strictObject({
  name: z.string().min(1).describe('The name that is shown.'),
  kind: entityKind.describe('What it is.'),
  subtype: z.string().optional().describe('What it is more closely, in a word: `country`, `ministry`, `talks`.'),
  aliases: z
    .array(z.string().min(1))
    .default([])
    .describe('Other names, acronyms and spellings. Each belongs to one entry only.'),
  labels: z
    .array(z.string().min(1))
    .default([])
    .describe('Names that stand for it in some articles and may mean another; never matched by themselves.'),
  demonyms: z
    .array(z.string().min(1))
    .default([])
    .describe('Adjectives of a place and the names of its people: `French`.'),
  description: z.string().optional().describe('Who or what it is, in one line.'),
  sameAs: z
    .array(z.url({ protocol: /^https?$/ }))
    .default([])
    .describe('Addresses of its records elsewhere: Wikidata, GeoNames, VIAF.'),
  coordinates: z
    .tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)])
    .optional()
    .describe('Latitude and longitude in degrees (WGS 84).'),
  capitals: z.array(z.string()).default([]).describe('For a government: the cities by whose names articles mean it.'),
  same: z.array(identityDecision).default([]).describe('Who is this one, whatever the rules say.'),
  notSame: z.array(identityDecision).default([]).describe('Who is not this one; holds for both.'),
  possiblySame: z.array(identityDecision).default([]).describe('Who may be this one; shown, never joined.'),
})
export type RegisterEntry = z.infer<typeof registerEntry>

/** An entry with the place it was written at, for error messages and for the page. */
export interface RegisteredEntity extends RegisterEntry {
  readonly file: string
  readonly line: number
}
export type Register = readonly RegisteredEntity[]

/** An entry of `seeds/tombstones.yml`: a published address that a person gives up, with the reason. */
export const tombstone = z.strictObject({
  id: z.string().min(1).describe('The id at the end of the address, or the whole address.'),
  reason: z.string().min(1).describe('Why. It is shown to whoever follows the address.'),
  date: partialDate.describe('Day, month or year on which it was taken down.'),
  to: z.string().optional().describe('Id of the page that takes its place, where there is one.'),
})
export type Tombstone = z.infer<typeof tombstone>

/** A question of `dossier review` that a person has looked at and left as it is, in `seeds/register/reviewed.yml`. */
export const reviewed = z.strictObject({
  key: z.string().min(1).describe('Key of the question, as the review prints it.'),
  reason: z.string().min(1).describe('Why it was left.'),
})
export type Reviewed = z.infer<typeof reviewed>

/** An editor's adjudication of a table of the claim ledger: an item of `seeds/register/adjudications.yml`. */
export const adjudication = z.strictObject({
  figure: z
    .string()
    .min(1)
    .describe('Key of the table, as `dossier explain` prints it: `death | people | norland | 2016`.'),
  status: z
    .enum(['accepted', 'conflict', 'superseded', 'unresolved'])
    .describe(
      '`accepted`: one row stands. `conflict`: the sources cannot all be right. `superseded`: later figures replace it. `unresolved`: nobody knows.',
    ),
  accepted: z.string().optional().describe('The words of the row that stands, where one does.'),
  note: z.string().min(1).describe('Why. It is shown with the table.'),
})
export type Adjudication = z.infer<typeof adjudication>

/** An item of a list that a person wrote, with the place it was written at. */
export interface WrittenItem<T> {
  readonly item: T
  readonly file: string
  readonly line: number
}
