import { appendFileSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inventCorpus } from './build/invent-corpus.ts'
import type { Measured } from './build/measure.ts'
import { countFiles, measure } from './build/measure.ts'
import { BUILD_PLAIN, installPlain } from './build/plain-astro.ts'
import { writeMarkdown, writeSeeds } from './build/write-corpus.ts'

/*
 * Whole builds of N invented articles, beside Astro with a plain loader on the same articles: `npm run bench:build
 * [N] [folder]`. Builds cold, with one article changed, and with nothing changed; prints processor seconds of the whole
 * process tree (so that what else the machine does counts little), memory, pages, files and megabytes. The yardstick is
 * installed from npm into the folder, which by default lies with the system's temporary files. Needs Linux: see /proc.
 */

const count = Number(process.argv[2] ?? 100)
const folder = resolve(process.argv[3] ?? join(tmpdir(), 'dossier-bench'))
const BUILD = [process.execPath, join(import.meta.dirname, 'build/time-build.ts'), '.']

/** What no build may find from an earlier one. */
const MADE = ['.astro', '.dossier', 'content', 'dist', 'node_modules/.astro']

function print(name: string, { cpu, memory }: Measured, yardstick: number): void {
  const ratio = `${(cpu / yardstick).toFixed(2)} x the yardstick`
  console.log(`${name.padEnd(28)}${cpu.toFixed(1).padStart(8)} s ${memory.toFixed(0).padStart(6)} MB   ${ratio}`)
}

function printFiles(site: string): void {
  const { pages, files, megabytes } = countFiles(site)
  const each = `${(files / count).toFixed(1)} files and ${(megabytes / count).toFixed(3)} MB an article`
  console.log(`${pages} pages, ${files} files, ${megabytes.toFixed(1)} MB: ${each}`)
}

async function measurePlain(root: string): Promise<number> {
  installPlain(root)
  for (const made of MADE) rmSync(join(root, made), { recursive: true, force: true })
  writeMarkdown(inventCorpus(count), join(root, 'content'))
  const cold = await measure(BUILD_PLAIN, root)
  print('Astro, plain loader, cold', cold, cold.cpu)
  printFiles(join(root, 'dist'))
  return cold.cpu
}

async function measureOurs(root: string, yardstick: number): Promise<void> {
  for (const made of MADE) rmSync(join(root, made), { recursive: true, force: true })
  const articles = writeSeeds(inventCorpus(count), root)
  const cold = await measure(BUILD, root)
  for (const { stage, cpu, memory } of cold.steps)
    console.log(`  ${stage.padEnd(36)}${cpu.toFixed(1).padStart(8)} s ${memory.toFixed(0).padStart(6)} MB`)
  print('Dossier, cold', cold, yardstick)
  printFiles(join(root, 'dist'))
  appendFileSync(articles[Math.floor(count / 2)]!, '\nCorrection: an earlier version gave a wrong date.\n')
  print('one article changed', await measure(BUILD, root), yardstick)
  print('nothing changed', await measure(BUILD, root), yardstick)
}

if (existsSync('/proc/self/stat')) {
  console.log(`${count} invented articles in ${folder}`)
  await measureOurs(join(folder, 'ours'), await measurePlain(join(folder, 'plain')))
} else console.log('Nothing measured: processor time is read from /proc, which only Linux has.')
