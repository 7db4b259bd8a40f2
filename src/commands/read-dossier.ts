import { join } from 'node:path'
import type { ResultCache } from '../cache/result-cache.ts'
import { noCache, openCache } from '../cache/result-cache.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'
import { openStateFolder } from '../publish/disk/state-folder.ts'

/** Runs every stage, with the cache of earlier runs, and publishes nothing. */
export function analyseDossier(root: string, report: (step: string) => void = () => {}): Promise<BuiltDossier> {
  return buildDossier(root, { cache: openAnalyses(root), engine: hashEngine(), report })
}

/** A dossier that cannot be written into is read without a cache. */
function openAnalyses(root: string): ResultCache {
  try {
    return openCache(join(openStateFolder(root), 'analysis'))
  } catch {
    return noCache
  }
}
