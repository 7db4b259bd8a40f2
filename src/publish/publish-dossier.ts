import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
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
import { exchangeFolders, resumeExchange } from './disk/exchange.ts'
import { takeLock } from './disk/lock.ts'
import type { StagingArea } from './disk/staging-area.ts'
import { makeStagingArea, refuseTargets, sweepStagingAreas } from './disk/staging-area.ts'
import { openStateFolder } from './disk/state-folder.ts'
import type { PublishedDossier } from './last-build.ts'
import { findLastBuild, keepLastBuild } from './last-build.ts'
import { indexSearch } from './render/index-search.ts'
import { inspectSite } from './render/inspect-site.ts'
import { HEAP_THRIFT, renderSite } from './render/render-site.ts'
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
 * Builds a dossier and publishes it: seeds to `content/`, `content/` to the site. Everything is made in a staging area
 * and takes its place only when all of it is there and checked. Errors in the dossier, a full disk, or a second build at
 * the same time leave what is published as it was.
 */
export async function publishDossier(request: PublishRequest): Promise<Publication> {
  setFlagsFromString(HEAP_THRIFT)
  const problems = refuseTargets(request.root, request.out)
  if (problems.length > 0) return refuse(problems)
  try {
    return await publishLocked(request)
  } catch (error) {
    return refuse([explainDisk(error)])
  }
}

async function publishLocked(request: PublishRequest): Promise<Publication> {
  const stateFolder = openStateFolder(request.root)
  const lock = takeLock(stateFolder)
  if (typeof lock === 'number') return refuse([explainBusy(lock)])
  try {
    resumeExchange(stateFolder)
    sweepStagingAreas(stateFolder, request.out)
    return await buildAndPublish(request, stateFolder)
  } finally {
    sweepStagingAreas(stateFolder, request.out)
    lock()
  }
}

async function buildAndPublish(request: PublishRequest, stateFolder: string): Promise<Publication> {
  const { root, out, strict, verify, report } = request
  const folders = { root, out, stateFolder }
  const last = verify ? undefined : findLastBuild(folders)
  if (last && !isFatal(last.problems, strict)) return last
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
  const published = { value: countPublished(built.dossier), problems: built.problems }
  keepLastBuild(folders, published)
  return published
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

const explainBusy = (pid: number): Problem => ({
  file: '.dossier/lock',
  severity: 'error',
  rule: 'build/busy',
  reason: `Unexpected second build: process ${pid} is building this dossier`,
  hint: 'Wait until it has ended.',
})

/** @throws the error itself when it does not come from the disk: then it is a bug */
function explainDisk(error: unknown): Problem {
  const { syscall, path, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) throw error
  return {
    file: path ?? '.',
    severity: 'error',
    rule: 'build/disk',
    reason: message,
    hint: 'Make room or give the right to write there, then build again.',
  }
}
