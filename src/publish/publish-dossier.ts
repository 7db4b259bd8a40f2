import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { explainBucket } from '../cache/bucket.ts'
import type { Problem } from '../model/problem.ts'
import { isFatal } from '../model/problem.ts'
import { HeapRefusal } from '../pipeline/refuse-heap.ts'
import { refuseTargets, resumeExchange, sweepStagingAreas } from './disk/exchange.ts'
import { openStateFolder, takeLock } from './disk/lock.ts'
import { findLastBuild, keepLastBuild } from './last-build.ts'
import type { Publication, PublishRequest } from './prepared-build.ts'
import { heapFlags } from './render/run-node.ts'

/**
 * Builds a dossier and publishes it: seeds to `content/`, `content/` to the site. Everything is written to a staging
 * area and published only when it is complete and checked. Errors in the dossier, a full disk, or a second build at
 * the same time leave the published dossier unchanged.
 */
export async function publishDossier(request: PublishRequest): Promise<Publication> {
  for (const flag of heapFlags(request.root)) setFlagsFromString(flag)
  const problems = refuseTargets(request.root, request.out)
  if (problems.length > 0) return refuse(problems)
  try {
    return await publishLocked(request)
  } catch (error) {
    return refuse([explainFailure(error)])
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

/**
 * The builder is loaded only if something has changed: an unchanged dossier loads no word lists, rules or models. It
 * is compiled once, and cached in the state folder.
 */
async function buildAndPublish(request: PublishRequest, stateFolder: string): Promise<Publication> {
  const { root, out, strict, verify, isOnlyComposed } = request
  const folders = { root, out, stateFolder }
  const last = verify || isOnlyComposed ? undefined : findLastBuild(folders)
  if (last && !isFatal(last.problems, strict)) return last
  enableCompileCache(join(stateFolder, 'code'))
  const { publishBuild } = await import('./publish-build.ts')
  const published = await publishBuild(request, stateFolder)
  if (published.value && !isOnlyComposed) keepLastBuild(folders, { ...published, value: published.value })
  return published
}

const refuse = (problems: readonly Problem[]): Publication => ({ value: undefined, problems })

const explainBusy = (pid: number): Problem => ({
  file: '.dossier/lock',
  severity: 'error',
  rule: 'build/busy',
  reason: `Unexpected second build: process ${pid} is building this dossier`,
  hint: 'Wait until it has ended.',
})

/** @throws the error itself when it comes neither from memory, the disk nor a bucket: then it is a bug */
function explainFailure(error: unknown): Problem {
  if (error instanceof HeapRefusal) return error.problem
  const { syscall, path, message } = error as NodeJS.ErrnoException
  if (syscall === undefined) return explainBucket(error)
  return {
    file: path ?? '.',
    severity: 'error',
    rule: 'build/disk',
    reason: message,
    hint: 'Make room or give the right to write there, then build again.',
  }
}
