/* What a program that uses the package may write; `tsc` with every strict rule checks it. */
import { buildDossier, dossierSettings, listChanges, noCache, publishDossier, readContent, sidecar } from 'dossier'
import type { BuiltDossier, Change, Problem, Publication } from 'dossier'
import { dossier } from 'dossier/astro'
import { collections } from 'dossier/content'
import type { AstroIntegration } from 'astro'

export const integration: AstroIntegration = dossier({ root: '.', path: '/harbour/' })
export const names: readonly string[] = Object.keys(collections)
export const title: string = dossierSettings.parse({ title: 'Ferries', description: 'Who signed?' }).title
export const rights: 'full' | 'excerpt' | 'citation' | undefined = sidecar.parse({ rights: 'excerpt' }).rights

export async function listProblems(root: string): Promise<readonly Problem[]> {
  const { problems, dossier: built }: BuiltDossier = await buildDossier(root, {
    cache: noCache,
    engine: '',
    report: () => {},
  })
  return built.sources.length > 0 ? problems : []
}

export const publish = (root: string): Promise<Publication> =>
  publishDossier({ root, out: `${root}/dist`, strict: false, verify: false, report: () => {} })

export const compare = (old: string, now: string): Change[] => listChanges(readContent(old), readContent(now))

// @ts-expect-error a dossier has a title
dossier({ title: 'Ferries' })
