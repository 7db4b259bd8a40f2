import type { Shard } from '../pipeline/analyse-seeds.ts'

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
