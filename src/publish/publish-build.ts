import { join } from 'node:path'
import { openCache } from '../cache/result-cache.ts'
import type { Dossier } from '../model/dossier.ts'
import { passageKey } from '../model/permalink.ts'
import type { Problem, Reported } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'
import { checkContradictions } from './check-hand-written.ts'
import { checkPublished } from './check-published.ts'
import { exchangeFolders } from './disk/exchange.ts'
import type { StagingArea } from './disk/staging-area.ts'
import { makeStagingArea } from './disk/staging-area.ts'
import type { PublishedDossier } from './last-build.ts'
import { indexSearch } from './render/index-search.ts'
import { inspectSite } from './render/inspect-site.ts'
import { renderSite } from './render/render-site.ts'
import { drawShareImages } from './render/share-images.ts'
import { writeHeaders, writeManifest } from './render/write-manifest.ts'
import { verifyBuild } from './verify-build.ts'
import type { PassageTexts } from './write-files.ts'
import { checkWritten, writeFiles } from './write-files.ts'

/** What to publish, and where. Folders are absolute. */
export interface PublishRequest {
  /** The dossier's folder, with `seeds/` and `content/`. */
  readonly root: string
  /** The folder of the site. */
  readonly out: string
  /** Warnings stop publication too. */
  readonly strict: boolean
  /** Build a second time elsewhere, and publish only when both gave the same bytes. */
  readonly verify: boolean
  /** Called as each step begins. */
  readonly report: (step: string) => void
}

/** What was published, or `undefined` when its problems stopped it and everything published is unchanged. */
export type Publication = Reported<PublishedDossier | undefined>

/**
 * Builds a dossier into a staging area, and puts it in the place of what is published when all of it is there and
 * checked. The caller holds the lock and sweeps the staging areas.
 */
export async function publishBuild(request: PublishRequest, stateFolder: string): Promise<Publication> {
  const { root, out, strict, report } = request
  const cache = openCache(join(stateFolder, 'analysis'))
  const built = await buildDossier(root, { cache, engine: hashEngine(), report })
  const problems = [
    ...built.problems,
    ...checkPublished(built, out),
    ...checkContradictions(built.dossier).filter(({ severity }) => severity === 'error'),
  ]
  if (isFatal(problems, strict)) return refuse(problems)
  cache.sweep()
  const area = makeStagingArea(stateFolder, out)
  for await (const failures of fillStagingArea(built, area, request, stateFolder))
    if (failures.length > 0) return refuse([...built.problems, ...failures])
  report('Publishing')
  exchangeFolders(stateFolder, [
    { staged: area.content, target: join(root, 'content') },
    { staged: area.site, target: out },
  ])
  return { value: countPublished(built.dossier), problems: built.problems }
}

/**
 * Writes the collections and makes the site of them. Yields what each check found: publication stops at the first
 * problem.
 */
async function* fillStagingArea(
  built: BuiltDossier,
  { root, content, site }: StagingArea,
  request: PublishRequest,
  stateFolder: string,
): AsyncGenerator<readonly Problem[]> {
  const { report, verify } = request
  report('Writing and checking the collections')
  writeFiles(root, built.content)
  yield checkWritten(root, built.content, textsOf(built))
  writeFiles(root, built.trees)
  report('Rendering the site')
  yield await renderSite({ root: request.root, content, out: site })
  report('Inspecting the pages')
  writeFiles(site, built.data)
  yield inspectSite(site, built.record, built.versions, built.dossier.settings.stubs === true)
  if (built.dossier.settings.site !== undefined) await drawShareImages(site, openCache(join(stateFolder, 'images')))
  report('Indexing for search')
  await indexSearch(site)
  writeHeaders(site)
  writeManifest(request.root, content, site)
  if (verify) yield verifyBuild(request.root, site, report)
}

function countPublished({ settings, sources, entityRelations, quotations, datedEvents }: Dossier): PublishedDossier {
  return {
    title: settings.title,
    sources: sources.length,
    names: entityRelations.length,
    quotations: quotations.length,
    datedEvents: datedEvents.length,
  }
}

function textsOf({ dossier, addresses }: BuiltDossier): PassageTexts {
  return new Map(
    dossier.sources.flatMap(({ file, passages, rights }) =>
      passages.map(({ ordinal, text }) => [
        addresses.passages.get(passageKey(file, ordinal))!,
        { text, isFull: rights === 'full' },
      ]),
    ),
  )
}

const refuse = (problems: readonly Problem[]): Publication => ({ value: undefined, problems })
