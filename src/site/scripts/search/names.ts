import { foldWords } from '../fold-words.ts'
import type { Term } from './query.ts'

/** An entity with all its names, as `search/names.json` lists it. */
export interface Name {
  readonly token: string
  readonly name: string
  /** Every wording that is a name of it, its own among them. */
  readonly wordings: readonly string[]
}

/** The names of a dossier, by token and by folded wording. */
export interface Names {
  readonly byToken: ReadonlyMap<string, Name>
  readonly byWording: ReadonlyMap<string, readonly Name[]>
}

const foldText = (text: string) =>
  foldWords(text)
    .map(({ folded }) => folded)
    .join(' ')

/** Sorts names so that they are found by token and by wording. */
export function indexWordings(list: readonly Name[]): Names {
  const pairs = list.flatMap((name) => [...new Set(name.wordings.map(foldText))].map((wording) => ({ wording, name })))
  const groups = Map.groupBy(pairs, ({ wording }) => wording)
  return {
    byToken: new Map(list.map((name) => [name.token, name])),
    byWording: new Map([...groups].map(([wording, of]) => [wording, of.map(({ name }) => name)])),
  }
}

/** A part of a query: one of its terms, or several that are the name of somebody. */
export type NamedTerm = Term | { readonly names: readonly Name[]; readonly text: string }

/** Reads each longest run of words that is a name as that name; a phrase stays what it is. Undefined when there is none. */
export function readNames(terms: readonly Term[], { byWording }: Names): NamedTerm[] | undefined {
  const read: NamedTerm[] = []
  for (let at = 0; at < terms.length; ) {
    const length = longestName(terms, at, byWording)
    const run = terms.slice(at, at + Math.max(1, length))
    const text = run.map((term) => term.text).join(' ')
    read.push(length > 0 ? { text, names: byWording.get(wordingOf(run))! } : run[0]!)
    at += run.length
  }
  return read.some((term) => 'names' in term) ? read : undefined
}

const wordingOf = (terms: readonly Term[]) => terms.flatMap(({ words }) => words).join(' ')

function longestName(terms: readonly Term[], at: number, byWording: Names['byWording']): number {
  for (let length = terms.length - at; length > 0; length--) {
    const run = terms.slice(at, at + length)
    if (!run.some(({ isPhrase }) => isPhrase) && byWording.has(wordingOf(run))) return length
  }
  return 0
}

const MOST = 3
const MOST_DIFFERENT = 1 / 3

/** Names that are spelled nearly like what was typed or one of its words, the nearest first; at most a third of the letters differ. */
export function nearNames(typed: string, { byWording }: Names): string[] {
  const words = foldWords(typed.slice(0, 200)).map(({ folded }) => folded)
  const asked = [...new Set([words.join(' '), ...words])].filter((word) => word.length > 2)
  const near = [...byWording].flatMap(([wording, [name]]) => {
    const parts = [wording, ...wording.split(' ').filter((part) => part.length > 2)]
    const distances = asked.flatMap((word) =>
      parts.map((part) => distanceBetween(word, part) / Math.max(word.length, part.length)),
    )
    const distance = Math.min(...distances)
    return distance <= MOST_DIFFERENT ? [{ name: name!.name, distance }] : []
  })
  return [
    ...new Set(near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).map(({ name }) => name)),
  ].slice(0, MOST)
}

/** Levenshtein distance in UTF-16 code units. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
