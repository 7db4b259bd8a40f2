import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { realDisk } from './disk.ts'

/** A finished folder and the place it is to take. Both on one file system. */
export interface Move {
  readonly staged: string
  readonly target: string
}

/** A move with the identity of the finished folder, by which a later run knows whether it has taken its place. */
interface Step extends Move {
  readonly identity: string | undefined
}

const journalIn = (workshop: string) => join(workshop, 'publishing.json')
const formerly = (staged: string) => `${staged}.formerly`
const isDone = ({ target, identity }: Step, disk: Disk) => disk.identify(target) === identity

/**
 * Puts finished folders in the place of the published ones; what was published is then where the finished ones were.
 *
 * What is to be done is written down first, so that a run that is cut off is completed by `resumePublishing` at the
 * start of the next; everything is on the disk, not only on its way, before the first folder moves. Each folder is
 * exchanged in one step where the system can do that, else by renaming. When a call fails, what was already exchanged is
 * given back.
 *
 * @param workshop the folder of unpublished work, `.dossier`
 * @throws Error when a call of the disk fails; the published folders are then the former ones
 */
export function publish(workshop: string, moves: readonly Move[], disk: Disk = realDisk): void {
  const steps = moves.map((move) => ({ ...move, identity: disk.identify(move.staged) }))
  disk.write(`${journalIn(workshop)}.new`, JSON.stringify(steps))
  for (const { staged } of steps) disk.flush(staged)
  disk.rename(`${journalIn(workshop)}.new`, journalIn(workshop))
  try {
    disk.flushNames(workshop)
    for (const step of steps) take(step, disk)
    for (const { target } of steps) disk.flushNames(dirname(target))
  } catch (error) {
    for (const step of steps.toReversed()) giveBack(step, disk)
    forget(workshop, disk)
    throw error
  }
  forget(workshop, disk)
}

function forget(workshop: string, disk: Disk): void {
  try {
    disk.remove(journalIn(workshop))
  } catch {
    // A journal that stays does no harm: the next run finds everything in its place.
  }
}

/** Completes a publication that was cut off; does nothing when there is none. */
export function resumePublishing(workshop: string, disk: Disk = realDisk): void {
  const journal = journalIn(workshop)
  if (!disk.exists(journal)) return
  const steps: Step[] = JSON.parse(readFileSync(journal, 'utf8'))
  for (const step of steps) complete(step, disk)
  forget(workshop, disk)
}

/** Takes the finished folder from where a run that was cut off had left it, also while it gave folders back. */
function complete({ staged, target, identity }: Step, disk: Disk): void {
  const found = [staged, formerly(staged)].find((place) => disk.identify(place) === identity)
  if (found !== undefined) take({ staged: found, target }, disk)
}

function take({ staged, target }: Move, disk: Disk): void {
  disk.makeFolder(dirname(target))
  if (!disk.exists(target)) disk.rename(staged, target)
  else if (!disk.exchange(staged, target)) exchangeByRenames({ staged, target }, disk)
}

/** For a moment nothing stands at the target: systems without an exchange have no other way for a folder. */
function exchangeByRenames({ staged, target }: Move, disk: Disk): void {
  disk.rename(target, formerly(staged))
  disk.rename(staged, target)
  disk.rename(formerly(staged), staged)
}

function giveBack(step: Step, disk: Disk): void {
  const { staged, target } = step
  if (isDone(step, disk) && disk.exists(staged)) {
    if (!disk.exchange(staged, target)) exchangeByRenames(step, disk)
  } else if (isDone(step, disk)) disk.rename(target, staged)
  restore(step, disk)
}

/** Puts the former folder back where an exchange by renames stopped half-way. */
function restore({ staged, target }: Move, disk: Disk): void {
  if (disk.exists(formerly(staged)) && !disk.exists(target)) disk.rename(formerly(staged), target)
}
