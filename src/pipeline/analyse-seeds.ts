import { createHash } from 'node:crypto'
import type { DossierSettings } from '../model/dossier.ts'
import type { Findings } from '../model/findings.ts'
import type { Reported } from '../model/problem.ts'
import type { Register } from '../model/register.ts'
import type { Seed, Source } from '../model/source.ts'
import { cleanSeed } from './2-clean/clean-seed.ts'
import { findInSource } from './3-find/find-in-source.ts'
import type { AnalysisCache } from './8-write/analysis-cache.ts'

/** A cleaned source with what was found in it. */
export interface AnalysedSource {
  readonly source: Source
  readonly findings: Findings
}

/** What the analysis of every seed depends on, besides the seed. */
export interface AnalysisContext {
  readonly settings: DossierSettings
  readonly register: Register
  readonly cache: AnalysisCache
  /** Hash of the rules: code, word lists and model. */
  readonly engine: string
}

/** Stages 2 and 3 for every seed. A seed whose bytes, sidecar, register and rules are unchanged is not analysed again. */
export function analyseSeeds(seeds: readonly Seed[], context: AnalysisContext): Reported<AnalysedSource[]> {
  const common = createHash('sha256').update(context.engine).update(JSON.stringify([context.settings, context.register])).digest('hex')
  const analysed = seeds.map((seed) => analyseOnce(seed, context, common))
  return { value: analysed.flatMap(({ value }) => value), problems: analysed.flatMap(({ problems }) => problems) }
}

function analyseOnce(seed: Seed, context: AnalysisContext, common: string): Reported<AnalysedSource[]> {
  const key = createHash('sha256').update(common).update(JSON.stringify([seed.file, seed.sha256, seed.sidecar])).digest('hex')
  const cached = context.cache.read(key)
  if (cached !== undefined) return cached as Reported<AnalysedSource[]>
  const fresh = analyse(seed, context)
  context.cache.write(key, fresh)
  return fresh
}

function analyse(seed: Seed, { settings, register }: AnalysisContext): Reported<AnalysedSource[]> {
  const { value: source, problems } = cleanSeed(seed, { language: settings.language, rights: settings.rights })
  const isUsable = source.passages.length > 0
  return { value: isUsable ? [{ source, findings: findInSource(source, register) }] : [], problems }
}
