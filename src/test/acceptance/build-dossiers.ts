import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { findOriginals, makeDossier } from './make-dossier.ts'
import { runCli } from './run-cli.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Roots of the dossiers that every test of this folder may read and none may change. */
    readonly dossiers: { readonly digests: string; readonly originals: string | undefined }
  }
}

/** Builds the repository's dossier, and the one of the original articles where they are to be had. */
export default function setup(project: TestProject): () => void {
  const folder = findOriginals()
  const digests = makeDossier()
  const originals = folder === undefined ? undefined : makeDossier(folder)
  for (const root of [digests, originals]) if (root !== undefined) build(root)
  project.provide('dossiers', { digests, originals })
  return () => {
    for (const root of [digests, originals]) if (root !== undefined) rmSync(root, { recursive: true, force: true })
  }
}

function build(root: string): void {
  const { code, stderr, stdout } = runCli('build', '--root', root)
  if (code !== 0) throw new Error(`Unexpected exit code ${code} of dossier build --root ${root}\n${stdout}${stderr}`)
}
