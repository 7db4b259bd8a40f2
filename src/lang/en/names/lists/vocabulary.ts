import { readData } from '../../../../text/read-data.ts'
import type { EntityKind } from '../../../../model/kind.ts'

/**
 * Reads one of the word lists beside this file.
 *
 * @param name file name without its extension
 * @returns the parsed YAML, whose shape the caller names and `vocabulary.test.ts` checks
 */
export function readVocabulary<T>(name: string): T {
  return readData(`./${name}.yml`, import.meta.url) as T
}

/**
 * Reads word lists of one file as sets.
 *
 * @param name file name without its extension
 * @param lists names of the lists
 */
export function readWordSets<K extends string>(name: string, ...lists: K[]): Readonly<Record<K, ReadonlySet<string>>> {
  const words = readVocabulary<Record<K, readonly string[]>>(name)
  const sets: Partial<Record<K, ReadonlySet<string>>> = {}
  for (const list of lists) sets[list] = new Set(words[list])
  return sets as Record<K, ReadonlySet<string>>
}

/** Closed classes of English words, in lower case but for faiths and acronyms. */
export const CLASSES = readWordSets(
  'words',
  'acronyms',
  'auxiliaries',
  'calendar',
  'clause-openers',
  'compounded',
  'compounds',
  'counts',
  'determiners',
  'faiths',
  'links',
  'naming',
  'particles',
  'phrase-ends',
  'postmodifiers',
  'prepositions',
  'self-naming',
  'starters',
  'subordinators',
  'verblike',
)

/** The kind that a head word gives to its name. */
export interface Head {
  readonly kind: EntityKind
  readonly subtype?: string
  readonly rule: string
  /** True for heads that also end the names of persons and firms: the tagger takes precedence. */
  readonly isWeak?: boolean
}

const organisations = readVocabulary<Record<string, string[]>>('organisation-heads')
const events = readVocabulary<Record<string, string[]>>('event-heads')
const works = readVocabulary<Record<string, string[]>>('work-heads')
const places = readVocabulary<Record<string, string[]>>('places')

const ORGANISATION: Head = { kind: 'organisation', rule: 'name/organisation-head' }
const ARMED: Head = { kind: 'organisation', subtype: 'armed-group', rule: 'name/armed-group-head' }
const EVENT: Head = { kind: 'event', rule: 'name/event-head' }
const WORK: Head = { kind: 'work', subtype: 'agreement', rule: 'name/agreement-head' }
const LAW: Head = { kind: 'object', subtype: 'law', rule: 'name/law-head' }
const PUBLISHED: Head = { kind: 'work', rule: 'name/titled-work' }
const PRESS: Head = { kind: 'organisation', rule: 'name/organisation-head', isWeak: true }
const PLACE: Head = { kind: 'place', rule: 'name/place-head', isWeak: true }

/** Head words that end the core of a name ("… Ministry", "… River"), as printed. */
export const LAST_WORDS: ReadonlyMap<string, Head> = new Map([
  ...assign(organisations['press']!, PRESS),
  ...assign(organisations['teams']!, ORGANISATION),
  ...assign(organisations['missions']!, PRESS),
  ...assign(organisations['heads']!, ORGANISATION),
  ...assign(organisations['forms']!, ORGANISATION),
  ...assign(organisations['businesses']!, ORGANISATION),
  ...assign(organisations['armed']!, ARMED),
  ...assign(places['heads']!, PLACE),
  ...assign(works['heads']!, WORK),
  ...assign(works['laws']!, LAW),
  ...assign(events['heads']!, EVENT),
])

/** Words that begin a name ("Hurricane …", "Battle of …"), as printed. */
export const FIRST_WORDS: ReadonlyMap<string, Head> = new Map([
  ...assign(organisations['first']!, ORGANISATION),
  ...assign(events['first']!, EVENT),
  ...assign(places['first']!, PLACE),
  ...assign(works['first']!, PUBLISHED),
])

/** First words of Arabic organisations' names; those in `needsArticle` count only with an article after them. */
export const ARABIC = {
  head: ARMED,
  words: new Set([...organisations['arabic']!, ...organisations['arabic-article']!]),
  needsArticle: new Set(organisations['arabic-article']!),
  fused: organisations['fused']!,
}

/** Lower-case heads that refer to a name of the source ("the ministry"), with its kind. */
export const ANAPHORS: ReadonlyMap<string, EntityKind> = new Map([
  ...organisations['anaphoric']!.map((word) => [word, 'organisation'] as const),
  ...events['anaphoric']!.map((word) => [word, 'event'] as const),
  ...works['anaphoric']!.map((word) => [word, 'work'] as const),
])

function assign(words: readonly string[], head: Head): (readonly [string, Head])[] {
  return words.map((word) => [word, head] as const)
}
