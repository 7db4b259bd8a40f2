import { join } from 'node:path'
import { openAnalysisCache } from '../pipeline/8-write/analysis-cache.ts'
import { buildDossier } from '../pipeline/build-dossier.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { hashEngine } from '../pipeline/hash-engine.ts'

/** Runs every stage with what earlier runs kept, and publishes nothing. */
export function readDossier(root: string, report: (step: string) => void = () => {}): Promise<BuiltDossier> {
  return buildDossier(root, { cache: openAnalysisCache(join(root, '.dossier/analysis')), engine: hashEngine(), report })
}
