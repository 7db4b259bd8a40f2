import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Disk } from './disk.ts'
import { realDisk } from './disk.ts'

/** A finished folder and the place it is to take, both on one file system. */
export interface Move {
  readonly staged: string
  readonly target: string
}

/** A move with the inode of the finished folder, by which a later run knows whether it has been made. */
interface JournalledMove extends Move {
  readonly identity: string | undefined
}

const journalIn = (stateFolder: string) => join(stateFolder, 'publishing.json')
const formerly = (staged: string) => `${staged}.formerly`
const isDone = ({ target, identity }: JournalledMove, disk: Disk) => disk.identify(target) === identity

/**
 * Puts finished folders in the place of the published ones, which then stand where the finished ones stood.
 *
 * A journal is written first, so that an interrupted run is completed by `resumeExchange` at the start of the next.
 * Everything is flushed before the first folder moves. Each folder is exchanged in one step where the system can do
 * that, else by renames. If a call fails, the exchanges made so far are undone.
 *
 * @param stateFolder the folder of unpublished work, `.dossier`
 * @throws Error when a call of the disk fails; the published folders are then the former ones
 */
export function exchangeFolders(stateFolder: string, moves: readonly Move[], disk: Disk = realDisk): void {
  const steps = moves.map((move) => ({ ...move, identity: disk.identify(move.staged) }))
  disk.write(`${journalIn(stateFolder)}.new`, JSON.stringify(steps))
  for (const { staged } of steps) disk.flush(staged)
  disk.rename(`${journalIn(stateFolder)}.new`, journalIn(stateFolder))
  try {
    disk.flushNames(stateFolder)
    for (const step of steps) moveIn(step, disk)
    for (const { target } of steps) disk.flushNames(dirname(target))
  } catch (error) {
    for (const step of steps.toReversed()) moveBack(step, disk)
    removeJournal(stateFolder, disk)
    throw error
  }
  removeJournal(stateFolder, disk)
}

/** Completes an exchange that was interrupted; does nothing if there is none. */
export function resumeExchange(stateFolder: string, disk: Disk = realDisk): void {
  const journal = journalIn(stateFolder)
  if (!disk.exists(journal)) return
  const steps: JournalledMove[] = JSON.parse(readFileSync(journal, 'utf8'))
  for (const step of steps) complete(step, disk)
  removeJournal(stateFolder, disk)
}

function removeJournal(stateFolder: string, disk: Disk): void {
  try {
    disk.remove(journalIn(stateFolder))
  } catch {
    // A journal that remains is harmless: the next run finds everything in its place.
  }
}

/** Moves the finished folder in from where the interrupted run left it, even if it was undoing its work. */
function complete({ staged, target, identity }: JournalledMove, disk: Disk): void {
  const found = [staged, formerly(staged)].find((place) => disk.identify(place) === identity)
  if (found !== undefined) moveIn({ staged: found, target }, disk)
}

function moveIn({ staged, target }: Move, disk: Disk): void {
  disk.makeFolder(dirname(target))
  if (!disk.exists(target)) disk.rename(staged, target)
  else if (!disk.exchange(staged, target)) exchangeByRenames({ staged, target }, disk)
}

/** Leaves the target missing for a moment: without an atomic exchange there is no other way for a folder. */
function exchangeByRenames({ staged, target }: Move, disk: Disk): void {
  disk.rename(target, formerly(staged))
  disk.rename(staged, target)
  disk.rename(formerly(staged), staged)
}

function moveBack(step: JournalledMove, disk: Disk): void {
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
