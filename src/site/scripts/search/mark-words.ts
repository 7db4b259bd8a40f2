import type { SearchPart } from '../../../model/search-index.ts'
import { foldText, joinHyphens, listWords, type SearchWord } from '../../../text/search-words.ts'
import type { FoundPart } from './found-page.ts'

/** Words of a passage that a result shows; a passage a little longer is shown whole. */
const LENGTH = 46
const WHOLE = 60

/** A stretch of a passage's text. */
export interface Stretch {
  readonly text: string
  readonly isFound: boolean
}

/** A found passage as it is shown. */
export interface MarkedPart {
  readonly stretches: readonly Stretch[]
  /** Runs of found words, folded: what the page of the source will highlight. */
  readonly runs: readonly string[]
}

/** The found words of a part, with their places in its text; a name is marked in each of its spellings. */
export function findWords(
  { text }: SearchPart,
  { found, namedAs }: FoundPart,
): { words: SearchWord[]; marked: Set<number> } {
  const words = listWords(text)
  const joined = joinHyphens(text, words)
  const marked = new Set<number>()
  const mark = (from: SearchWord, to: SearchWord) =>
    words.forEach((word, at) => word.start >= from.start && word.end <= to.end && marked.add(at))
  for (const at of found) {
    /* Behind the words, each word that hyphens join follows a gap. */
    const beyond = at - words.length
    const word = beyond < 0 ? words[at] : beyond % 2 === 1 ? joined[(beyond - 1) / 2] : undefined
    if (word) mark(word, word)
  }
  const forms = words.map(({ form }) => form)
  for (const wording of namedAs.flatMap(({ wordings }) => wordings)) {
    const run = foldText(wording).split(' ')
    for (const at of findRuns(forms, run)) mark(words[at]!, words[at + run.length - 1]!)
  }
  return { words, marked }
}

/** A part's text around what was found, in stretches that are found words or not. */
export function markPart(part: SearchPart, found: FoundPart): MarkedPart {
  const { words, marked } = findWords(part, found)
  const places = [...marked].sort((a, b) => a - b)
  const [from, to] = chooseWindow(words.length, places)
  const start = from === 0 ? 0 : words[from]!.start
  const end = to >= words.length ? part.text.length : words[to - 1]!.end
  const stretches: Stretch[] = from > 0 ? [{ text: '… ', isFound: false }] : []
  let at = start
  for (const run of joinNeighbours(places)) {
    const [first, last] = [words[run[0]!]!, words[run.at(-1)!]!]
    if (first.start < start || last.end > end) continue
    stretches.push({ text: part.text.slice(at, first.start), isFound: false })
    stretches.push({ text: part.text.slice(first.start, last.end), isFound: true })
    at = last.end
  }
  stretches.push({ text: part.text.slice(at, end), isFound: false })
  if (end < part.text.length) stretches.push({ text: ' …', isFound: false })
  const runs = joinNeighbours(places).map((run) => run.map((index) => words[index]!.form).join(' '))
  return { stretches: stretches.filter(({ text }) => text !== ''), runs: [...new Set(runs)] }
}

function joinNeighbours(places: readonly number[]): number[][] {
  return places.reduce<number[][]>((runs, at) => {
    if (runs.at(-1)?.at(-1) === at - 1) runs.at(-1)!.push(at)
    else runs.push([at])
    return runs
  }, [])
}

/** The range of words of a passage that is shown. */
export function chooseWindow(length: number, found: readonly number[]): [number, number] {
  if (length <= WHOLE) return [0, length]
  const middle = densest(found)
  const start = Math.max(0, Math.min(middle - LENGTH / 4, length - LENGTH))
  return [Math.floor(start), Math.floor(start) + LENGTH]
}

/** The found word with the most others close behind it; the first word when none is found. */
function densest(found: readonly number[]): number {
  const behind = (at: number) => found.filter((other) => other >= at && other < at + LENGTH / 2).length
  return found.reduce((best, at) => (behind(at) > behind(best) ? at : best), found[0] ?? 0)
}

/**
 * Finds a run of words in a longer one.
 *
 * @returns index in `words` of the first word of each place
 */
export function findRuns(words: readonly string[], run: readonly string[]): number[] {
  return run.length === 0
    ? []
    : words.flatMap((_, at) => (run.every((word, step) => words[at + step] === word) ? [at] : []))
}
