import { readFileSync } from 'node:fs'

/** A process that builds: its number, and when it started where the system tells that, as numbers are used again. */
export interface Holder {
  readonly pid: number
  /** In clock ticks since the machine started. */
  readonly started?: string
}

/** Who holds a lock; nobody when the file is missing or damaged. */
export function readHolder(lock: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(lock, 'utf8'))
    return Number.isInteger(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

/** True while the process that took the lock runs, and not merely another one with its number. */
export function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return identify(holder.pid).started === holder.started
}

/** Field 22 of `/proc/PID/stat` is the time the process started; field 2, its name, may hold anything. */
export function identify(pid: number): Holder {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]! }
  } catch {
    return { pid }
  }
}
