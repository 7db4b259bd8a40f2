import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import type { Problem } from '../../model/problem.ts'

/** The folders in which a build waits to be published, on the file systems of their targets. */
export interface StagingArea {
  /** Stands for the dossier's root: paths that begin with `content/` are written under it. */
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

/** A file by which a folder is known to have been written by a build. */
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
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, sign))
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
