import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { publishDossier } from '../../../publish/publish-dossier.ts'

/*
 * Builds a dossier as the command line does, and prints the processor time used so far as each step begins, one JSON
 * line each: `node time-build.ts FOLDER`. Linux tells the time of ended children in /proc/self/stat.
 */

/** Linux counts in hundredths of a second. */
const TICKS = 100

/** Processor seconds of this process, its threads, and its children that have ended. */
function readCpu(): number {
  const { user, system } = process.cpuUsage()
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / TICKS
}

const report = (stage: string) => console.log(JSON.stringify({ stage, cpu: readCpu() }))

const root = resolve(process.argv[2]!)
report('Starting')
const { value, problems } = await publishDossier({
  root,
  out: join(root, 'dist'),
  strict: false,
  verify: false,
  report,
})
report('')
if (!value)
  throw new Error(
    `Unexpected problems:\n${problems
      .filter(({ severity }) => severity === 'error')
      .slice(0, 5)
      .map(({ reason }) => reason)
      .join('\n')}`,
  )
