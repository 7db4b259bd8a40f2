import { createHash } from 'node:crypto'
import type { Seed } from '../../model/source.ts'
import { dossierSettings } from '../../model/dossier.ts'
import { analyseSeed } from '../../pipeline/analyse-in-workers.ts'
import { describeRules } from '../../pipeline/describe-rules.ts'
import { resolveEntities } from '../../pipeline/4-resolve/resolve-entities.ts'
import { relate } from '../../pipeline/5-relate/relate-dossier.ts'
import { assignAddresses } from '../../pipeline/6-address/assign-addresses.ts'
import { composeDossier } from '../../pipeline/7-compose/compose-dossier.ts'

/** Milliseconds of processor time that each part of the pipeline takes. */
export type StageTimes = Readonly<Record<'analyse' | 'resolve' | 'relate' | 'address' | 'compose', number>>

/** Runs stages 2 to 7 over one text and returns the processor time of each, which depends little on other load. */
export function timeStages(text: string): StageTimes {
  const times = { analyse: 0, resolve: 0, relate: 0, address: 0, compose: 0 }
  const time = <T>(stage: keyof StageTimes, run: () => T): T => {
    const before = process.cpuUsage()
    const value = run()
    const { user, system } = process.cpuUsage(before)
    times[stage] += (user + system) / 1000
    return value
  }
  const settings = dossierSettings.parse({ title: 'Harbour', description: 'Who signed what?' })
  const seed: Seed = {
    file: 'seeds/articles/a.txt',
    sha256: createHash('sha256').update(text).digest('hex'),
    encoding: 'utf-8',
    format: 'text',
    text,
    sidecar: { date: '2019-05-04' },
  }
  const analysed = time('analyse', () => analyseSeed(seed, { settings, register: [] })).value
  const [sources, findings] = [analysed.map(({ source }) => source), analysed.map((one) => one.findings)]
  const { entities, mentions } = time('resolve', () => resolveEntities(analysed, [])).value
  const relations = time('relate', () => relate(sources, findings, entities, mentions)).value
  const dossier = { settings, sources, findings, entities, mentions, ...relations }
  const { addresses } = time('address', () => assignAddresses(dossier, [], [])).value
  time('compose', () => composeDossier(dossier, addresses, describeRules()))
  return times
}

/** All stages together. */
export function sumTimes(times: StageTimes): number {
  return Object.values(times).reduce((sum, time) => sum + time, 0)
}
