import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openBrowser } from '../acceptance/open-browser.ts'
import { buildWorst } from './build-worst.ts'
import { carryText } from './carry-text.ts'
import type { Harm } from './carry-text.ts'
import { buildOnFullDisk } from './full-disk.fixture.ts'
import { generateHostile } from './generate-hostile.ts'
import { makeHostileDossier } from './hostile-dossier.ts'
import { COUNT } from './positions.ts'
import { readHostile } from './read-hostile.ts'
import { sumTimes, timeStages } from './run-stages.fixture.ts'
import { buildEverywhere } from './same-bytes.fixture.ts'
import { watchPages } from './watch-pages.fixture.ts'
import { WORST_TEXTS } from './worst-texts.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '7' },
    length: { type: 'string', default: '20000' },
  },
})

/** Prints a value, and fails the bench if it is not the expected one. */
function report(line: string, isRight: boolean): void {
  console.log(line)
  if (!isRight) process.exitCode = 1
}

/** Carries every text and prints those that do harm. */
async function carryAll(texts: readonly string[]): Promise<Harm[]> {
  const harms: Harm[] = []
  for (const text of texts) {
    const found = await carryText(text)
    if (found.length > 0) console.log(JSON.stringify(text), found)
    harms.push(...found)
  }
  return harms
}

async function measureStrings(): Promise<void> {
  const hostile = readHostile()
  console.log(
    `${COUNT.text} positions in text, ${COUNT.frontMatter} in front matter; compilers: unified, Sätteri; readers: ours, HTML`,
  )
  for (const [name, texts] of [
    ['named', hostile.map(({ text }) => text)],
    ['generated', generateHostile(hostile, Number(values.count), Number(values.seed))],
  ] as const) {
    const harms = await carryAll(texts)
    const count = (kind: Harm['kind']) => harms.filter((harm) => harm.kind === kind).length
    report(
      `${texts.length} ${name} hostile strings: ${count('executed')} executed, ${count('broken')} broken, ${count('changed')} changed`,
      harms.length === 0,
    )
  }
}

/** A text of ten times the length may take twelve times as long. */
const MOST = 12

function measureGrowth(): void {
  const length = Number(values.length)
  timeStages(WORST_TEXTS['one line of news']!(length))
  for (const [name, make] of Object.entries(WORST_TEXTS)) {
    const [short, long] = [sumTimes(timeStages(make(length))), sumTimes(timeStages(make(10 * length)))]
    report(
      `${name}: ${Math.round(short)} ms for ${length} characters, ${Math.round(long)} ms for ${10 * length}, ${(long / short).toFixed(1)} times`,
      long <= MOST * short,
    )
  }
}

async function measureWorst(): Promise<void> {
  const texts = {
    'one line of news, a million characters': WORST_TEXTS['one line of news']!(990_000),
    'letters of three bytes, 3 MB': WORST_TEXTS['letters of three bytes']!(990_000),
    'more than a million characters, 5 MB': WORST_TEXTS['one word again']!(5_000_000),
  }
  for (const [name, text] of Object.entries(texts)) {
    const { code, rules, seconds, megabytes } = await buildWorst(text)
    const outcome = code === 0 ? 'published' : 'refused'
    report(
      `${name}: ${outcome} (${rules.join(', ') || 'nothing told'}) in ${seconds.toFixed(1)} s with ${megabytes === undefined ? 'unknown' : Math.round(megabytes)} MB`,
      !rules.includes('died'),
    )
  }
}

function measureBuilds(): void {
  const hashes = buildEverywhere((line) => console.log(line))
  const count = new Set(hashes).size
  report(`${hashes.length} builds, ${count} hash${count === 1 ? '' : 'es'}`, count === 1)
}

/** Every page of a dossier of hostile files, in a browser under the policy of its headers and its own. */
async function measurePages(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'dossier-pages-'))
  makeHostileDossier(root)
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('../../cli.ts', import.meta.url)), 'build', '--root', root],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  if (status !== 0) throw new Error(`Unexpected failure of the build: ${stderr}`)
  const browser = await openBrowser()
  const { pages, violations, dialogs, foreign } = await watchPages(join(root, 'dist'), browser)
  await browser.close()
  rmSync(root, { recursive: true })
  for (const one of [...violations, ...dialogs, ...foreign]) console.log(one)
  report(
    `${pages} hostile pages in a browser: ${violations.length} violations of the policy, ${dialogs.length} dialogs, ${foreign.length} requests elsewhere`,
    violations.length + dialogs.length + foreign.length === 0,
  )
}

function measureDisk(): void {
  const full = buildOnFullDisk((line) => console.log(line))
  if (!full) return console.log('No small disk could be mounted: not measured')
  const { builds, refusals, changed } = full
  report(
    `${builds} builds on a full disk: ${Object.entries(refusals)
      .map(([rule, count]) => `${count} refused by ${rule}`)
      .join(', ')}; ${changed} changed what is published or a person’s file`,
    changed === 0 && refusals['died'] === undefined,
  )
}

const PARTS = {
  strings: measureStrings,
  growth: measureGrowth,
  worst: measureWorst,
  disk: measureDisk,
  builds: measureBuilds,
  pages: measurePages,
}
for (const [name, measure] of Object.entries(PARTS))
  if (positionals.length === 0 || positionals.includes(name)) await measure()
