import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dossierSettings } from '../model/dossier.ts'
import type { Seed } from '../model/source.ts'
import { tokenise } from '../text/tokens.ts'
import { resolveEntities } from './4-resolve/resolve-entities.ts'
import { relate } from './5-relate/relate-dossier.ts'
import { analyseSeed } from './analyse-seed.ts'

/*
 * Tokens a second of one core for stages 2 to 5, on news texts. The first pass loads the model and warms the code; the
 * second is measured, in processor time, so that what else the machine does counts little.
 */

const folder = process.argv[2] ?? new URL('../../../shared/data/quotations/dev/text', import.meta.url).pathname

function readSeeds(copy: string): Seed[] {
  return readdirSync(folder).toSorted().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const sha256 = createHash('sha256').update(text + copy).digest('hex')
    return { file: `seeds/articles/${copy}${name}.txt`, sha256, encoding: 'utf-8', format: 'text', text, sidecar: {} }
  })
}

/** Runs stages 2 to 5 over all texts. */
function run(seeds: readonly Seed[]): number {
  const settings = dossierSettings.parse({ title: 'Bench', description: 'Bench' })
  const analysed = seeds.flatMap((seed) => analyseSeed(seed, { settings, register: [] }).value)
  const [sources, findings] = [analysed.map(({ source }) => source), analysed.map((one) => one.findings)]
  const { entities, mentions } = resolveEntities(analysed, []).value
  relate(sources, findings, entities, mentions)
  return sources.flatMap(({ passages }) => passages).reduce((sum, { text }) => sum + tokenise(text).length, 0)
}

if (!existsSync(folder)) console.log(`No texts at ${folder}: nothing measured.`)
else {
  run(readSeeds('a'))
  const before = process.cpuUsage()
  const tokens = run(readSeeds('b'))
  const { user, system } = process.cpuUsage(before)
  console.log(`${tokens} tokens, ${Math.round(tokens / ((user + system) / 1e6))} tokens a second of one core for stages 2 to 5`)
}
