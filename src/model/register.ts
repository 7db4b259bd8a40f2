import { z } from 'zod'
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
