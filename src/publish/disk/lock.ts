import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process that builds: its number, and where the system tells it the time it started, because numbers are reused. */
export interface Holder {
  readonly pid: number
  /** In clock ticks since the machine started. */
  readonly started?: string
}

/**
 * Takes the lock of a dossier, so that two builds of one folder never mix. The lock of a process that has ended is void.
 *
 * @param stateFolder an existing folder
 * @returns a function that releases the lock, or the number of the process that holds it
 */
export function takeLock(stateFolder: string): (() => void) | number {
  const lock = join(stateFolder, 'lock')
  const own = join(stateFolder, `lock.${process.pid}`)
  writeFileSync(own, JSON.stringify(identify(process.pid)))
  try {
    for (;;) {
      if (tryLink(own, lock)) return () => rmSync(lock, { force: true })
      const held = readHolder(lock)
      if (held && isRunning(held)) return held.pid
      removeStale(lock, own, held)
    }
  } finally {
    rmSync(own)
  }
}

/** Creates the lock only if there is none: `link` is atomic and fails where the name is taken. */
function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Removes a void lock. If another process has taken the lock since it was read, it is put back.
 *
 * @param own a name that no other process uses
 * @param seen who held the lock when it was found void
 */
export function removeStale(lock: string, own: string, seen: Holder | undefined): void {
  const aside = `${own}.stale`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readHolder(aside)?.pid !== seen?.pid) tryLink(aside, lock)
  rmSync(aside)
}

/** Who holds a lock; `undefined` if the file is missing or damaged. */
export function readHolder(lock: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(lock, 'utf8'))
    return Number.isInteger(holder.pid) ? holder : undefined
  } catch {
    return undefined
  }
}

/** True while the process that took the lock runs, and not another one with its number. */
export function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return identify(holder.pid).started === holder.started
}

/** Field 22 of `/proc/PID/stat` is the start time; field 2, the program's name, may contain spaces and brackets. */
export function identify(pid: number): Holder {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]! }
  } catch {
    return { pid }
  }
}
