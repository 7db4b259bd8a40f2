import type { Reported } from '../model/problem.ts'
import type { Seed } from '../model/source.ts'
import type { ResultCache } from '../cache/result-cache.ts'
import { sha256Of } from '../text/hash.ts'
import type { AnalysedSource, AnalysisContext } from './analyse-seed.ts'
import { analyseSeed } from './analyse-seed.ts'
import { analyseInWorkers } from './analyse-in-workers.ts'

type Analysis = Reported<AnalysedSource[]>

/** Below this a second thread takes longer to start than it saves. */
const WORTH_WORKERS = 60

/**
 * Stages 2 and 3 for every seed, on all cores when there are many. A seed whose bytes, sidecar, register and rules are
 * unchanged is not analysed again.
 *
 * @param engine hash of the rules: code, word lists and model
 * @returns the sources in the order of the seeds
 */
export async function analyseSeeds(
  seeds: readonly Seed[],
  context: AnalysisContext,
  cache: ResultCache,
  engine: string,
): Promise<Analysis> {
  const common = hash(engine, JSON.stringify([context.settings, context.register]))
  const keys = seeds.map((seed) => hash(common, JSON.stringify(seed)))
  const known = keys.map((key) => cache.read(key) as Analysis | undefined)
  const missing = seeds.map((_, index) => index).filter((index) => known[index] === undefined)
  const fresh = await analyseAll(
    missing.map((index) => seeds[index]!),
    context,
  )
  for (const [at, index] of missing.entries()) {
    known[index] = fresh[at]!
    cache.write(keys[index]!, fresh[at])
  }
  const all = known as Analysis[]
  return { value: all.flatMap(({ value }) => value), problems: all.flatMap(({ problems }) => problems) }
}

function analyseAll(seeds: readonly Seed[], context: AnalysisContext): Promise<Analysis[]> {
  if (seeds.length >= WORTH_WORKERS) return analyseInWorkers(seeds, context)
  return Promise.resolve(seeds.map((seed) => analyseSeed(seed, context)))
}

function hash(...parts: string[]): string {
  return sha256Of(parts.join('\n'))
}
