import { splitSentences } from '../../../lang/sentences.ts'
import type { Word } from '../../../lang/words.ts'
import { splitWords } from '../../../lang/words.ts'
import type { OriginLink } from '../../../model/comparison.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Passage, Range, SpanInFile } from '../../../model/passage.ts'
import type { QuotationMention } from '../../../model/quotation.ts'
import type { Source } from '../../../model/source.ts'
import { hashSpread } from '../../../text/fnv.ts'
import { rememberLast } from '../../../text/remember.ts'
import { comparisonOf } from '../sentences.ts'
import type { Stories } from '../stories/group-stories.ts'

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

/** A source with the numbers of its shingles. */
interface Hashed {
  readonly file: number
  readonly source: Source
  readonly shingles: SourceShingles
}

/** The shingles of all passages in one array: a large dossier has millions of passages. */
interface SourceShingles {
  readonly all: Float64Array
  /** Where those of each passage end. */
  readonly ends: readonly number[]
  /** Words of the source. */
  readonly words: number
}

/** Words of running text that two sources of one story must share, and the share of the shorter source they must be. */
const ENOUGH = 30
const SHARE = 0.1
/** Words in one run that are enough by themselves. */
const LONG = 21
/** The share of the shorter source that makes a copy, of few words in one story and of any two sources. */
const COPY = 0.25
const BRIEF = 15

/**
 * Finds sources that share running text: their own words, not those they quote, and news, not what is always so and stands
 * in every report from a place ("The island lies on a fault line").
 *
 * @param sources in the order in which they are to be read
 * @param findings what stage 3 found in them, for quotations
 * @param stories the story of each source
 * @returns one link for each pair of sources, with the longest shared runs first
 */
export function findSharedWording(
  sources: readonly Source[],
  findings: readonly Findings[],
  stories: Stories,
): OriginLink[] {
  const hashed = hashSources(sources, findings)
  const lengths = new Map(hashed.map(({ source, shingles }) => [source.file, Math.max(1, shingles.words)]))
  return [...findRuns(hashed)].flatMap((runs) => {
    const [{ first, second }] = runs as [Run]
    const [words, longest] = [sumOf(runs), Math.max(...runs.map((run) => run.words))]
    const share = words / Math.min(lengths.get(first.file)!, lengths.get(second.file)!)
    const isStory = stories.get(first.file) === stories.get(second.file)
    const isCopy = share >= COPY && words >= (isStory ? BRIEF : ENOUGH)
    const isReprint = isStory && (longest >= LONG || (words >= ENOUGH && share >= SHARE))
    return isCopy || isReprint ? [composeLink(runs, share)] : []
  })
}

const sumOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.words, 0)

function hashSources(sources: readonly Source[], findings: readonly Findings[]): Hashed[] {
  const quoted = new Map(findings.map((one) => [one.file, one.quotations]))
  return sources.map((source, file) => {
    const own = quoted.get(source.file)
    return { file, source, shingles: remember(source, [own], () => hashSource(source, own ?? [])) }
  })
}

function findRuns(hashed: readonly Hashed[]): Iterable<Run[]> {
  const shared = findSharedShingles(hashed)
  const index = new Map<number, Occurrence[]>()
  const runs = new Map<string, Run[]>()
  for (const one of hashed) followRuns(one, shared, index, runs)
  return runs.values()
}

const remember = rememberLast<Source, SourceShingles>()

function hashSource(source: Source, quotations: readonly QuotationMention[]): SourceShingles {
  const split = source.passages.map((passage) => splitWords(passage.text))
  const all: number[] = []
  const ends = source.passages.map((passage, at) => {
    for (const shingle of hashRunning(source, passage, split[at]!, quotations)) all.push(shingle)
    return all.length
  })
  return { all: Float64Array.from(all), ends, words: split.reduce((sum, words) => sum + words.length, 0) }
}

/** The shingles of a passage; one that holds quoted words or part of a standing sentence has none (NaN). */
function hashRunning(
  source: Source,
  { ordinal, text }: Passage,
  words: readonly Word[],
  quotations: readonly QuotationMention[],
): number[] {
  const quoted = quotations
    .filter(({ mode }) => mode !== 'reported')
    .flatMap((one) => one.spans.filter(({ passage }) => passage === ordinal))
  const spans = [...quoted, ...standingSentences(source, text)]
  return hashShingles(words).map((hash, at) => {
    const [start, end] = [words[at]!.start, words[at + SHINGLE - 1]!.end]
    return spans.some((span) => start < span.end && span.start < end) ? Number.NaN : hash
  })
}

