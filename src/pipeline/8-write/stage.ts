import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

/** The folders in which a build waits to be published, on the file systems of their targets. */
export interface Stage {
  /** Stands for the dossier's root: `content/` goes under it. */
  readonly root: string
  /** The site. */
  readonly out: string
}

const PREFIX = 'next-'

/**
 * Makes empty folders with names that no other run has, so that a process which outlived its build writes into
 * nothing that counts.
 *
 * @param workshop the folder of unpublished work, `.dossier` in the dossier's root
 * @param target where the site is to go; beside it when that is outside the dossier
 */
export function makeStage(workshop: string, target: string): Stage {
  const root = mkdtempSync(join(workshop, PREFIX))
  if (isInside(target, dirname(workshop))) return { root, out: join(root, 'site') }
  mkdirSync(dirname(target), { recursive: true })
  return { root, out: join(mkdtempSync(besides(target)), 'site') }
}

/** Deletes what builds left that were cut off. Call it with the lock held, after `resumePublishing`. */
export function sweepStages(workshop: string, target: string): void {
  const stale = (folder: string, prefix: string) =>
    list(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(folder, name))
  const all = [
    ...stale(workshop, PREFIX),
    ...stale(workshop, 'lock.'),
    ...stale(dirname(workshop), `${basename(workshop)}.new-`),
    ...stale(dirname(target), basename(besides(target))),
  ]
  for (const path of all) rmSync(path, { recursive: true, force: true, maxRetries: 3 })
}

const besides = (target: string) => join(dirname(target), `.${basename(target)}.${PREFIX}`)

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
