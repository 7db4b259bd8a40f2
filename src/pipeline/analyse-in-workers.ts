import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Reported } from '../model/problem.ts'
import type { Seed } from '../model/source.ts'
import type { AnalysedSource, AnalysisContext } from './analyse-seed.ts'
import { analyseSeed } from './analyse-seed.ts'

type Analysis = Reported<AnalysedSource[]>

/** Seeds handed to a thread at a time: enough to keep it busy, few enough to end together. */
const BATCH = 20

/** Analyses seeds on every core. The result does not depend on how many there are or which is faster. */
export async function analyseInWorkers(seeds: readonly Seed[], context: AnalysisContext): Promise<Analysis[]> {
  const results: Analysis[] = Array.from({ length: seeds.length })
  let next = 0
  const runWorker = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: context })
      const handOver = (): void => {
        const start = next
        next += BATCH
        if (start >= seeds.length) void worker.terminate()
        else worker.postMessage({ start, seeds: seeds.slice(start, start + BATCH) })
      }
      worker.on('message', ({ start, analyses }: { start: number; analyses: Analysis[] }) => {
        results.splice(start, analyses.length, ...analyses)
        handOver()
      })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      handOver()
    })
  const count = Math.min(availableParallelism(), Math.ceil(seeds.length / BATCH))
  await Promise.all(Array.from({ length: count }, runWorker))
  return results
}

if (!isMainThread && parentPort) {
  const port = parentPort
  port.on('message', ({ start, seeds }: { start: number; seeds: Seed[] }) => {
    port.postMessage({ start, analyses: seeds.map((seed) => analyseSeed(seed, workerData as AnalysisContext)) })
  })
}
