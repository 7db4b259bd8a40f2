import type { Scene } from './features.ts'
import type { TokenSpan } from './labels.ts'
import type { TaggerWord } from './word.ts'

/** A name that the tagger found, with what it takes it for. */
export interface ScoredName extends TokenSpan {
  /** The score of each type, in the order of `NAME_TYPES`, and of no name over the same tokens. */
  readonly scores: readonly number[]
  readonly outside: number
}

/** A sentence and its names. */
export interface ScoredSentence {
  readonly scene: Scene
  readonly names: readonly ScoredName[]
}

/** A name in its document. */
export interface FoundName extends ScoredName {
  readonly scene: Scene
  readonly sentence: number
  readonly wording: string
  /** The type with the highest score, by its place in `NAME_TYPES`. */
  readonly best: number
  /** How far each type is behind it. */
  readonly behind: readonly number[]
  readonly previous: Pick<FoundName, 'first' | 'last' | 'best'> | undefined
  readonly next: Pick<FoundName, 'first' | 'last' | 'best'> | undefined
}

/** A name that holds a word, and where. */
interface Holder {
  readonly other: FoundName
  readonly place: number
}

/** The names of a document, by their words. */
export interface KnownNames {
  readonly all: readonly FoundName[]
  /** The names of the same wording in other places. */
  sameAs(name: FoundName): readonly FoundName[]
  holding(word: TaggerWord): readonly Holder[]
}

/** Lists the names of a document in text order. */
export function gatherNames(document: readonly ScoredSentence[]): KnownNames {
  const all = document.flatMap(placeNames)
  const byWording = Map.groupBy(all, ({ wording }) => wording)
  const holders = Map.groupBy(all.flatMap(holdersOf), ({ other, place }) => other.scene.words[place]!.lower)
  return {
    all,
    sameAs: (name) => firstOf(byWording.get(name.wording)!, MOST_SAME + 1).filter((other) => other !== name),
    holding: ({ lower }) => holders.get(lower) ?? [],
  }
}

/** Other places of a name that are looked at: a long text repeats a name a thousand times. */
const MOST_SAME = 100

function firstOf<T>(all: readonly T[], most: number): readonly T[] {
  return all.length > most ? all.slice(0, most) : all
}

function placeNames({ scene, names }: ScoredSentence, sentence: number): FoundName[] {
  const bare = names.map((name) => {
    const most = Math.max(...name.scores)
    return { ...name, best: name.scores.indexOf(most), behind: name.scores.map((score) => most - score) }
  })
  return bare.map((name, at) => ({
    ...name,
    scene,
    sentence,
    wording: scene.words
      .slice(name.first, name.last + 1)
      .map(({ text }) => text)
      .join(' '),
    previous: bare[at - 1],
    next: bare[at + 1],
  }))
}

function holdersOf(other: FoundName): Holder[] {
  const places = Array.from({ length: other.last - other.first + 1 }, (_, step) => other.first + step)
  return places.filter((place) => other.scene.words[place]!.isCapitalised).map((place) => ({ other, place }))
}
