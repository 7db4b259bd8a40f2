import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Seed } from '../../model/source.ts'
import { dateSources } from '../../pipeline/4-resolve/dating/date-sources.ts'
import { analyseSeed } from '../../pipeline/analyse-in-workers.ts'
import type { AnalysedSource } from '../../pipeline/analyse-in-workers.ts'
import { findInSource } from '../../pipeline/3-find/find-in-source.ts'

/*
 * How well an article is dated by the others of its dossier: `npm run bench:dating -- FOLDER [--list]`. The folder holds
 * `articles/*.txt`, or folders that do; each is one dossier. The day that an article states is hidden, one article at
 * a time, and compared with what the others say: the day itself, an interval that holds it, nothing, or something wrong.
 */

const [folder] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
if (folder === undefined) throw new Error('Name the folder of the articles.')
const isListed = process.argv.includes('--list')

type Outcome = 'day' | 'interval' | 'open' | 'wrong'

const tally: Record<Outcome, number> = { day: 0, interval: 0, open: 0, wrong: 0 }
const dossiers = existsSync(join(folder, 'articles'))
  ? [folder]
  : readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name))
      .filter((path) => existsSync(join(path, 'articles')))
for (const dossier of dossiers) hideEach(readArticles(join(dossier, 'articles')), basename(dossier))
const all = Object.values(tally).reduce((sum, count) => sum + count, 0)
const shares = Object.entries(tally).map(
  ([outcome, count]) => `${outcome} ${count} (${((100 * count) / all).toFixed(1)} %)`,
)
console.log(`${all} articles with a day: ${shares.join(', ')}`)

function readArticles(path: string): AnalysedSource[] {
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(join(path, name), 'utf8')
      const seed: Seed = { file: name, sha256: '0'.repeat(64), encoding: 'utf-8', format: 'text', text, sidecar: {} }
      const settings = { language: 'en', rights: 'citation' } as never
      return analyseSeed(seed, { settings, register: [] }).value
    })
}

function hideEach(sources: readonly AnalysedSource[], name: string): void {
  sources.forEach((one, index) => {
    const truth = one.source.metadata.date?.value
    if (truth?.length !== 10) return
    const { date: _, ...metadata } = one.source.metadata
    const source = { ...one.source, metadata }
    const hidden = { source, findings: findInSource(source, []).value }
    const others = sources.map((other, at) => (at === index ? hidden : other))
    const { value, problems } = dateSources(others)
    const found = value[index]!.source.dating
    const outcome: Outcome = !found
      ? 'open'
      : found.lo > truth || found.hi < truth
        ? 'wrong'
        : found.lo === found.hi
          ? 'day'
          : 'interval'
    tally[outcome] += 1
    if (isListed)
      console.log(
        `${outcome.padEnd(8)} ${name}/${one.source.file} ${truth} ${found ? `${found.lo}..${found.hi}` : ''} ${found?.reason ?? ''} ${problems.map(({ reason }) => reason).join(' ')}`,
      )
  })
}
