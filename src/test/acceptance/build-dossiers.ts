import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findOriginals, makeDossier, makeSearchDossier } from './make-dossier.ts'
import { buildInBackground } from './run-cli.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Roots of the dossiers that every test of this folder may read and none may change. */
    readonly dossiers: { readonly digests: string; readonly originals: string | undefined; readonly search: string }
  }
}

/** Builds the repository's dossier, one of invented reports, and the one of the original articles where they are to be had. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = findOriginals()
  const digests = makeDossier()
  const originals = folder === undefined ? undefined : makeDossier(folder)
  const search = makeSearchDossier()
  const roots = [digests, search, originals].filter((root) => root !== undefined)
  await Promise.all([buildInBackground(digests), buildInTurn([search, originals])])
  project.provide('dossiers', { digests, originals, search })
  return () => {
    for (const root of roots) rmSync(root, { recursive: true, force: true })
  }
}

/** One after another, as a later dossier takes the site that was compiled for an earlier one. */
async function buildInTurn(roots: readonly (string | undefined)[]): Promise<void> {
  for (const root of roots) if (root !== undefined) await buildInBackground(root)
}
