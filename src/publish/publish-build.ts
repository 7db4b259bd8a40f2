import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openCache } from '../cache/result-cache.ts'
import type { Dossier } from '../model/dossier.ts'
import { passageKey } from '../model/permalink.ts'
import type { Problem, Reported } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import { dropEntries, hashEngine, readStore } from '../pipeline/store.ts'
import { checkContradictions, checkPublished } from './check-published.ts'
import { exchangeFolders, makeStagingArea } from './disk/exchange.ts'
import type { StagingArea } from './disk/exchange.ts'
import { keepPages, keepTrees, MDX_RECORD } from './kept-pages.ts'
import { checkWritten, setDownIn, writeFiles } from './write-files.ts'
import type { PublishedDossier } from './last-build.ts'
import { hashProgram } from './last-build.ts'
import { areUntouched, HASH_RECORD, verifyBuild, writeManifest } from './manifest.ts'
import { checkHosts, writeHeaders } from './render/host-files.ts'
import { INDEX_RECORD, indexSearch } from './render/index-search.ts'
import { INSPECTION_RECORD, inspectSite } from './render/inspect-site.ts'
import { move, PAGE_RECORD, renderSite } from './render/render-site.ts'
import type { PreparedBuild, Publication, PublishRequest } from './prepared-build.ts'
import { resumeBuild, shareBuild } from './share-build.ts'
import type { PassageTexts } from './write-files.ts'

/**
 * Builds a dossier in a staging area, and exchanges it for the published one when it is complete and checked. The
 * caller holds the lock and sweeps the staging areas.
 */
export async function publishBuild(request: PublishRequest, stateFolder: string): Promise<Publication> {
  const area = makeStagingArea(stateFolder, request.out)
  const resumed = await resumeBuild(request, area)
  const built = 'value' in resumed ? resumed : await prepareBuild(request, stateFolder, area)
  const { value: prepared } = built
  const problems = 'value' in resumed ? built.problems : [...resumed, ...built.problems]
  if (!prepared) return refuse(problems)
  if (request.isOnlyComposed) return shareBuild(prepared, problems, request)
  if (prepared.published.sources > WORTH_FREEING) freeMemory()
  if (request.isRendered === false) moveFiles(prepared)
  else
    for await (const failures of makeSite(prepared, request, stateFolder))
      if (failures.length > 0) return refuse([...problems, ...failures])
  const limits = request.isRendered === false ? [] : checkHosts(prepared.area.site, prepared.settings)
  if (isFatal(limits, request.strict)) return refuse([...problems, ...limits])
  request.report('Publishing')
  for (const record of [PAGE_RECORD, MDX_RECORD, INSPECTION_RECORD, INDEX_RECORD, HASH_RECORD])
    keepRecord(prepared.area.root, stateFolder, record)
  keepTrees(prepared.area.root, stateFolder)
  exchangeFolders(stateFolder, [
    { staged: prepared.area.content, target: join(request.root, 'content') },
    { staged: prepared.area.site, target: request.out },
  ])
  if (request.store !== undefined && prepared.shared) dropEntries(request.store, prepared.shared.key)
  return { value: prepared.published, problems: [...problems, ...limits, ...(prepared.shared?.tellDamaged() ?? [])] }
}

/** Runs the pipeline, and writes and checks the collections. The dossier's texts are free to be collected afterwards. */
async function prepareBuild(
  { root, out, strict, store, report }: PublishRequest,
  stateFolder: string,
  area: StagingArea,
): Promise<Reported<PreparedBuild | undefined>> {
  const engine = hashEngine()
  const analyses = join(stateFolder, 'analysis')
  const [cache, tellDamaged] =
    store === undefined ? [openCache(analyses), () => []] : await readStore(analyses, store, engine)
  const program = hashProgram()
  const hashes = { last: join(stateFolder, HASH_RECORD), program }
  const files = join(area.root, 'files')
  const kept = keepPages(root, stateFolder, program, area.root)
  const packs = openCache(join(stateFolder, 'packs'))
  const setDown = { content: setDownIn(area.root), data: setDownIn(files) }
  const { write: writePage, take: takePage } = kept
  const built = await buildDossier(root, { cache, engine, program, report, writePage, takePage, setDown, packs })
  await cache.settle?.()
  const found = [...built.problems, ...tellDamaged()]
  const problems = [
    ...found,
    ...checkPublished(built, out, (copy) => areUntouched({ root, out }, [join(root, RECORD_FILE), ...copy], hashes)),
    ...checkContradictions(built.dossier).filter(({ severity }) => severity === 'error'),
  ]
  if (isFatal(problems, strict)) return { value: undefined, problems }
  for (const one of [cache, packs]) one.sweep()
  report('Writing and checking the collections')
  writeFiles(area.root, built.content)
  const texts = textsOf(built)
  const changed = checkWritten(area.root, built.content, texts, kept)
  if (changed.length > 0) return { value: undefined, problems: [...found, ...changed] }
  writeFiles(area.root, built.trees)
  writeFiles(files, built.data)
  kept.keep(area.root, texts)
  const { dossier, record, versions } = built
  return {
    value: {
      area,
      program,
      record,
      versions,
      settings: dossier.settings,
      files: built.data.map(({ path }) => path),
      published: countPublished(dossier),
    },
    problems: found,
  }
}

/** With fewer sources, collecting takes more time than the memory is worth. */
const WORTH_FREEING = 100

/** Astro starts beside this process, which without this would keep the memory of the whole pipeline for later use. */
function freeMemory(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** Makes the site of the collections. Yields what each check found: publication stops at the first problem. */
async function* makeSite(
  prepared: PreparedBuild,
  request: PublishRequest,
  stateFolder: string,
): AsyncGenerator<readonly Problem[]> {
  const { content, site } = prepared.area
  const { record, versions, settings } = prepared
  const { report, verify } = request
  report('Rendering the site')
  yield await renderSite({
    root: request.root,
    content,
    out: site,
    last: request.out,
    lastRecord: join(stateFolder, PAGE_RECORD),
    record: join(prepared.area.root, PAGE_RECORD),
    findParts: prepared.shared?.findParts,
  })
  report('Inspecting the pages')
  moveFiles(prepared)
  const recordsOf = (name: string) => ({
    last: join(stateFolder, name),
    next: join(prepared.area.root, name),
    program: prepared.program,
  })
  yield inspectSite(site, record, versions, settings.stubs === true, recordsOf(INSPECTION_RECORD))
  if (settings.site !== undefined) {
    const { drawShareImages } = await import('./render/share-images.ts')
    await drawShareImages(site, openCache(join(stateFolder, 'images')))
  }
  report('Indexing for search')
  indexSearch(site, settings.language, recordsOf(INDEX_RECORD))
  writeHeaders(site)
  writeManifest(request.root, content, site, verify ? undefined : recordsOf(HASH_RECORD))
  if (verify) yield verifyBuild(request.root, site, report)
}

function moveFiles({ area: { root, site }, files }: PreparedBuild): void {
  for (const path of files) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    move(join(root, 'files', path), join(site, path))
  }
}

/** A build that renders no site leaves none. */
function keepRecord(staged: string, stateFolder: string, name: string): void {
  const record = join(staged, name)
  if (existsSync(record)) move(record, join(stateFolder, name))
}

function countPublished({ settings, sources, entityRelations, quotations, datedEvents }: Dossier): PublishedDossier {
  return {
    title: settings.title,
    hasSite: settings.site !== undefined,
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
