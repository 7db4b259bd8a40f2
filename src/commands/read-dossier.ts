import { join } from 'node:path'
import type { AnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { openAnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { openWorkshop } from '../pipeline/8-write/workshop.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'

/** Runs every stage with what earlier runs kept, and publishes nothing. */
export function readDossier(root: string, report: (step: string) => void = () => {}): Promise<BuiltDossier> {
  return buildDossier(root, { cache: openCache(root), engine: hashEngine(), report })
}

/** Where nothing can be written, a dossier is read as if for the first time. */
function openCache(root: string): AnalysisCache {
  try {
    return openAnalysisCache(join(openWorkshop(root), 'analysis'))
  } catch {
    return { read: () => undefined, write: () => {}, sweep: () => {} }
  }
}
