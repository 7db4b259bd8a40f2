import { createHash } from 'node:crypto'
import type { ResultCache } from '../cache/result-cache.ts'
import type { Segment } from '../model/passage.ts'
import type { Problem, Reported } from '../model/problem.ts'
import type { Seed } from '../model/source.ts'
import { sha256Of } from '../text/hash.ts'
import { startSharing } from '../text/share-strings.ts'
import type { Extract } from './1-read/read-articles.ts'
import { readDossier } from './1-read/read-dossier.ts'
import { parseRecord, quoteCitedPassages } from './6-address/record-file.ts'
import type { AnalysedSource, AnalysisContext } from './analyse-in-workers.ts'
import { analyseInWorkers, analyseSeed } from './analyse-in-workers.ts'
import { extractCached } from './extract-in-workers.ts'

type Analysis = Reported<AnalysedSource[]>

/** Below this a second thread takes longer to start than it saves. */
const WORTH_WORKERS = 60

/**
 * Stages 2 and 3 for every seed, on all cores when there are many. A seed whose bytes, sidecar, register and rules are
 * unchanged is not analysed again, and each result is kept as soon as it is there, so that a run that is ended loses none.
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
  await cache.fetch?.(keys)
  const share = startSharing()
  const known = keys.map((key) => share(cache.read(key)) as Analysis | undefined)
  const missing = seeds.map((_, index) => index).filter((index) => known[index] === undefined)
  const keep = (at: number, analysis: Analysis): void => {
    const index = missing[at]!
    known[index] = analysis
    cache.write(keys[index]!, analysis)
  }
  await analyseAll(
    missing.map((index) => seeds[index]!),
    context,
    keep,
  )
  const all = known as Analysis[]
  return {
    value: all.flatMap(({ value }) => value.map(withoutCopies)),
    problems: all.flatMap(({ problems }) => problems),
  }
}

/** A passage that stands in the text of its source as it is becomes a part of that text, not a copy: V8 holds both once. */
function withoutCopies({ source, findings }: AnalysedSource): AnalysedSource {
  const passages = source.passages.map((passage) => {
    const [{ start, end }, ...others] = passage.segments as [Segment, ...Segment[]]
    const text = others.length === 0 ? source.text.slice(start, end) : ''
    return text === passage.text ? { ...passage, text } : passage
  })
  return { source: { ...source, passages }, findings }
}

async function analyseAll(
  seeds: readonly Seed[],
  context: AnalysisContext,
  keep: (index: number, analysis: Analysis) => void,
): Promise<void> {
  if (seeds.length >= WORTH_WORKERS) await analyseInWorkers(seeds, context, keep)
  else for (const [index, seed] of seeds.entries()) keep(index, analyseSeed(seed, context))
}

function hash(...parts: string[]): string {
  return sha256Of(parts.join('\n'))
}

/** One part of the articles of a dossier: the `part`th of `parts`, from 1. */
export interface Shard {
  readonly part: number
  readonly parts: number
}

/** Number of articles that a shard analysed, and of all articles of the dossier. */
export interface AnalysedShard {
  readonly articles: number
  readonly own: number
  /** How many of its articles the store already had. */
  readonly known: number
  /** Problems of its own articles. */
  readonly problems: readonly Problem[]
}

/**
 * Stages 1 to 3 for one part of the articles. A file belongs to a shard by the hash of its path, so that an added article
 * moves no other; all articles of a mailbox or an archive are in the shard of the file.
 *
 * @param store where the results go; a build that reads it analyses none of them again
 * @param engine hash of the rules: code, word lists and model
 * @param extract reads files; in threads of their own by default
 */
export async function analyseShard(
  root: string,
  shard: Shard,
  store: ResultCache,
  engine: string,
  extract?: Extract,
): Promise<AnalysedShard> {
  const isOwn = (file: string): boolean => shardOf(file, shard.parts) === shard.part
  const { value: input, problems } = await readDossier(root, extractOwn(extractCached(store, engine, extract), isOwn))
  const cited = quoteCitedPassages(input, parseRecord(input.record ?? []).value).value
  const seeds = cited.seeds.filter(({ file }) => isOwn(file))
  let known = 0
  const counted: ResultCache = {
    ...store,
    read: (key) => {
      const value = store.read(key)
      if (value !== undefined) known += 1
      return value
    },
  }
  const analysed = await analyseSeeds(seeds, input, counted, engine)
  await store.settle?.()
  return {
    articles: cited.seeds.length,
    own: seeds.length,
    known,
    problems: [...problems, ...analysed.problems].filter(({ file }) => isOwn(file)),
  }
}

/** The shard of an article, from 1: that of its file, `mail.mbox` for `mail.mbox#2`. */
export function shardOf(file: string, parts: number): number {
  const hash = createHash('sha256').update(file.replace(/#.*$/s, '')).digest()
  return (hash.readUInt32BE(0) % parts) + 1
}

/** Files of other shards are not opened; their problems belong to those shards. */
function extractOwn(extract: Extract, isOwn: (file: string) => boolean): Extract {
  const left = { refusal: { rule: 'file/other-shard', reason: 'Left to another shard', hint: '' } } as const
  return async (tasks, keep) => {
    const places = tasks.flatMap(({ file }, index) => (isOwn(file) ? [index] : []))
    const own = places.map((index) => tasks[index]!)
    const results = (await extract(own, (at, result) => keep?.(places[at]!, result))).values()
    return tasks.map(({ file }) => (isOwn(file) ? results.next().value! : left))
  }
}
