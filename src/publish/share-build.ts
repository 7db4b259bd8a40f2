import { join } from 'node:path'
import { isFatal } from '../model/problem.ts'
import type { Problem, Reported } from '../model/problem.ts'
import { readRecordLines, readVersions } from '../pipeline/1-read/read-dossier.ts'
import { parseRecord, RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import { openStore, readStore } from '../pipeline/store.ts'
import { checkPublished } from './check-published.ts'
import { hashComposition, storeComposition, takeComposition } from './composition.ts'
import type { StagingArea } from './disk/exchange.ts'
import { hashProgram } from './last-build.ts'
import type { PreparedBuild, Publication, PublishRequest } from './prepared-build.ts'
import { compileSite } from './render/compile-site.ts'
import { keepComposed } from './kept-pages.ts'
import { fetchParts } from './render/render-parts.ts'
import { explainFailure } from './render/render-site.ts'

const scratchIn = (area: StagingArea) => join(area.root, 'store')

/** Leaves a prepared build in the store. The site is compiled, so that tasks on the same disk need not. */
export async function shareBuild(
  { area, settings, published, files }: PreparedBuild,
  problems: readonly Problem[],
  { root, store, report }: PublishRequest,
): Promise<Publication> {
  report('Compiling the site')
  const compiled = await compileSite({ root, content: area.content })
  if ('code' in compiled) return { value: undefined, problems: [...problems, explainFailure(compiled.output, root)] }
  report('Filling the store')
  const shared = await openStore(store!, hashComposition(root), scratchIn(area))
  await storeComposition(area.root, { settings, published, files, problems }, shared)
  return { value: published, problems }
}

/**
 * The prepared build that `dossier compose` left in the store for the same seeds, record and program.
 *
 * @returns if none is there whole, the problems of damaged entries
 */
export async function resumeBuild(
  { root, out, store, strict, isOnlyComposed, report }: PublishRequest,
  area: StagingArea,
): Promise<Reported<PreparedBuild | undefined> | readonly Problem[]> {
  if (store === undefined || isOnlyComposed) return []
  const key = hashComposition(root)
  const [shared, tellDamaged] = await readStore(scratchIn(area), store, key)
  report('Looking for the composed dossier')
  const composition = await takeComposition(shared, area.root)
  if (!composition) return tellDamaged()
  const { problems, ...known } = composition
  const record = parseRecord(readRecordLines(area.root, RECORD_FILE).value ?? []).value
  const lines = readRecordLines(root, RECORD_FILE).value ?? []
  const published = { lines, record: parseRecord(lines).value }
  const all = [...problems, ...checkPublished({ record, published }, out)]
  if (isFatal(all, strict)) return { value: undefined, problems: all }
  const findParts = (assets: string) => fetchParts(shared, assets, join(area.root, 'parts'))
  const versions = readVersions(area.root).value
  const program = hashProgram()
  keepComposed(area.root, program)
  return {
    value: { ...known, area, record, versions, program, shared: { key, findParts, tellDamaged } },
    problems,
  }
}
