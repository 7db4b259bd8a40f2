import type { EntityKind } from '../../../model/kind.ts'
import { foldName } from '../../../text/characters.ts'
import { isAcronym } from '../../names/line.ts'
import { readVocabulary } from './vocabulary.ts'

/** A name that the whole world's news uses. */
export interface WideName {
  readonly name: string
  readonly kind: EntityKind
  readonly subtype?: string
}

const organisations = readVocabulary<Record<string, string[]>>('known-organisations')
const events = readVocabulary<Record<string, string[]>>('known-events')
const MEDIA = new Set(['agencies', 'broadcasters', 'newspapers'])

const all: readonly WideName[] = [
  ...Object.entries(organisations).flatMap(([list, names]) =>
    names.map(
      (name): WideName =>
        MEDIA.has(list) ? { name, kind: 'organisation', subtype: 'media' } : { name, kind: 'organisation' },
    ),
  ),
  ...['history', 'contests'].flatMap((list) => events[list]!.map((name): WideName => ({ name, kind: 'event' }))),
  ...events['agreements']!.map((name): WideName => ({ name, kind: 'work', subtype: 'agreement' })),
]
const kinds = new Map(all.map(({ name, kind }) => [foldName(name), kind]))

/** Those that can mean nothing else: names of several words and acronyms of three letters or more. */
export const SURE_NAMES: readonly WideName[] = all.filter(
  ({ name }) => name.includes(' ') || (isAcronym(name) && foldName(name).length > 2),
)

/** The others, which may be ordinary words: names only inside a sentence and where nothing else is known. */
export const LIKELY_NAMES: readonly WideName[] = all.filter((name) => !SURE_NAMES.includes(name))

/** The kind that the world's news gives a folded name, for a name that the text alone leaves open ("Ford"). */
export function usualKindOf(key: string): EntityKind | undefined {
  return kinds.get(key)
}
