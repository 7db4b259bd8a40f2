import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dossierSettings } from '../../model/dossier.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Seed, Source } from '../../model/source.ts'
import { tokeniseSentences } from '../../lang/sentences.ts'
import { tokenise } from '../../text/tokens.ts'
import { cleanSeed } from '../../pipeline/2-clean/clean-seed.ts'
import { readKeyPoints } from '../../pipeline/2-clean/finish/make-source.ts'
import { findAmounts } from '../../lang/en/amounts/find-amounts.ts'
import { findDates } from '../../lang/en/dates/find-dates.ts'
import { findNames } from '../../lang/en/names/find-names.ts'
import { tagNames } from '../../lang/en/names/tagger/tag-names.ts'
import { findQuotations } from '../../lang/en/quotations/find-quotations.ts'
import { findRoles } from '../../lang/en/roles/persons.ts'
import { readParagraph } from '../../lang/en/quotations/read-paragraph.ts'
import { resolveEntities } from '../../pipeline/4-resolve/resolve-entities.ts'
import { relate } from '../../pipeline/5-relate/relate-dossier.ts'
import { analyseInWorkers } from '../../pipeline/analyse-in-workers.ts'

/*
 * Tokens a second of one core for stages 2 to 5, on news texts: `npm run bench:speed [folder]`. The first pass loads
 * the model and warms the code; the second is measured, in processor time, so that what else the machine does counts
 * little. Then the memory that stages 2 and 3 take on all cores, for once and for four times the articles.
 */

const folder = process.argv[2] ?? new URL('../../../../shared/data/quotations/dev/text', import.meta.url).pathname
const context = { settings: dossierSettings.parse({ title: 'Bench', description: 'Bench' }), register: [] }

function readSeeds(copy: string): Seed[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8')
      const sha256 = createHash('sha256')
        .update(text + copy)
        .digest('hex')
      return { file: `seeds/articles/${copy}${name}.txt`, sha256, encoding: 'utf-8', format: 'text', text, sidecar: {} }
    })
}

/** Processor seconds by step. */
type Times = Map<string, number>

function timeIn(times: Times) {
  return function time<T>(step: string, act: () => T): T {
    const before = process.cpuUsage()
    const result = act()
    const { user, system } = process.cpuUsage(before)
    times.set(step, (times.get(step) ?? 0) + (user + system) / 1e6)
    return result
  }
}

function clean(seed: Seed): Source {
  const { value: cleaned } = cleanSeed(seed, context.settings)
  return { ...cleaned, passages: [...cleaned.passages, ...readKeyPoints(cleaned)] }
}

/** Runs stages 2 to 5 over all texts, step by step. */
function run(seeds: readonly Seed[]): { sources: Source[]; times: Times } {
  const times: Times = new Map()
  const time = timeIn(times)
  const sources = time('clean', () => seeds.map(clean))
  const findings = sources.map((source): Findings => {
    const mentions = time('names', () => findNames(source, context.register))
    const dates = time('dates', () => findDates(source))
    const paragraphs = time('quotations', () => source.passages.map(readParagraph))
    const quotations = time('quotations', () => findQuotations(source, mentions, paragraphs))
    return {
      file: source.file,
      mentions,
      dates,
      quotations,
      amounts: time('amounts', () => findAmounts(source, dates, paragraphs)),
      roles: time('roles', () => findRoles(source, mentions)),
    }
  })
  const analysed = sources.map((source, at) => ({ source, findings: findings[at]! }))
  const { entities, mentions } = time('resolve', () => resolveEntities(analysed, context.register).value)
  time('relate', () => relate(sources, findings, entities, mentions))
  return { sources, times }
}

function tagSource({ passages }: Source): void {
  tagNames(passages.map(({ text }) => ({ sentences: tokeniseSentences(text, 'en') })))
}

function printSpeed(): void {
  run(readSeeds('a'))
  const { sources, times } = run(readSeeds('b'))
  const passages = sources.flatMap((source) => source.passages)
  const tokens = passages.reduce((sum, { text }) => sum + tokenise(text).length, 0)
  const total = [...times.values()].reduce((sum, seconds) => sum + seconds, 0)
  timeIn(times)('tagger alone', () => sources.forEach(tagSource))
  console.log(`${tokens} tokens; processor seconds and tokens a second of one core`)
  for (const [step, seconds] of [...times, ['stages 2 to 5', total] as const]) {
    console.log(
      `${step.padEnd(14)}${seconds.toFixed(2).padStart(6)}${Math.round(tokens / seconds)
        .toString()
        .padStart(10)}`,
    )
  }
}

/** In a separate process, whose memory nothing else has used. */
async function printMemory(copies: string): Promise<void> {
  const seeds = [...copies].flatMap(readSeeds)
  await analyseInWorkers(seeds, context, () => {})
  console.log(`${seeds.length} articles on all cores: at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

const copies = process.argv[3]
if (!existsSync(folder)) console.log(`No texts at ${folder}: nothing measured.`)
else if (copies) await printMemory(copies)
else {
  printSpeed()
  for (const times of ['a', 'abcd'])
    execFileSync(process.execPath, [import.meta.filename, folder, times], { stdio: 'inherit' })
}
