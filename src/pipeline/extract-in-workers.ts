import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { ExtractedFile, ExtractionTask } from './1-read/extract-file.ts'
import { extractFile } from './1-read/extract-file.ts'
import { judgeLines } from './2-clean/judge-lines.ts'

/** What one file may cost. */
export interface ExtractionLimits {
  readonly milliseconds: number
  readonly megabytes: number
}
const LIMITS: ExtractionLimits = { milliseconds: 120_000, megabytes: 1024 }

/**
 * Reads files in threads of their own, so that one that takes too long, or too much memory, is ended and told, and the
 * others are read. The result does not depend on how many threads there are.
 */
export async function extractInWorkers(
  tasks: readonly ExtractionTask[],
  limits: ExtractionLimits = LIMITS,
): Promise<ExtractedFile[]> {
  const results: ExtractedFile[] = Array.from({ length: tasks.length })
  let next = 0
  const runThread = async (): Promise<void> => {
    const thread = new ExtractionThread(limits)
    while (next < tasks.length) {
      const index = next
      next += 1
      results[index] = await thread.extract(tasks[index]!)
    }
    thread.end()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, runThread))
  return results
}

/** A thread that is started again after a file that it had to be ended for. */
class ExtractionThread {
  #worker: Worker | undefined
  readonly #limits: ExtractionLimits

  constructor(limits: ExtractionLimits) {
    this.#limits = limits
  }

  extract(task: ExtractionTask): Promise<ExtractedFile> {
    const worker = (this.#worker ??= new Worker(new URL(import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.megabytes },
      stderr: true,
    }))
    return new Promise((resolve) => {
      // Only our own listeners are removed: the worker's are needed for the next file.
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

if (!isMainThread && parentPort) {
  const port = parentPort
  port.on('message', async (task: ExtractionTask) => port.postMessage(await extractFile(task, judgeLines)))
}
