import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Problem } from '../../model/problem.ts'

/** A file by which a folder is known to have been written by a build. */
const SIGNS = { content: 'dossier.json', site: 'data/sources.json' }

/**
 * A build replaces the folders of the generated files and of the site wholly: it refuses to do so with a folder that
 * holds something else, such as a person's own files.
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
  rule: 'write/not-ours',
  reason,
  hint: 'Move these files to another place, or name another folder: --out site',
})

function isForeign(folder: string, sign: string): boolean {
  return existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, sign))
}

function isInside(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..')
}
