import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { DossierSettings, Findings } from '../model/dossier.ts'
import type { Reported } from '../model/problem.ts'
import type { Register } from '../model/register.ts'
import type { Seed, Source } from '../model/source.ts'
import { cleanSeed } from './2-clean/clean-seed.ts'
import { MAX_PASSAGES } from './2-clean/finish/check-source.ts'
import { readKeyPoints } from './2-clean/finish/make-source.ts'
import { checkFindings, checkLanguage, findInSource } from './3-find/find-in-source.ts'
import { startSharing } from '../text/share-strings.ts'
import { shareCompiled } from './share-compiled.ts'

type Analysis = Reported<AnalysedSource[]>

/** Seeds handed to a thread at a time: enough to keep it busy, few enough to end together. */
const BATCH = 10
/** Batches that a thread has before it: the next one is there while this thread is in the middle of its own. */
const AHEAD = 3

/**
 * Analyses seeds on every core, this thread's included: it has loaded the rules, which takes as long as a hundred
 * articles. The result does not depend on how many threads there are or which is faster.
 *
 * @param keep called with each result, and its place among the seeds, as soon as it is there
 */
export async function analyseInWorkers(
  seeds: readonly Seed[],
  context: AnalysisContext,
  keep: (index: number, analysis: Analysis) => void,
): Promise<void> {
  let next = 0
  const take = () => {
    const start = next
    next += BATCH
    return start < seeds.length ? { start, seeds: seeds.slice(start, start + BATCH) } : undefined
  }
  const keepAll = ({ start, analyses }: Analysed) =>
    analyses.forEach((analysis, index) => void keep(start + index, analysis))
  const others = Math.min(availableParallelism(), Math.ceil(seeds.length / BATCH)) - 1
  await Promise.all([
    ...Array.from({ length: others }, () => runWorker(context, take, keepAll)),
    runHere(context, take, keepAll),
  ])
}

/** Some seeds, with their indices in the list. */
interface Batch {
  readonly start: number
  readonly seeds: readonly Seed[]
}
interface Analysed {
  readonly start: number
  readonly analyses: readonly Analysis[]
}

function runWorker(
  context: AnalysisContext,
  take: () => Batch | undefined,
  keep: (analysed: Analysed) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: context, env: shareCompiled() })
    let open = 0
    const handOver = (): void => {
      const batch = take()
      if (batch) {
        open += 1
        worker.postMessage(batch)
      } else if (open === 0) void worker.terminate()
    }
    const share = startSharing()
    worker.on('message', (analysed: Analysed) => {
      open -= 1
      keep(share(analysed))
      handOver()
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
    for (let ahead = 0; ahead < AHEAD; ahead += 1) handOver()
  })
}

/** Lets messages of the workers be handled between two batches. */
async function runHere(
  context: AnalysisContext,
  take: () => Batch | undefined,
  keep: (analysed: Analysed) => void,
): Promise<void> {
  for (let batch = take(); batch; batch = take()) {
    keep(analyse(batch, context))
    await setImmediate()
  }
}

const analyse = ({ start, seeds }: Batch, context: AnalysisContext): Analysed => ({
  start,
  analyses: seeds.map((seed) => analyseSeed(seed, context)),
})

if (!isMainThread && parentPort) {
  const port = parentPort
  port.on('message', (batch: Batch) => port.postMessage(analyse(batch, workerData as AnalysisContext)))
}

/** A cleaned source with its findings. */
export interface AnalysedSource {
  readonly source: Source
  readonly findings: Findings
}

/** Inputs of the analysis besides the seed and the rules. */
export interface AnalysisContext {
  readonly settings: DossierSettings
  readonly register: Register
}

/** Stages 2 and 3 for one seed: empty when nothing in it is text, or so much that it is no article. */
export function analyseSeed(seed: Seed, { settings, register }: AnalysisContext): Reported<AnalysedSource[]> {
  const { value: cleaned, problems } = cleanSeed(seed, { language: settings.language, rights: settings.rights })
  if (cleaned.passages.length === 0 || cleaned.passages.length > MAX_PASSAGES) return { value: [], problems }
  const source = { ...cleaned, passages: [...cleaned.passages, ...readKeyPoints(cleaned)] }
  const { value: findings, problems: misfits } = findInSource(source, register)
  const excesses = checkFindings(source, findings)
  return {
    value: excesses.length === 0 ? [{ source, findings }] : [],
    problems: [...problems, ...checkLanguage(source), ...misfits, ...excesses],
  }
}
