import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second. */
const TICKS = 100

/** Processor seconds of this process, its threads, and its children that have ended, which Linux tells in /proc. */
function readCpu(): number {
  const { user, system } = process.cpuUsage()
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / TICKS
}

/** Prints the processor time used so far as a stage begins, as one JSON line, which `measure` reads. */
export function reportStep(stage: string): void {
  console.log(JSON.stringify({ stage, cpu: readCpu() }))
}
