import type { OriginLink } from '../../../model/origin.ts'
import type { Passage } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import type { SpanInFile } from '../../../model/span.ts'
import type { Word } from '../../../lang/words.ts'
import { splitWords } from '../../../lang/words.ts'
import { hashShingles, SHINGLE } from './hash-shingles.ts'

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

/** A passage with the numbers of its shingles. */
interface Hashed {
  readonly file: number
  readonly source: Source
  readonly passage: Passage
  readonly shingles: Float64Array
}

/** Mark of a shingle that stands in several sources. */
const SHARED = -1

/**
 * Finds passages of different sources that share wording.
 *
 * @param sources in the order in which they are to be read
 * @returns one link for each pair of sources, with the longest shared runs first
 */
export function findSharedWording(sources: readonly Source[]): OriginLink[] {
  const hashed = sources.flatMap((source, file) =>
    source.passages.map(
      (passage): Hashed => ({
        file,
        source,
        passage,
        shingles: hashShingles(splitWords(passage.text)),
      }),
    ),
  )
  const shared = findSharedShingles(hashed)
  const index = new Map<number, Occurrence[]>()
  const runs = new Map<string, Run[]>()
  for (const one of hashed) {
    if (one.shingles.some((shingle) => shared.has(shingle))) followRuns(one, shared, index, runs)
  }
  return [...runs].map(([, held]) => composeLink(held))
}

/** Most shingles stand in one source only; knowing them keeps the rest of the work small. */
function findSharedShingles(hashed: readonly Hashed[]): Set<number> {
  const seen = new Map<number, number>()
  for (const { file, shingles } of hashed) {
    for (const shingle of shingles) {
      const earlier = seen.get(shingle)
      if (earlier !== file && earlier !== SHARED) seen.set(shingle, earlier === undefined ? file : SHARED)
    }
  }
  return new Set([...seen].filter(([, file]) => file === SHARED).map(([shingle]) => shingle))
}

function followRuns(
  { file, source, passage, shingles }: Hashed,
  shared: ReadonlySet<number>,
  index: Map<number, Occurrence[]>,
  runs: Map<string, Run[]>,
): void {
  const words = splitWords(passage.text)
  for (const [at, shingle] of shingles.entries()) {
    if (!shared.has(shingle)) continue
    const here = { file, at: spanOf(source.file, passage.ordinal, words, at) }
    const earlier = index.get(shingle) ?? []
    if (earlier.length < COMMON) for (const there of earlier) if (there.file !== file) extend(runs, there, here)
    if (earlier.length <= COMMON) index.set(shingle, [...earlier, here])
  }
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
