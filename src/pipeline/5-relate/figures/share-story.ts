import type { ResolvedMention } from '../../../model/entity.ts'
import { parseDay } from '../../../text/calendar.ts'
import { intersect } from '../intersect.ts'

/** Days between the publication of two sources that can be the news of one matter. */
export const FRESH = 7
/** Entities that two sources must name in common, and how many of those that the shorter one names. */
const NAMES = 3
const SHARE = 1 / 3

/** What a source is about: the entities it names, and the day on which it was published. */
export interface Story {
  readonly file: string
  readonly entities: ReadonlySet<string>
  /** Days since 1970-01-01. */
  readonly day: number | undefined
}

/** The story of a source. "Norlandish" names no place. */
export function readStory(file: string, published: string | undefined, mentions: readonly ResolvedMention[]): Story {
  const named = mentions.filter((mention) => mention.form !== 'demonym')
  return { file, entities: new Set(named.map(({ entity }) => entity)), day: parseDay(published ?? '') }
}

/** Published within a week of each other, or one source. */
export function isSameWeek(a: Story, b: Story): boolean {
  return a.file === b.file || (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) <= FRESH)
}

/** Two sources of one week that name much the same people, organisations, places and things tell one story. */
export function isSameStory(a: Story, b: Story): boolean {
  const shared = intersect(a.entities, b.entities).length
  return isSameWeek(a, b) && shared >= NAMES && shared >= SHARE * Math.min(a.entities.size, b.entities.size)
}
