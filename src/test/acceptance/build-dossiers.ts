import { renameSync, rmSync, writeFileSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findOriginals, makeDossier, makeSearchDossier } from './make-dossier.ts'
import { buildInBackground } from './run-cli.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Roots of the dossiers that every test of this folder may read and none may change. */
    readonly dossiers: { readonly digests: string; readonly originals: string | undefined; readonly search: string }
    /** File that is written when they are built: empty, or with the reason why one was not. */
    readonly dossiersBuilt: string
  }
}

/**
 * Builds the repository's dossier, one of invented reports, and the one of the original articles where they are to be
 * had, if a test of this folder is to run. Other tests run meanwhile; those that need them wait in `dossiers.ts`.
 */
export default function setup(project: TestProject): undefined | (() => Promise<void>) {
  if (!project.vitest.state.getPaths().some((file) => file.startsWith(import.meta.dirname))) return
  const folder = findOriginals()
  const digests = makeDossier()
  const originals = folder === undefined ? undefined : makeDossier(folder)
  const search = makeSearchDossier()
  const isBuilt = `${digests}.built`
  project.provide('dossiers', { digests, originals, search })
  project.provide('dossiersBuilt', isBuilt)
  const built = Promise.all([buildInBackground(digests), buildInTurn([search, originals])]).then(
    () => writeWhole(isBuilt, ''),
    (error: Error) => writeWhole(isBuilt, error.message),
  )
  return async () => {
    await built
    for (const path of [digests, search, originals, isBuilt])
      if (path !== undefined) rmSync(path, { recursive: true, force: true })
  }
}

/** Who finds the file finds all of its text. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}-part`, text)
  renameSync(`${path}-part`, path)
}

/** One after another, as a later dossier takes the site that was compiled for an earlier one. */
async function buildInTurn(roots: readonly (string | undefined)[]): Promise<void> {
  for (const root of roots) if (root !== undefined) await buildInBackground(root)
}
