import { join } from 'node:path'
import { passageKey } from '../model/addresses.ts'
import type { Problem } from '../model/problem.ts'
import { checkPromises } from '../pipeline/6-address/check-promises.ts'
import type { PassageTexts } from '../pipeline/8-write/check-written.ts'
import { openAnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { checkWritten } from '../pipeline/8-write/check-written.ts'
import type { Stage } from '../pipeline/8-write/stage.ts'
import { writeFiles } from '../pipeline/8-write/write-files.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { drawShareImages } from '../render/draw-share-images.ts'
import { indexSearch } from '../render/index-search.ts'
import { readPages } from '../render/read-pages.ts'
import { runAstro } from '../render/run-astro.ts'
import { writeHeaders } from '../render/write-headers.ts'
import { writeManifest } from '../render/write-manifest.ts'

/**
 * Writes a build into its stage and renders the site there, checking each step before the next begins.
 *
 * @param root the dossier's folder, for the hand-written pages
 * @returns what stops publication: nothing when content and site are finished and whole
 */
export async function renderStage(
  built: BuiltDossier,
  stage: Stage,
  root: string,
  report: (step: string) => void,
): Promise<readonly Problem[]> {
  writeFiles(stage.root, built.content)
  const damaged = checkWritten(stage.root, built.content, listTexts(built))
  if (damaged.length > 0) return damaged
  report('Rendering the site')
  const failures = await runAstro({ root, content: join(stage.root, 'content'), out: stage.out })
  if (failures.length > 0) return failures
  writeFiles(stage.out, built.data)
  const pages = readPages(stage.out)
  const unsafe = [...checkPromises(built.record, pages, built.versions), ...pages.flatMap(({ problems }) => problems)]
  if (unsafe.length > 0) return unsafe
  if (built.dossier.settings.site !== undefined) await drawImages(stage.out, join(root, '.dossier/images'))
  report('Indexing for search')
  await indexSearch(stage.out)
  writeHeaders(stage.out)
  writeManifest(root, join(stage.root, 'content'), stage.out)
  return []
}

async function drawImages(out: string, folder: string): Promise<void> {
  const cache = openAnalysisCache(folder)
  if ((await drawShareImages(out, cache)) > 0) cache.sweep()
}

function listTexts({ dossier, addresses }: BuiltDossier): PassageTexts {
  return new Map(
    dossier.sources.flatMap(({ file, passages, rights }) =>
      passages.map(({ ordinal, text }) => [
        addresses.passages.get(passageKey(file, ordinal))!,
        { text, isFull: rights === 'full' },
      ]),
    ),
  )
}
