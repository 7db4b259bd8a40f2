import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { heapFlags } from '../../publish/render/run-node.ts'
import { inventCorpus } from './build/invent-corpus.ts'
import { measure } from './build/measure.ts'
import { writeSeeds } from './build/write-corpus.ts'

/*
 * N invented articles analysed, resolved and related, as far as one process does it for a whole archive:
 * `npm run bench:archive [N] [folder] [parts]`. Prints processor seconds and memory of each stage, twice: with all
 * articles to analyse, and with the analysis kept, as a build from a store finds it. `parts` are `cold,kept`; without
 * `cold` the articles and the analysis of the last run in the folder are used. Needs Linux: see /proc.
 */

const count = Number(process.argv[2] ?? 10_000)
const folder = resolve(process.argv[3] ?? join(tmpdir(), `dossier-archive-${count}`))
const parts = new Set((process.argv[4] ?? 'cold,kept').split(','))

/** Where V8 gives up, in megabytes: 100,000 articles are to fit into 8 GB, with what is not on the heap. */
const LIMIT = '--max-old-space-size=6800'
const RELATE = join(import.meta.dirname, 'build/time-relate.ts')

async function run(name: string): Promise<void> {
  const { cpu, memory, steps } = await measure([process.execPath, LIMIT, ...heapFlags(folder), RELATE, '.'], folder)
  for (const step of steps) printRow(`  ${step.stage}`, step.cpu, step.memory)
  printRow(name, cpu, memory)
}

function printRow(name: string, cpu: number, memory: number): void {
  const each = (1000 * cpu) / count
  console.log(
    `${name.padEnd(44)}${cpu.toFixed(1).padStart(8)} s ${each.toFixed(1).padStart(6)} ms each ${memory.toFixed(0).padStart(7)} MB`,
  )
}

if (parts.has('cold')) {
  rmSync(folder, { recursive: true, force: true })
  writeSeeds(inventCorpus(count), folder)
  await run(`${count} articles, nothing kept`)
}
if (parts.has('kept')) await run(`${count} articles, analysis kept`)
