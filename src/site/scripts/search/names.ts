import type { SearchName, SearchNames, SearchWords } from '../../../model/search-index.ts'
import { distanceBetween } from '../../../text/compare.ts'
import { foldText } from '../../../text/search-words.ts'
import { openPieces } from './engine.ts'
import type { Term } from './query.ts'

/** The names of a dossier, which are loaded in pieces as words are looked up. */
export interface Names {
  /** The entities of which a folded word is a part of some name. */
  with: (word: string) => Promise<readonly SearchName[]>
  /** Words of names that are spelled nearly like one, with their entities. */
  near: (word: string) => Promise<readonly NearWord[]>
  all: () => Promise<readonly SearchName[]>
}

export interface NearWord {
  readonly word: string
  readonly names: readonly SearchName[]
  /** Share of the letters that differ. */
  readonly distance: number
}

const MOST_DIFFERENT = 1 / 3
/** Words are many and more alike than names. */
const MOST_LETTERS = 2
/** Pieces that are read for one misspelled word: its own and its neighbours in the order of words. */
const PIECES_BESIDE = 1

/**
 * The names whose pieces are in a folder.
 *
 * @param folder address, with a slash at its end
 * @param from the first word of each piece, in order
 */
export function openNames(folder: string, from: readonly string[]): Names {
  const { loadOf, loadAround, loadAll } = openPieces<SearchNames>(folder, from)
  const withWord = async (word: string) => {
    const { names, words } = (await loadOf(word)) ?? { names: [], words: {} }
    return (Object.hasOwn(words, word) ? words[word]! : []).map((at) => names[at]!)
  }
  const near = async (word: string) => {
    const pieces = await loadAround(word, PIECES_BESIDE)
    return pieces.flatMap((piece) => listNear(word, piece)).sort((a, b) => a.distance - b.distance)
  }
  const all = async () => {
    const pieces = await loadAll()
    return [...new Map(pieces.flatMap(({ names }) => names.map((name) => [name.id, name]))).values()]
  }
  return { with: withWord, near, all }
}

/** A word of the texts that is spelled nearly like another; `distance` as of names. */
export interface NearestWord {
  readonly word: string
  readonly distance: number
}

/**
 * Finds the word of the texts with the most similar spelling to a word that does not occur; of two equally similar
 * ones the more frequent.
 *
 * @param folder address of the vocabulary, with a slash at its end
 * @param from the first word of each piece, in order
 */
export function openVocabulary(folder: string, from: readonly string[]) {
  const { loadAround } = openPieces<SearchWords>(folder, from)
  return async (word: string): Promise<NearestWord | undefined> => {
    const near = (await loadAround(word, PIECES_BESIDE)).flatMap((piece) =>
      Object.entries(piece).flatMap(([other, sources]) => {
        if (Math.abs(other.length - word.length) > MOST_LETTERS) return []
        const letters = distanceBetween(word, other)
        const distance = letters / Math.max(word.length, other.length)
        return letters <= MOST_LETTERS && distance < MOST_DIFFERENT ? [{ word: other, sources, distance }] : []
      }),
    )
    const [best] = near.sort((a, b) => a.distance - b.distance || b.sources - a.sources || (a.word < b.word ? -1 : 1))
    return best
  }
}

function listNear(word: string, { names, words }: SearchNames): NearWord[] {
  return Object.entries(words).flatMap(([other, of]) => {
    const longest = Math.max(word.length, other.length)
    if (other.length < 3 || Math.abs(word.length - other.length) > longest * MOST_DIFFERENT) return []
    const distance = distanceBetween(word, other) / longest
    return distance <= MOST_DIFFERENT ? [{ word: other, names: of.map((at) => names[at]!), distance }] : []
  })
}

/** A term, or several that are the name of somebody. */
export interface NamedRun {
  /** Index of its first group, and how many it takes. */
  readonly at: number
  readonly length: number
  readonly names: readonly SearchName[]
}

const isPlain = (group: readonly Term[]) => group.length === 1 && group[0]!.kind === 'word'

/** The longest runs of words that are the name of somebody; phrases, dates and alternatives stay what they are. */
export async function readNames(groups: readonly (readonly Term[])[], names: Names): Promise<NamedRun[]> {
  const runs: NamedRun[] = []
  for (let at = 0; at < groups.length; ) {
    const run = await longestName(groups, at, names)
    if (run) runs.push(run)
    at += run?.length ?? 1
  }
  return runs
}

async function longestName(
  groups: readonly (readonly Term[])[],
  at: number,
  names: Names,
): Promise<NamedRun | undefined> {
  const plain = groups.slice(at).findIndex((group) => !isPlain(group))
  const words = groups.slice(at, plain < 0 ? undefined : at + plain).map(([term]) => term!.words)
  const first = words[0]?.[0]
  if (first === undefined) return undefined
  const candidates = (await names.with(first)).map((name) => ({ name, wordings: name.wordings.map(foldText) }))
  for (let length = words.length; length > 0; length -= 1) {
    const asked = words.slice(0, length).flat().join(' ')
    const found = candidates.filter(({ wordings }) => wordings.includes(asked)).map(({ name }) => name)
    if (found.length > 0) return { at, length, names: found }
  }
  return undefined
}

/** The entities with a name that contains every word of the query, the most mentioned first. */
export async function namesWithAll(groups: readonly (readonly Term[])[], names: Names): Promise<SearchName[]> {
  if (groups.length === 0 || !groups.every(isPlain)) return []
  const words = groups.flatMap(([term]) => term!.words)
  const candidates = await names.with(words[0]!)
  return candidates.filter(({ wordings }) =>
    wordings.some((wording) => {
      const parts = foldText(wording).split(' ')
      return words.every((word) => parts.includes(word))
    }),
  )
}

/** More often named first. */
export const mostNamedFirst = (a: SearchName, b: SearchName): number =>
  b.sources - a.sources || b.mentions - a.mentions || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
