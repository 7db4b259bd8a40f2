import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explainBucket } from '../cache/bucket.ts'
import type { Problem } from '../model/problem.ts'
import type { AnalysedShard, Shard } from '../pipeline/analyse-seeds.ts'
import { analyseShard } from '../pipeline/analyse-seeds.ts'
import { hashEngine, openStore } from '../pipeline/store.ts'
import type { CommandResult, Options } from './options.ts'
import { count, printProblems } from './options.ts'

/** Analyses one part of a dossier's articles into a store that a build reads: see `analyseShard`. */
export async function analyse({ root }: Options, store: string, shard: Shard): Promise<CommandResult> {
  const engine = hashEngine()
  // Not the folder of earlier builds, because results found there would not be uploaded to a bucket.
  const folder = mkdtempSync(join(tmpdir(), 'dossier-analysis-'))
  try {
    const opened = await openStore(store, engine, folder)
    return describe(root, store, shard, await analyseShard(root, shard, opened, engine))
  } catch (error) {
    const problems = [explainStore(store, error)]
    return { code: 1, text: `${printProblems(problems)}\n`, json: { ok: false, root, store, problems } }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @throws the error itself when it comes neither from the disk nor from a bucket: then it is a bug */
function explainStore(store: string, error: unknown): Problem {
  const { syscall, path, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) return explainBucket(error)
  return {
    file: path ?? store,
    severity: 'error',
    rule: 'store/disk',
    reason: message,
    hint: 'Make room, or give the right to write there, and analyse again: finished articles are kept.',
  }
}

function describe(
  root: string,
  store: string,
  shard: Shard,
  { articles, own, known, problems }: AnalysedShard,
): CommandResult {
  const text = [
    ...(problems.length > 0 ? [printProblems(problems), ''] : []),
    `Shard ${shard.part} of ${shard.parts}: ${own} of ${count(articles, 'article')}, ${known} of them analysed before.`,
    `Build with:  dossier build --store ${store}`,
  ]
  return {
    code: 0,
    text: `${text.join('\n')}\n`,
    json: { ok: true, root, store, shard, articles, own, known, problems },
  }
}

/** Variables in which schedulers pass the number of a task and of all tasks. */
const ENGINES: readonly ((env: NodeJS.ProcessEnv) => readonly (string | undefined)[])[] = [
  // Slurm's arrays begin at any number; a step of another size than 1 is not understood.
  (env) => [minus(env['SLURM_ARRAY_TASK_ID'], env['SLURM_ARRAY_TASK_MIN']), env['SLURM_ARRAY_TASK_COUNT']],
  (env) => [env['AWS_BATCH_JOB_ARRAY_INDEX'], env['AWS_BATCH_JOB_ARRAY_SIZE']],
  // Kubernetes does not pass the number of tasks: the manifest repeats it.
  (env) => [env['JOB_COMPLETION_INDEX'], env['JOB_COMPLETIONS']],
  (env) => [minus(env['CI_NODE_INDEX'], '1'), env['CI_NODE_TOTAL']],
]

const minus = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined ? undefined : String(Number(a) - Number(b))

/** The shard given as `3/16`, else by the scheduler's variables, else everything; or the error in the option. */
export function readShard(asked: string | undefined, env: NodeJS.ProcessEnv): Shard | string {
  if (asked !== undefined) {
    const [, part, parts] = /^(\d+)\/(\d+)$/.exec(asked) ?? []
    return checkShard({ part: Number(part), parts: Number(parts) }, asked)
  }
  for (const engine of ENGINES) {
    const [index, parts] = engine(env)
    if (index !== undefined && parts !== undefined)
      return checkShard({ part: Number(index) + 1, parts: Number(parts) }, `${Number(index) + 1}/${parts}`)
  }
  return { part: 1, parts: 1 }
}

function checkShard(shard: Shard, asked: string): Shard | string {
  const { part, parts } = shard
  if (Number.isSafeInteger(part) && Number.isSafeInteger(parts) && part >= 1 && part <= parts) return shard
  return `Unexpected shard ${asked}, expected a part and the number of parts, as 3/16`
}
