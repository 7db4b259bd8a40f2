import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Processor time and memory of one step of a run. */
export interface Step {
  readonly stage: string
  /** Seconds of the process and of everything it started. */
  readonly cpu: number
  /** The most that all of them held at once, in megabytes. */
  memory: number
}

/** Measurements of one run. */
export interface Measured {
  readonly cpu: number
  readonly memory: number
  readonly steps: readonly Step[]
}

const PAGE = 4096
const MEGABYTE = 2 ** 20

/** Processes by the process that started them. */
function readMemory(pid: number): number {
  const children = new Map<number, number[]>()
  const held = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const fields = readStat(name)
    if (!fields) continue
    held.set(Number(name), Number(fields[21]) * PAGE)
    children.set(Number(fields[1]), [...(children.get(Number(fields[1])) ?? []), Number(name)])
  }
  const sum = (one: number): number =>
    (held.get(one) ?? 0) + (children.get(one) ?? []).reduce((total, child) => total + sum(child), 0)
  return sum(pid) / MEGABYTE
}

/** The fields of a process after its name, or nothing when it has ended. */
function readStat(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
  } catch {
    return undefined
  }
}

/** Processor seconds of all ended children of this process, with theirs. */
function readChildrenCpu(): number {
  const fields = readStat('self')!
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/**
 * Runs a command to its end. What it prints of its steps (see `time-build.ts`) parts the figures.
 *
 * @throws Error with the end of its output when it fails
 */
export async function measure([command, ...args]: readonly string[], cwd: string): Promise<Measured> {
  const before = readChildrenCpu()
  const child = spawn(command!, args, { cwd, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CI: '1' } })
  const marks: Step[] = []
  let [output, memory] = ['', 0]
  const read = (chunk: Buffer) => {
    output += chunk
    for (const line of String(chunk)
      .split('\n')
      .filter((one) => one.startsWith('{"stage"')))
      marks.push({ ...(JSON.parse(line) as Step), memory: 0 })
  }
  for (const stream of [child.stdout, child.stderr]) stream.on('data', read)
  const timer = setInterval(() => {
    const held = readMemory(child.pid!)
    memory = Math.max(memory, held)
    const last = marks.at(-1)
    if (last) last.memory = Math.max(last.memory, held)
  }, 100)
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`${command} failed:\n${output.slice(-3000)}`)
  return { cpu: readChildrenCpu() - before, memory, steps: listSteps(marks) }
}

/** Each mark has the time when its step began. */
const listSteps = (marks: readonly Step[]): Step[] =>
  marks.slice(1).map((next, at) => ({ ...marks[at]!, cpu: next.cpu - marks[at]!.cpu }))

/** Pages, files and megabytes below a folder. */
export function countFiles(folder: string): { pages: number; files: number; megabytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    files: files.length,
    megabytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0) / 1e6,
  }
}
