import { readNeeded } from './needed-text.ts'

/** Many patterns of which few fit a text. Each is tried only on a text that holds what it needs. */
export interface PatternList {
  /** The places in the list, in order, of those that fit a text. */
  readonly findFitting: (text: string) => number[]
}

/** @param patterns without the flags `g` and `y` */
export function makePatternList(patterns: readonly RegExp[]): PatternList {
  const findPossible = indexPatterns(patterns)
  return { findFitting: (text) => findPossible(text).filter((pattern) => patterns[pattern]!.test(text)) }
}

/** What is looked for in a text before a pattern is tried. */
interface Clue {
  readonly text: string
  readonly pattern: number
}

/**
 * Makes a function that gives the places in a list of those patterns that a text has what they need, in order, after one
 * pass over the text.
 */
export function indexPatterns(patterns: readonly RegExp[]): (text: string) => readonly number[] {
  const needed = patterns.map(({ source }) => readNeeded(source))
  const always = needed.flatMap((texts, pattern) => (texts ? [] : [pattern]))
  const clues = needed.flatMap((texts, pattern) => (texts ?? []).map((text): Clue => ({ text, pattern })))
  const findClues = indexClues(clues)
  return (text) => {
    const found = findClues(foldCase(text))
    if (found.length === 0) return always
    return [...new Set([...always, ...found])].sort((a, b) => a - b)
  }
}

/** Letters as patterns that ignore case compare them: the long s is an s. */
const foldCase = (text: string): string => text.toLowerCase().replaceAll('ſ', 's')

/** The hash of three letters, of which each new one pushes out the one before the last two. */
const roll = (hash: number, letter: number): number => ((hash << 5) ^ letter) & 0x7fff
const HASHED = 3

/** Returns a function that finds all clues in one pass over a text, by the hash of their letters (Karp & Rabin 1987). */
function indexClues(clues: readonly Clue[]): (text: string) => number[] {
  const long = new Map<number, Clue[]>()
  const short = new Map<number, Clue[]>()
  for (const clue of clues) {
    const letters = Array.from({ length: Math.min(HASHED, clue.text.length) }, (_, at) => clue.text.charCodeAt(at))
    if (letters.length < HASHED) addTo(short, letters[0]! & 0xff, clue)
    else addTo(long, letters.reduce(roll, 0), clue)
  }
  const isLong = markKeys(long, 0x8000)
  const isShort = markKeys(short, 0x100)
  return (text) => {
    const found: number[] = []
    let hash = 0
    for (let at = 0; at < text.length; at += 1) {
      const letter = text.charCodeAt(at)
      hash = roll(hash, letter)
      if (isShort[letter & 0xff]) addFound(found, short.get(letter & 0xff)!, text, at)
      if (isLong[hash]) addFound(found, long.get(hash)!, text, at - HASHED + 1)
    }
    return found
  }
}

function addTo(table: Map<number, Clue[]>, place: number, clue: Clue): void {
  const others = table.get(place)
  if (others) others.push(clue)
  else table.set(place, [clue])
}

/** The places of a table that hold something: small enough to stay in the nearest cache. */
function markKeys(table: ReadonlyMap<number, unknown>, size: number): Uint8Array {
  const marks = new Uint8Array(size)
  for (const place of table.keys()) marks[place] = 1
  return marks
}

function addFound(found: number[], clues: readonly Clue[], text: string, at: number): void {
  for (const clue of clues) if (text.startsWith(clue.text, at)) found.push(clue.pattern)
}
