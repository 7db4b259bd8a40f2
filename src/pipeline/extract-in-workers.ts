import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { ResultCache } from '../cache/result-cache.ts'
import { sha256Of } from '../text/hash.ts'
import type { ExtractedFile, ExtractionTask } from './1-read/extract-file.ts'
import { hashFile } from './1-read/list-folder.ts'
import type { Extract, KeepExtracted } from './1-read/read-articles.ts'
import { extractWith } from './1-read/read-articles.ts'
import { shareCompiled } from './share-compiled.ts'

/** Limits for one file. */
export interface ExtractionLimits {
  readonly milliseconds: number
  readonly megabytes: number
}
/** Pages allocate much and keep little: a small young generation takes less memory and no more time. */
const YOUNG_MEGABYTES = 12
/** Files that one thread reads before another helps it: to load the readers takes as long as to read them. */
const FEW = 4
const LIMITS: ExtractionLimits = { milliseconds: 120_000, megabytes: 1024 }

/**
 * Reads files in threads of their own, so that one that takes too long, or too much memory, is ended and reported, and the
 * others are read. The result does not depend on how many threads there are.
 */
export async function extractInWorkers(
  tasks: readonly ExtractionTask[],
  keep: KeepExtracted = () => {},
  limits: ExtractionLimits = LIMITS,
): Promise<ExtractedFile[]> {
  const results: ExtractedFile[] = Array.from({ length: tasks.length })
  let next = 0
  const runThread = async (): Promise<void> => {
    const thread = new ExtractionThread(limits)
    while (next < tasks.length) {
      const index = next
      next += 1
      keep(index, (results[index] = await thread.extract(tasks[index]!)))
    }
    thread.end()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), Math.ceil(tasks.length / FEW)) }, runThread))
  return results
}

/** An extraction that keeps a thread between its calls, so that a file that changes need not wait for the readers to load. */
export interface KeptExtraction {
  readonly extract: Extract
  /** Loads the readers before they are needed. */
  readonly start: () => void
  readonly end: () => void
}

export function keepExtraction(limits: ExtractionLimits = LIMITS): KeptExtraction {
  const thread = new ExtractionThread(limits)
  return {
    extract: async (tasks, keep) => {
      if (tasks.length > FEW) return extractInWorkers(tasks, keep, limits)
      const results: ExtractedFile[] = []
      for (const [index, task] of tasks.entries()) {
        results.push(await thread.extract(task))
        keep?.(index, results[index]!)
      }
      return results
    },
    start: () => void thread.start(),
    end: () => thread.end(),
  }
}

/** A thread that is started again after a file that it had to be ended for. */
class ExtractionThread {
  #worker: Worker | undefined
  readonly #limits: ExtractionLimits

  constructor(limits: ExtractionLimits) {
    this.#limits = limits
  }

  start(): Worker {
    this.#worker ??= new Worker(new URL(import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      stderr: true,
      env: shareCompiled(),
    })
    return this.#worker
  }

  extract(task: ExtractionTask): Promise<ExtractedFile> {
    const worker = this.start()
    return new Promise((resolve) => {
      // Only our own listeners are removed; the worker's own are needed for the next file.
      const settle = (result: ExtractedFile, isLost: boolean): void => {
        clearTimeout(timer)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        if (isLost) this.end()
        resolve(result)
      }
      const onMessage = (result: ExtractedFile) => settle(result, false)
      const onError = (error: Error) => settle(refuseLost(error), true)
      const onExit = () => settle(refuseLost(undefined), true)
      const timer = setTimeout(() => settle(refuseSlow(this.#limits), true), this.#limits.milliseconds)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.postMessage(task)
    })
  }

  end(): void {
    const worker = this.#worker
    this.#worker = undefined
    worker?.on('error', () => {})
    void worker?.terminate()
  }
}

const refuseSlow = ({ milliseconds }: ExtractionLimits): ExtractedFile => ({
  refusal: {
    rule: 'file/too-slow',
    reason: `Unexpected file that takes more than ${milliseconds / 1000} seconds to read`,
    hint: 'Split it, or put its text into a .txt file.',
  },
})

function refuseLost(error: unknown): ExtractedFile {
  const isMemory = (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return {
    refusal: {
      rule: isMemory ? 'file/too-much-memory' : 'file/damaged',
      reason: isMemory
        ? 'Unexpected file that takes more memory than one file may'
        : `Unexpected contents that ended the reader: ${(error as Error | undefined)?.message ?? 'it stopped'}`,
      hint: 'Split it, or put its text into a .txt file.',
    },
  }
}

/** Reads one file, with the cleaning of plain text as a judge of its lines. Readers and models are loaded when first asked for. */
async function extractJudged(task: ExtractionTask): Promise<ExtractedFile> {
  const { extractFile } = await import('./1-read/extract-file.ts')
  const { judgeLines } = await import('./2-clean/clean-seed.ts')
  return extractFile(task, judgeLines)
}

/** What the threads do, in this one: for tests. */
export const extractHere: Extract = extractWith(extractJudged)

if (!isMainThread && parentPort) {
  const port = parentPort
  port.on('message', async (task: ExtractionTask) => port.postMessage(await extractJudged(task)))
}

/**
 * Extracts files in workers, but for those that gave an article with the same bytes, reader and rules before. Each result
 * is kept as soon as it is there. What was refused is tried again: a file may have been too slow only because the machine
 * was busy.
 *
 * @param engine hash of the rules, the readers and the libraries they use
 */
export function extractCached(cache: ResultCache, engine: string, extract: Extract = extractInWorkers): Extract {
  return async (tasks) => {
    const keys = await Promise.all(tasks.map((task) => keyOf(task, engine)))
    await cache.fetch?.(keys.filter((key) => key !== undefined))
    const known = keys.map((key) => (key === undefined ? undefined : (cache.read(key) as ExtractedFile | undefined)))
    const missing = tasks.map((_, index) => index).filter((index) => known[index] === undefined)
    const keep = (at: number, result: ExtractedFile): void => {
      const key = keys[missing[at]!]
      known[missing[at]!] = result
      if (key !== undefined && result.read) cache.write(key, result)
    }
    await extract(
      missing.map((index) => tasks[index]!),
      keep,
    )
    return known as ExtractedFile[]
  }
}

/** Undefined for a file that cannot be opened, which the reader reports. */
async function keyOf({ root, file, format, encoding, mapping }: ExtractionTask, engine: string) {
  try {
    const bytes = await hashFile(root, file)
    const parts = [engine, file, bytes, format, encoding, mapping]
    return sha256Of(JSON.stringify(parts))
  } catch {
    return undefined
  }
}
