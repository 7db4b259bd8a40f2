import type { DossierSettings } from '../model/dossier.ts'
import type { Findings } from '../model/findings.ts'
import type { Reported } from '../model/problem.ts'
import type { Register } from '../model/register.ts'
import type { Seed, Source } from '../model/source.ts'
import { cleanSeed } from './2-clean/clean-seed.ts'
import { readKeyPoints } from './2-clean/read-key-points.ts'
import { findInSource } from './3-find/find-in-source.ts'

/** A cleaned source with what was found in it. */
export interface AnalysedSource {
  readonly source: Source
  readonly findings: Findings
}

/** What the analysis of a seed depends on, besides the seed and the rules. */
export interface AnalysisContext {
  readonly settings: DossierSettings
  readonly register: Register
}

/** Stages 2 and 3 for one seed: empty when nothing in it is text, or so much that it is no article. */
export function analyseSeed(seed: Seed, { settings, register }: AnalysisContext): Reported<AnalysedSource[]> {
  const { value: cleaned, problems } = cleanSeed(seed, { language: settings.language, rights: settings.rights })
  const isUsable = cleaned.passages.length > 0
  const source = { ...cleaned, passages: [...cleaned.passages, ...readKeyPoints(cleaned)] }
  return { value: isUsable ? [{ source, findings: findInSource(source, register) }] : [], problems }
}
