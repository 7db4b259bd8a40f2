import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Disk } from './disk.ts'
import { findPublished, realDisk } from './disk.ts'
import type { Problem } from '../../model/problem.ts'

/** A finished folder and the place it is to take, both on one file system. */
export interface FolderMove {
  readonly staged: string
  readonly target: string
}

/** A move with the inode of the finished folder, by which a later run knows whether it has been made. */
interface JournalledMove extends FolderMove {
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
export function exchangeFolders(stateFolder: string, moves: readonly FolderMove[], disk: Disk = realDisk): void {
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

/** Completes an interrupted exchange; does nothing if there is none. */
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

function moveIn({ staged, target }: FolderMove, disk: Disk): void {
  disk.makeFolder(dirname(target))
  if (!disk.exists(target)) disk.rename(staged, target)
  else if (!disk.exchange(staged, target)) exchangeByRenames({ staged, target }, disk)
}

/** Leaves the target missing for a moment: without an atomic exchange there is no other way for a folder. */
function exchangeByRenames({ staged, target }: FolderMove, disk: Disk): void {
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
function restore({ staged, target }: FolderMove, disk: Disk): void {
  if (disk.exists(formerly(staged)) && !disk.exists(target)) disk.rename(formerly(staged), target)
}

/** The folders in which a build waits to be published, on the file systems of their targets. */
export interface StagingArea {
  /** Placeholder of the dossier's root: paths that begin with `content/` are written under it. */
  readonly root: string
  /** The generated collections, in `root`. */
  readonly content: string
  /** The site. */
  readonly site: string
}

const PREFIX = 'next-'

/**
 * Makes empty folders with new names, so that a process which outlived an earlier build cannot write into them.
 *
 * @param stateFolder the folder of unpublished work, `.dossier` in the dossier's root
 * @param out where the site is to go; if that is outside the dossier, it is staged beside it
 */
export function makeStagingArea(stateFolder: string, out: string): StagingArea {
  const root = mkdtempSync(join(stateFolder, PREFIX))
  const content = join(root, 'content')
  if (isInside(out, dirname(stateFolder))) return { root, content, site: join(root, 'site') }
  mkdirSync(dirname(out), { recursive: true })
  return { root, content, site: join(mkdtempSync(besides(out)), 'site') }
}

/** Deletes the remains of earlier builds. Call it with the lock held, after `resumeExchange`. */
export function sweepStagingAreas(stateFolder: string, out: string): void {
  const stale = (folder: string, prefix: string) =>
    list(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name))
  const all = [
    ...stale(stateFolder, PREFIX),
    ...stale(stateFolder, 'lock.'),
    ...stale(dirname(stateFolder), `${basename(stateFolder)}.new-`),
    ...stale(dirname(out), basename(besides(out))),
  ]
  for (const path of all) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

const besides = (out: string) => join(dirname(out), `.${basename(out)}.${PREFIX}`)

/** A file by which a folder is known to have been written by a build, as it is or packed. */
const SIGNS = { content: 'dossier.json', site: 'data/sources.json' }

/**
 * A build replaces the folders of the generated files and of the site. It refuses to replace a folder that holds
 * anything else, such as a person's own files.
 *
 * @param root the dossier's folder
 * @param out where the site is to go
 */
export function refuseTargets(root: string, out: string): Problem[] {
  const content = join(root, 'content')
  const isAround = [join(root, 'seeds'), content].some((folder) => isInside(folder, out) || isInside(out, folder))
  return [
    ...(isAround
      ? [problemOf(out, `Unexpected folder ${out} for the site: it holds the dossier itself, or lies in it`)]
      : []),
    ...(!isAround && isForeign(out, SIGNS.site)
      ? [problemOf(out, `Unexpected files in ${out}, expected an empty folder or a site that a build made`)]
      : []),
    ...(isForeign(content, SIGNS.content)
      ? [
          problemOf(
            'content',
            'Unexpected files in content/, expected what a build wrote: a build replaces this folder',
          ),
        ]
      : []),
  ]
}

const problemOf = (file: string, reason: string): Problem => ({
  file,
  severity: 'error',
  rule: 'build/not-ours',
  reason,
  hint: 'Move these files to another place, or name another folder: --out site',
})

function isForeign(folder: string, sign: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && findPublished(join(folder, sign)).length === 0
}

function isInside(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
