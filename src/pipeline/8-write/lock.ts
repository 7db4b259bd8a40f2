import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Holder } from './lock-holder.ts'
import { identify, isRunning, readHolder } from './lock-holder.ts'

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
  writeFileSync(own, JSON.stringify(identify(process.pid)))
  try {
    for (;;) {
      if (tryLink(own, lock)) return () => rmSync(lock, { force: true })
      const held = readHolder(lock)
      if (held && isRunning(held)) return held.pid
      setStaleAside(lock, own, held)
    }
  } finally {
    rmSync(own)
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

/**
 * Takes a void lock away. Another process may have taken the lock since it was read: then it is put back.
 *
 * @param own a name that no other process uses
 * @param seen who held the lock when it was found void
 */
export function setStaleAside(lock: string, own: string, seen: Holder | undefined): void {
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
