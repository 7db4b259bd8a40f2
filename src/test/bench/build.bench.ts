import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inventCorpus } from './build/invent-corpus.ts'
import type { Measured } from './build/measure.ts'
import { countFiles, measure } from './build/measure.ts'
import { BUILD_PLAIN, installPlain } from './build/plain-astro.ts'
import { writeMarkdown, writeSeeds } from './build/write-corpus.ts'

/*
 * Whole builds of N invented articles, beside Astro with a plain loader on the same articles:
 * `npm run bench:build [N] [folder] [parts]`. Builds cold, with one article changed, and with nothing changed; prints
 * processor seconds of the whole process tree (so that what else the machine does counts little), memory, pages, files
 * and megabytes. The parts are `plain,cold,changed,same`; those that are not asked for are taken from the last run in
 * the folder. The yardstick is installed from npm into the folder, which by default lies with the system's temporary
 * files. Needs Linux: see /proc.
 */

const count = Number(process.argv[2] ?? 100)
const folder = resolve(process.argv[3] ?? join(tmpdir(), `dossier-bench-${count}`))
const parts = new Set((process.argv[4] ?? 'plain,cold,changed,same').split(','))
const BUILD = [process.execPath, join(import.meta.dirname, 'build/time-build.ts'), '.']

/** Files of an earlier build, which are deleted first. */
const MADE = ['.astro', '.dossier', 'content', 'dist', 'node_modules/.astro']

/** Where builds keep the compiled pages of the site: see `compileSite`. */
const COMPILED = resolve(import.meta.dirname, '../../../.astro')

function print(name: string, { cpu, memory, steps }: Measured, yardstick: number): void {
  for (const step of steps) printRow(`  ${step.stage}`, step)
  printRow(name, { cpu, memory }, `${(cpu / yardstick).toFixed(2)} x the yardstick`)
}

function printRow(name: string, { cpu, memory }: Pick<Measured, 'cpu' | 'memory'>, more = ''): void {
  console.log(`${name.padEnd(38)}${cpu.toFixed(1).padStart(8)} s ${memory.toFixed(0).padStart(6)} MB   ${more}`)
}

function printFiles(site: string): void {
  const { pages, files, megabytes } = countFiles(site)
  const each = `${(files / count).toFixed(1)} files and ${(megabytes / count).toFixed(3)} MB an article`
  console.log(`${pages} pages, ${files} files, ${megabytes.toFixed(1)} MB: ${each}`)
}

/** The folders of a site that hold most, by their bytes. */
function printFolders(site: string): void {
  const folders = readdirSync(site, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, ...countFiles(join(site, name)) }))
    .toSorted((a, b) => b.megabytes - a.megabytes)
  for (const { name, files, megabytes } of folders.slice(0, 12))
    console.log(`  ${name.padEnd(20)}${String(files).padStart(8)} files ${megabytes.toFixed(1).padStart(8)} MB`)
}

/** Processor seconds of the yardstick, as this run or an earlier one in the folder measured them. */
async function measurePlain(root: string): Promise<number> {
  const kept = join(folder, 'yardstick.json')
  if (parts.has('plain') || !existsSync(kept)) {
    installPlain(root)
    for (const made of MADE) rmSync(join(root, made), { recursive: true, force: true })
    writeMarkdown(inventCorpus(count), join(root, 'content'))
    writeFileSync(kept, JSON.stringify(await measure(BUILD_PLAIN, root)))
  }
  const cold = JSON.parse(readFileSync(kept, 'utf8')) as Measured
  print('Astro, plain loader, cold', cold, cold.cpu)
  printFiles(join(root, 'dist'))
  return cold.cpu
}

async function measureOurs(root: string, yardstick: number): Promise<void> {
  const run = async (part: string, name: string) => {
    if (parts.has(part)) print(name, await measure(BUILD, root), yardstick)
  }
  if (parts.has('cold')) startCold(root)
  await run('cold', 'Dossier, cold')
  printFiles(join(root, 'dist'))
  printFolders(join(root, 'dist'))
  if (parts.has('changed')) changeArticle(root)
  await run('changed', 'one article changed')
  await run('same', 'nothing changed')
}

function startCold(root: string): void {
  for (const made of MADE) rmSync(join(root, made), { recursive: true, force: true })
  const compiled = existsSync(COMPILED) ? readdirSync(COMPILED).filter((name) => name.startsWith('site-')) : []
  for (const name of compiled) rmSync(join(COMPILED, name), { recursive: true })
  writeSeeds(inventCorpus(count), root)
}

/** Each run adds another line. */
function changeArticle(root: string): void {
  const articles = join(root, 'seeds/articles')
  const file = join(articles, readdirSync(articles).sort()[Math.floor(count / 2)]!)
  const { length } = readFileSync(file, 'utf8')
  appendFileSync(file, `\nCorrection: an earlier version gave a wrong date in line ${length}.\n`)
}

if (existsSync('/proc/self/stat')) {
  console.log(`${count} invented articles in ${folder}`)
  await measureOurs(join(folder, 'ours'), await measurePlain(join(folder, 'plain')))
} else console.log('Nothing measured: processor time is read from /proc, which only Linux has.')
