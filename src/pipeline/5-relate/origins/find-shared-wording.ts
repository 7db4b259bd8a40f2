import type { OriginLink } from '../../../model/origin.ts'
import type { Source } from '../../../model/source.ts'
import type { SpanInFile } from '../../../model/span.ts'
import type { Word } from '../../../text/words.ts'
import { splitWords } from '../../../text/words.ts'

/** Words in a row that two passages must share; nine words rarely agree by chance (Broder's shingles, 1997). */
const SHINGLE = 9
/** Sources in which a shingle may stand: one that more have is a set phrase. */
const COMMON = 25

interface Occurrence {
  readonly at: SpanInFile
  readonly file: number
}

/** A run of shared words that both passages hold. */
interface Run {
  first: SpanInFile
  second: SpanInFile
  words: number
}

/**
 * Finds passages of different sources that share wording.
 *
 * @param sources in the order in which they are to be read
 * @returns one link for each pair of sources, with the longest shared runs first
 */
export function findSharedWording(sources: readonly Source[]): OriginLink[] {
  const index = new Map<string, Occurrence[]>()
  const runs = new Map<string, Run[]>()
  for (const [file, source] of sources.entries()) {
    for (const passage of source.passages) {
      const words = splitWords(passage.text)
      for (let at = 0; at + SHINGLE <= words.length; at += 1) {
        const key = words.slice(at, at + SHINGLE).map((word) => word.key).join(' ')
        const here = { file, at: spanOf(source.file, passage.ordinal, words, at) }
        const earlier = index.get(key) ?? []
        if (earlier.length < COMMON) for (const there of earlier) if (there.file !== file) extend(runs, there, here)
        if (earlier.length <= COMMON) index.set(key, [...earlier, here])
      }
    }
  }
  return [...runs].map(([, held]) => composeLink(held))
}

function spanOf(file: string, passage: number, words: readonly Word[], at: number): SpanInFile {
  return { file, passage, start: words[at]!.start, end: words[at + SHINGLE - 1]!.end }
}

/** Adds a shared shingle to the last run of its two sources when it goes on there, else begins a new run. */
function extend(runs: Map<string, Run[]>, there: Occurrence, here: Occurrence): void {
  const key = `${there.file} ${here.file}`
  const held = runs.get(key) ?? []
  runs.set(key, held)
  const last = held.at(-1)
  if (last && overlaps(last.first, there.at) && overlaps(last.second, here.at)) {
    last.first = { ...last.first, end: there.at.end }
    last.second = { ...last.second, end: here.at.end }
    last.words += 1
  } else held.push({ first: there.at, second: here.at, words: SHINGLE })
}

function overlaps(a: SpanInFile, b: SpanInFile): boolean {
  return a.passage === b.passage && a.start <= b.start && b.start < a.end
}

function composeLink(runs: readonly Run[]): OriginLink {
  const sorted = [...runs].sort((a, b) => b.words - a.words)
  const [longest] = sorted
  const words = runs.reduce((sum, run) => sum + run.words, 0)
  return {
    rule: 'relate/shared-wording',
    reason: `${words} words stand in both in the same order, the longest run of ${longest!.words}.`,
    files: [longest!.first.file, longest!.second.file],
    passages: sorted.flatMap(({ first, second }) => [first, second]),
  }
}
