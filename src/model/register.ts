import { z } from 'zod'
import { partialDate } from './date.ts'
import { entityKind } from './kind.ts'

/** A person's decision on who is whom; it wins over every rule and is shown with its reason. */
const decision = z.strictObject({
  /** Names of the other entity or of an ambiguous mention. */
  name: z.string(),
  reason: z.string().min(1),
})

/** One entry of the authority register, `seeds/register/*.yml`: a list of these a file. */
export const registerEntry = z.strictObject({
  /** The name shown. */
  name: z.string().min(1),
  kind: entityKind,
  subtype: z.string().optional(),
  /** Other names, acronyms, spellings. Each belongs to one entry only. */
  aliases: z.array(z.string().min(1)).default([]),
  /** Names that stand for this entity in some sources but may mean another; never matched by themselves. */
  labels: z.array(z.string().min(1)).default([]),
  /** Adjectives and peoples' names of a place: "French". */
  demonyms: z.array(z.string().min(1)).default([]),
  /** One line that says who or what it is. */
  description: z.string().optional(),
  /** Authority records of others: Wikidata, GeoNames, VIAF. */
  sameAs: z.array(z.url({ protocol: /^https?$/ })).default([]),
  /** Latitude and longitude together, WGS 84 degrees, or neither. */
  coordinates: z.tuple([z.number().min(-90).max(90), z.number().min(-180).max(180)]).optional(),
  /** For a government seat used for its government: the capital's name. */
  capitals: z.array(z.string()).default([]),
  same: z.array(decision).default([]),
  notSame: z.array(decision).default([]),
  possiblySame: z.array(decision).default([]),
})
export type RegisterEntry = z.infer<typeof registerEntry>

/** An entry with the place it was written at, for error messages and for the page. */
export interface RegisteredEntity extends RegisterEntry {
  readonly file: string
  readonly line: number
}
export type Register = readonly RegisteredEntity[]

/** An entry of `seeds/tombstones.yml`: a person lets go of a published address and says why. */
export const tombstone = z.strictObject({
  /** The id at the end of the address, or the whole address. */
  id: z.string().min(1),
  /** Shown to whoever follows the address. */
  reason: z.string().min(1),
  date: partialDate,
  /** Id of the page that takes its place, when there is one. */
  to: z.string().optional(),
})
export type Tombstone = z.infer<typeof tombstone>

/** A question of `dossier review` that a person has looked at and left as it is, in `seeds/register/reviewed.yml`. */
export const reviewed = z.strictObject({
  /** Key of the question, as the review prints it. */
  key: z.string().min(1),
  reason: z.string().min(1),
})
export type Reviewed = z.infer<typeof reviewed>

/** An editor's word on one table of the claim ledger, in `seeds/register/adjudications.yml`: a list of these. */
export const adjudication = z.strictObject({
  /** Key of the table, as its page prints it: `death | people | norland | 2016`. */
  figure: z.string().min(1),
  /** `accepted`: one row stands; `conflict`: the sources cannot all be right; `superseded`: later figures replace it. */
  status: z.enum(['accepted', 'conflict', 'superseded', 'unresolved']),
  /** The words of the row that stands, when one does. */
  accepted: z.string().optional(),
  /** The reason, shown with the table. */
  note: z.string().min(1),
})
export type Adjudication = z.infer<typeof adjudication>
