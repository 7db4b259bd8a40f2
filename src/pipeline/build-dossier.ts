import type { Dossier } from '../model/dossier.ts'
import type { PermalinkRecord } from '../model/permalink.ts'
import type { Addresses } from '../model/addresses.ts'
import type { Problem } from '../model/problem.ts'
import type { WrittenFile } from '../model/written-file.ts'
import { readDossier } from './1-read/read-dossier.ts'
import { resolveEntities } from './4-resolve/resolve-entities.ts'
import { relate } from './5-relate/relate-dossier.ts'
import { assignAddresses } from './6-address/assign-addresses.ts'
import { parseRecord, RECORD_FILE, writeRecord } from './6-address/record-file.ts'
import { composeDossier } from './7-compose/compose-dossier.ts'
import type { AnalysisCache } from './8-write/analysis-cache.ts'
import { analyseSeeds } from './analyse-seeds.ts'

/** One build: what the dossier says, where it stands, and the files that say it. */
export interface BuiltDossier {
  readonly dossier: Dossier
  readonly addresses: Addresses
  readonly record: PermalinkRecord
  /** Files under `content/`. */
  readonly content: readonly WrittenFile[]
  /** Files of the site's `data/` folder. */
  readonly data: readonly WrittenFile[]
  /** Everything noticed on the way, all stages together. */
  readonly problems: readonly Problem[]
}

/** What a build needs besides the dossier's folder. */
export interface BuildTools {
  readonly cache: AnalysisCache
  /** Hash of the rules: code, word lists and model. */
  readonly engine: string
  /** Called as each stage begins. */
  readonly report: (stage: string) => void
}

/** The whole pipeline from the seeds of a dossier to the text of every file. Writes nothing but the cache. */
export async function buildDossier(root: string, { cache, engine, report }: BuildTools): Promise<BuiltDossier> {
  report('Reading the seeds')
  const { value: input, problems } = readDossier(root)
  const { settings, seeds, register, settlements, answers } = input

  report(`Cleaning and annotating ${seeds.length} articles`)
  const analysed = await analyseSeeds(seeds, { settings, register }, cache, engine)
  const sources = analysed.value.map(({ source }) => source)
  const findings = analysed.value.map((one) => one.findings)

  report('Resolving names')
  const resolved = resolveEntities(analysed.value, register)
  const { entities, mentions } = resolved.value

  report('Relating what the sources say')
  const relations = relate(sources, findings, entities, mentions, { register, settlements, answers })
  const dossier: Dossier = { settings, sources, findings, entities, mentions, ...relations }

  report('Giving out addresses')
  const published = parseRecord(input.record ?? '[]')
  const addressed = assignAddresses(dossier, published.value, input.tombstones)
  const { addresses, record } = addressed.value

  report('Composing pages')
  const { content, data } = composeDossier(dossier, addresses)
  return {
    dossier,
    addresses,
    record,
    content: [...content, { path: RECORD_FILE, text: writeRecord(record) }],
    data,
    problems: [problems, analysed.problems, resolved.problems, published.problems, addressed.problems].flat(),
  }
}