function standingSentences(source: Source, text: string): Range[] {
  const isStanding = comparisonOf(source)?.isStanding
  if (!isStanding) return []
  return splitSentences(text, source.language).filter(({ start, end }) => isStanding(text.slice(start, end)))
}

/** Shares of all shingles that are sorted one after the other, so that a large dossier needs no copy of them all. */
const SHARES = 8

/**
 * Most shingles stand in one source only; knowing them keeps the rest of the work small. They are sorted: a Map has room
 * for those of some 30,000 articles.
 */
function findSharedShingles(hashed: readonly Hashed[]): Set<number> {
  const shared = new Set<number>()
  for (let share = 0; share < SHARES; share += 1) {
    const [least, limit] = [share, share + 1].map((one) => (one / SHARES) * 2 ** 53) as [number, number]
    addShared(shared, hashed, (shingle) => shingle >= least && shingle < limit)
  }
  return shared
}

function addShared(shared: Set<number>, hashed: readonly Hashed[], isInShare: (shingle: number) => boolean): void {
  const size = hashed.reduce((sum, { shingles }) => sum + countIf(shingles.all, isInShare), 0)
  const all = new Float64Array(size)
  const end = hashed.reduce((at, { shingles }) => addDistinct(all, at, shingles.all, isInShare), 0)
  const sorted = all.subarray(0, end).sort()
  for (let at = 1; at < end; at += 1) if (sorted[at] === sorted[at - 1]) shared.add(sorted[at]!)
}

function countIf(shingles: Float64Array, isInShare: (shingle: number) => boolean): number {
  let count = 0
  for (const shingle of shingles) if (isInShare(shingle)) count += 1
  return count
}

/** Adds each shingle of a source once, and returns where the next source begins. */
function addDistinct(
  all: Float64Array,
  start: number,
  shingles: Float64Array,
  isInShare: (shingle: number) => boolean,
): number {
  let last = start
  for (const shingle of shingles) if (isInShare(shingle)) all[last++] = shingle
  all.subarray(start, last).sort()
  let end = start
  for (let at = start; at < last; at += 1) {
    if (end > start && all[at] === all[end - 1]) continue
    all[end] = all[at]!
    end += 1
  }
  return end
}

function followRuns(
  { file, source, shingles }: Hashed,
  shared: ReadonlySet<number>,
  index: Map<number, Occurrence[]>,
  runs: Map<string, Run[]>,
): void {
  for (const [number, passage] of source.passages.entries()) {
    const own = shingles.all.subarray(shingles.ends[number - 1] ?? 0, shingles.ends[number])
    if (!own.some((shingle) => shared.has(shingle))) continue
    const words = splitWords(passage.text)
    for (const [at, shingle] of own.entries()) {
      if (!shared.has(shingle)) continue
      const here = { file, at: spanOf(source.file, passage.ordinal, words, at) }
      const earlier = index.get(shingle) ?? []
      if (earlier.length < COMMON) for (const there of earlier) if (there.file !== file) extend(runs, there, here)
      if (earlier.length <= COMMON) index.set(shingle, [...earlier, here])
    }
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

function composeLink(runs: readonly Run[], share: number): OriginLink {
  const sorted = [...runs].sort((a, b) => b.words - a.words)
  const [longest] = sorted
  return {
    rule: 'origin/shared-wording',
    reason: `${sumOf(runs)} words outside quotations stand in both in the same order (${Math.round(share * 100)} % of the shorter), the longest run of ${longest!.words}.`,
    files: [longest!.first.file, longest!.second.file],
    passages: sorted.flatMap(({ first, second }) => [first, second]),
  }
}

/** Words in a row that two passages must share; nine words rarely agree by chance (Broder's shingles, 1997). */
export const SHINGLE = 9

/**
 * A number for each run of nine words of a text.
 *
 * @returns 53-bit hashes (two 32-bit FNV-1a hashes joined), one for each word that a run begins at; equal runs have equal
 *   numbers, and among ten million runs two different ones hardly ever do
 */
function hashShingles(words: readonly Word[]): number[] {
  const highs = words.map(({ key }) => hashSpread(key))
  const lows = words.map(({ key }) => hashSpread(key, 0x9e3779b9))
  return words.slice(SHINGLE - 1).map((_, at) => {
    let [high, low] = [0, 0]
    for (let word = at; word < at + SHINGLE; word += 1) {
      high = Math.imul(high ^ highs[word]!, 0x01000193)
      low = Math.imul(low ^ lows[word]!, 0x85ebca6b)
    }
    return (high >>> 0) * 0x200000 + (low >>> 11)
  })
}
