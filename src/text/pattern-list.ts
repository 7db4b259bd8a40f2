import { readNeeded } from './needed-text.ts'

/** Many patterns of which few fit a text. Each is tried only on a text that holds what it needs. */
export interface PatternList {
  /** The places in the list, in order, of those that fit a text. */
  readonly findFitting: (text: string) => number[]
}

/** @param patterns without the flags `g` and `y` */
export function listPatterns(patterns: readonly RegExp[]): PatternList {
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
export function indexPatterns(patterns: readonly RegExp[]): (text: string) => number[] {
  const needed = patterns.map(({ source }) => readNeeded(source))
  const clues = needed.flatMap((texts, pattern) => (texts ?? []).map((text): Clue => ({ text, pattern })))
  const always = needed.flatMap((texts, pattern) => (texts ? [] : [pattern]))
  const short = clues.filter(({ text }) => text.length < SHORTEST)
  const addLong = indexLong(clues.filter(({ text }) => text.length >= SHORTEST))
  return (text) => {
    const lower = foldCase(text)
    const possible = new Set(always)
    for (const clue of short) if (lower.includes(clue.text)) possible.add(clue.pattern)
    addLong(lower, possible)
    return [...possible].sort((a, b) => a - b)
  }
}

/** Letters as patterns that ignore case compare them: the long s is an s. */
const foldCase = (text: string): string => text.toLowerCase().replaceAll('ſ', 's')

/** Most clues differ in their first letters; a place of the table holds those that are alike. */
const TABLE = 4096
const SHORTEST = 3
const placeOf = (a: number, b: number, c: number): number => (a * 961 + b * 31 + c) & (TABLE - 1)

/** Finds all clues of three letters and more in one pass (Karp & Rabin 1987). */
function indexLong(clues: readonly Clue[]): (text: string, possible: Set<number>) => void {
  const table: (Clue[] | undefined)[] = new Array<undefined>(TABLE).fill(undefined)
  for (const clue of clues) {
    const { text } = clue
    ;(table[placeOf(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(2))] ??= []).push(clue)
  }
  return (text, possible) => {
    let [first, second] = [text.charCodeAt(0), text.charCodeAt(1)]
    for (let at = 2; at < text.length; at += 1) {
      const third = text.charCodeAt(at)
      const here = table[placeOf(first, second, third)]
      if (here) addClues(here, text, at - 2, possible)
      first = second
      second = third
    }
  }
}

function addClues(clues: readonly Clue[], text: string, at: number, possible: Set<number>): void {
  for (const clue of clues) if (text.startsWith(clue.text, at)) possible.add(clue.pattern)
}
