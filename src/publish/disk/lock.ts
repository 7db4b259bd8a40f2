import { linkSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { realDisk } from './disk.ts'

/** A building process: its number and, where the system gives it, its start time, because numbers are reused. */
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

/** Creates the lock only if there is none: `link` is atomic and fails if the name exists. */
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
 * @param seen the owner of the lock when it was found void
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

/** The owner of a lock; `undefined` if the file is missing or damaged. */
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

/** The file that holds the inode number of its folder. */
const HOME = 'home'

/**
 * Opens `.dossier`, the folder of unpublished work, and creates it where it is missing. It is replaced when it is a link
 * or was not made here: its contents are trusted (which folders to exchange, what an article was found to say), and a
 * dossier from somebody else may bring one along. A copied folder has another inode.
 *
 * @param root the dossier's folder
 * @returns its path
 * @throws Error when nothing can be written there
 */
export function openStateFolder(root: string): string {
  const stateFolder = join(root, '.dossier')
  if (!isOwn(stateFolder)) makeOwn(stateFolder)
  return stateFolder
}

function isOwn(stateFolder: string): boolean {
  const home = join(stateFolder, HOME)
  return attempt(
    () =>
      lstatSync(stateFolder).isDirectory() &&
      lstatSync(home).isFile() &&
      readFileSync(home, 'utf8') === realDisk.identify(stateFolder),
  )
}

/** Two builds may start at once: the folder is renamed in with its `home` file, and neither removes the other's. */
function makeOwn(stateFolder: string): void {
  const own = mkdtempSync(`${stateFolder}.new-`)
  const aside = `${own}.aside`
  try {
    writeFileSync(join(own, HOME), realDisk.identify(own)!)
    attempt(() => renameSync(stateFolder, aside))
    renameSync(isOwn(aside) ? aside : own, stateFolder)
  } catch (error) {
    if (!isOwn(stateFolder)) throw error
  } finally {
    for (const path of [own, aside]) rmSync(path, { recursive: true, force: true })
  }
}

/** False if the call fails: an unreadable folder is not ours, and there may be nothing to rename. */
function attempt<T>(call: () => T): T | false {
  try {
    return call()
  } catch {
    return false
  }
}
