import { getHeapStatistics } from 'node:v8'
import type { Problem } from '../model/problem.ts'
import type { Seed } from '../model/source.ts'

const MEGABYTE = 2 ** 20

/**
 * Heap that stages 4 and 5 take for each character of the articles, and besides: 100,000 invented articles of together some 285
 * million characters took 5.0 to 5.7 GB. Composing pages takes more, so this is the least that a dossier needs.
 */
const BYTES = 20
const PROGRAM = 150 * MEGABYTE
/** Share of the heap that is left for what is thrown away again. */
const ROOM = 0.1

/** More articles than the process has memory for. Node would end without a word of why, after an hour of work. */
export class HeapRefusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.reason)
    this.problem = problem
  }
}

/**
 * Why the articles are too many for this process, if so.
 *
 * @param limit the most that the heap may grow to, in bytes
 */
export function refuseHeap(
  seeds: readonly Pick<Seed, 'text'>[],
  limit = getHeapStatistics().heap_size_limit,
): Problem | undefined {
  const characters = seeds.reduce((sum, { text }) => sum + text.length, 0)
  const needed = (PROGRAM + characters * BYTES) * (1 + ROOM)
  if (needed <= limit) return undefined
  return {
    file: 'seeds/articles',
    severity: 'error',
    rule: 'build/memory',
    reason: `Unexpected ${seeds.length} articles of ${Math.round(characters / 1e6)} million characters: comparing them takes ${sayGigabytes(needed)} GB of memory, and Node gives this process ${sayGigabytes(limit)} GB`,
    hint: `Give it more:  NODE_OPTIONS=--max-old-space-size=${1000 * Math.ceil(needed / MEGABYTE / 1000)} dossier build\nOn a machine with less memory, divide the dossier.`,
  }
}

const sayGigabytes = (bytes: number) => (bytes / MEGABYTE / 1024).toFixed(1)
