import { execFile, execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inventCorpus } from './build/invent-corpus.ts'
import { measure } from './build/measure.ts'
import type { Cluster } from './build/slurm.ts'
import { startSlurm } from './build/slurm.ts'
import { writeSeeds } from './build/write-corpus.ts'

/*
 * N invented articles over eight tasks of a Slurm cluster, against one process:
 * `npm run bench:cluster [N] [folder] [bucket]`. With `bucket` the store is one, of a server that npm brings into the folder.
 * Starts a cluster of this machine, runs `deploy/slurm.sh`, kills a task of each array in the middle of its work, lets the
 * engine try it again, and compares every file with those of a build alone. Needs Debian's packages and root; prints what each part
 * took. Eight tasks on one machine are no faster than one process: it is their result that is tried here.
 */

const count = Number(process.argv[2] ?? 10_000)
const folder = resolve(process.argv[3] ?? join(tmpdir(), `dossier-cluster-${count}`))
const isBucket = process.argv[4] === 'bucket'
const PARTS = 8
const REPOSITORY = resolve(import.meta.dirname, '../../..')

/** A dossier as its people have it: its seeds, and the program among its packages. */
function makeDossier(root: string): string {
  writeSeeds(inventCorpus(count), root)
  const bin = join(root, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  const command = join(bin, 'dossier')
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${REPOSITORY}/src/cli.ts' "$@"\n`)
  chmodSync(command, 0o755)
  return root
}

interface Task {
  readonly id: string
  readonly state: string
}

/** The tasks of a job as the scheduler reports them, the newest state of each. */
function listTasks({ env }: Cluster, job: string): Task[] {
  const args = ['--noheader', '--array', '--states=all', `--job=${job}`, '--format=%i %T']
  const lines = execFileSync('squeue', args, { env, encoding: 'utf8' }).trim().split('\n')
  return lines.map((line) => line.split(' ')).map(([id, state]) => ({ id: id!, state: state! }))
}

const DONE = /^(?:COMPLETED|FAILED|CANCELLED|TIMEOUT|OUT_OF_MEMORY)$/

async function waitFor(isThere: () => boolean): Promise<void> {
  while (!isThere()) await setTimeout(500)
}

/** Kills the processes of running tasks as a machine that runs out of memory does, once they have written so many entries. */
async function killTasks(cluster: Cluster, job: string, command: string, store: Store, entries: number): Promise<void> {
  await waitFor(() => listTasks(cluster, job).some(({ state }) => state === 'RUNNING'))
  const before = listEntries(store.folder).length
  await waitFor(() => listEntries(store.folder).length > before + entries)
  const running = listTasks(cluster, job).filter(({ state }) => state === 'RUNNING')
  for (const pid of listProcesses(`${command} --store ${store.location}`)) process.kill(pid, 'SIGKILL')
  const written = listEntries(store.folder).length - before
  console.log(`Killed ${running.map(({ id }) => id).join(', ')} when ${written} entries were written`)
}

/** Numbers of the processes whose command line holds the words. */
function listProcesses(words: string): number[] {
  const commandOf = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    } catch {
      return ''
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes(words))
    .map(Number)
}

function listEntries(store: string): string[] {
  try {
    return readdirSync(store, { recursive: true, withFileTypes: true }).flatMap((one) =>
      one.isFile() ? [one.name] : [],
    )
  } catch {
    return []
  }
}

/** Every file below a folder with the hash of its bytes. */
function hashFiles(root: string): Map<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(root.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )
}

/** Seconds of the clock that something took. */
async function time<T>(name: string, act: () => Promise<T> | T): Promise<T> {
  const start = performance.now()
  const value = await act()
  console.log(`${name.padEnd(44)}${((performance.now() - start) / 1000).toFixed(0).padStart(6)} s`)
  return value
}

/** Where the entries are kept, how the commands call it, and what they need to reach it. */
interface Store {
  readonly folder: string
  readonly location: string
  readonly env: NodeJS.ProcessEnv
}

/** s3rver (MIT) is no longer developed, speaks S3 and runs anywhere: enough for a bench. It does not check signatures. */
const SERVER = 's3rver@3.7.1'

interface BucketServer {
  run(): Promise<{ port: number }>
}

async function openStore(): Promise<Store> {
  const at = join(folder, 'store')
  if (!isBucket) return { folder: at, location: at, env: {} }
  execFileSync('npm', ['install', '--prefix', join(folder, 'server'), '--no-audit', '--no-fund', SERVER])
  const { default: Server } = (await import(join(folder, 'server/node_modules/s3rver/lib/s3rver.js'))) as {
    default: new (options: object) => BucketServer
  }
  const buckets = { configureBuckets: [{ name: 'clippings' }] }
  const { port } = await new Server({ port: 0, address: '127.0.0.1', silent: true, directory: at, ...buckets }).run()
  const env = {
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  }
  return { folder: at, location: 's3://clippings/bench', env }
}

const JOBS = ['analyse', 'compose', 'render', 'build'] as const

/** The numbers of the jobs. The server of the bucket must go on answering meanwhile. */
async function submit(cluster: Cluster, root: string, store: Store): Promise<string[]> {
  const script = join(REPOSITORY, 'deploy/slurm.sh')
  const env = { ...cluster.env, ...store.env }
  const { stdout } = await promisify(execFile)(script, [root, store.location, String(PARTS)], { env })
  return stdout
    .trim()
    .split('\n')
    .map((line) => /\d+/.exec(line)![0])
}

async function runOnCluster(cluster: Cluster, root: string, store: Store): Promise<void> {
  const jobs = await submit(cluster, root, store)
  for (const [at, command] of JOBS.entries()) {
    const job = jobs[at]!
    await time(command, async () => {
      if (command === 'analyse') await killTasks(cluster, job, command, store, count / PARTS / 4)
      if (command === 'render') await killTasks(cluster, job, command, store, 2)
      await waitFor(() => listTasks(cluster, job).every(({ state }) => DONE.test(state)))
    })
  }
  const bad = jobs.flatMap((job) => listTasks(cluster, job)).filter(({ state }) => state !== 'COMPLETED')
  if (bad.length > 0) throw new Error(`Not completed: ${bad.map(({ id, state }) => `${id} ${state}`).join(', ')}`)
}

rmSync(folder, { recursive: true, force: true })
const [alone, spread] = [join(folder, 'alone'), join(folder, 'spread')]
makeDossier(alone)
cpSync(alone, spread, { recursive: true })
const store = await openStore()
const cluster = await startSlurm(join(folder, 'cluster'))
try {
  await runOnCluster(cluster, spread, store)
} finally {
  cluster.stop()
}
const { cpu, memory } = await time('one process', () => measure(['npx', 'dossier', 'build'], alone))
console.log(`one process: ${cpu.toFixed(0)} s of processor, ${memory.toFixed(0)} MB at most`)
let differences = 0
for (const name of ['content', 'dist']) {
  const [one, other] = [hashFiles(join(alone, name)), hashFiles(join(spread, name))]
  const paths = new Set([...one.keys(), ...other.keys()])
  const unequal = [...paths].filter((path) => one.get(path) !== other.get(path))
  console.log(`${name}: ${paths.size} files, ${unequal.length} different ${unequal.slice(0, 3).join(' ')}`)
  differences += unequal.length
}
console.log(`${listEntries(store.folder).length} entries in the store`)
// The server of a bucket would keep the process.
process.exit(differences === 0 ? 0 : 1)
