import type { DossierSettings } from '../model/dossier.ts'
import type { Findings } from '../model/findings.ts'
import type { Reported } from '../model/problem.ts'
import type { Register } from '../model/register.ts'
import type { Seed, Source } from '../model/source.ts'
import { cleanSeed } from './2-clean/clean-seed.ts'
import { MAX_PASSAGES } from './2-clean/finish/check-source.ts'
import { readKeyPoints } from './2-clean/finish/make-source.ts'
import { checkFindings, checkLanguage, findInSource } from './3-find/find-in-source.ts'

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
  if (cleaned.passages.length === 0 || cleaned.passages.length > MAX_PASSAGES) return { value: [], problems }
  const source = { ...cleaned, passages: [...cleaned.passages, ...readKeyPoints(cleaned)] }
  const { value: findings, problems: misfits } = findInSource(source, register)
  const excesses = checkFindings(source, findings)
  return {
    value: excesses.length === 0 ? [{ source, findings }] : [],
    problems: [...problems, ...checkLanguage(source), ...misfits, ...excesses],
  }
}
