import type { ResultCache } from '../cache/result-cache.ts'
import { sha256Of } from '../text/hash.ts'
import type { ExtractedFile, ExtractionTask } from './1-read/extract-file.ts'
import { hashStream } from './1-read/extract-file.ts'
import { formatOf } from './1-read/formats/registry.ts'
import { streamFile } from './1-read/list-folder.ts'
import type { Extract } from './1-read/read-articles.ts'
import { extractInWorkers } from './extract-in-workers.ts'

/**
 * Extracts files in workers, but for those that gave an article with the same bytes, reader and rules before. What was
 * refused is tried again: a file may have been too slow only because the machine was busy.
 *
 * @param engine hash of the rules, the readers and the libraries they use
 */
export function extractCached(cache: ResultCache, engine: string, extract: Extract = extractInWorkers): Extract {
  return async (tasks) => {
    const keys = await Promise.all(tasks.map((task) => keyOf(task, engine)))
    const known = keys.map((key) => (key === undefined ? undefined : (cache.read(key) as ExtractedFile | undefined)))
    const missing = tasks.map((_, index) => index).filter((index) => known[index] === undefined)
    const fresh = await extract(missing.map((index) => tasks[index]!))
    for (const [at, index] of missing.entries()) {
      const [key, result] = [keys[index], fresh[at]!]
      known[index] = result
      if (key !== undefined && result.read) cache.write(key, result)
    }
    return known as ExtractedFile[]
  }
}

/** Undefined for a file that cannot be opened, which the reader tells. */
async function keyOf({ root, file, format, encoding, mapping }: ExtractionTask, engine: string) {
  try {
    const bytes = await hashStream(streamFile(root, file))
    const parts = [engine, file, bytes, format, formatOf(format).version, encoding, mapping]
    return sha256Of(JSON.stringify(parts))
  } catch {
    return undefined
  }
}
