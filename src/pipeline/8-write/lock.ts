import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A process that builds: its number, and when it started where the system tells that, as numbers are used again. */
interface Holder {
  readonly pid: number
  readonly started?: string
}

/**
 * Takes the lock of a dossier's workshop, so that two builds of one folder never mix. The lock of a process that
 * was killed is void.
 *
 * @param workshop an existing folder
 * @returns how to let the lock go; or the number of the process that holds it
 */
export function takeLock(workshop: string): (() => void) | number {
  const lock = join(workshop, 'lock')
  const own = join(workshop, `lock.${process.pid}`)
  const text = JSON.stringify(identify(process.pid))
  writeFileSync(own, text)
  try {
    for (;;) {
      if (tryLink(own, lock)) return () => rmSync(lock, { force: true })
      const held = readHolder(lock)
      if (held && isRunning(held)) return held.pid
      setStaleAside(lock, own, held)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Another process may have taken the lock since it was read: then it is put back. */
function setStaleAside(lock: string, own: string, seen: Holder | undefined): void {
  const aside = `${own}.stale`
  try {
    renameSync(lock, aside)
    if (readHolder(aside)?.pid !== seen?.pid) tryLink(aside, lock)
    rmSync(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isRunning(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return identify(holder.pid).started === holder.started
}

/** Field 22 of `/proc/PID/stat` is the time the process started, in clock ticks since the machine did. */
function identify(pid: number): Holder {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]! }
  } catch {
    return { pid }
  }
}
