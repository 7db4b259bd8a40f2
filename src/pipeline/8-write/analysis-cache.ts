import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Results of an analysis by the hash of everything they depend on. */
export interface AnalysisCache {
  readonly read: (key: string) => unknown
  readonly write: (key: string, value: unknown) => void
  /** Deletes what no call of this run has read or written. */
  readonly sweep: () => void
}

/**
 * A cache in a folder, one JSON file a key, each with the hash of its own text: a file that was damaged or cut off
 * is as good as absent. The folder can be deleted at any time.
 */
export function openAnalysisCache(folder: string): AnalysisCache {
  const used = new Set<string>()
  return {
    read: (key) => {
      used.add(key)
      return readChecked(join(folder, key))
    },
    write: (key, value) => {
      used.add(key)
      mkdirSync(folder, { recursive: true })
      const text = JSON.stringify(value)
      writeFileSync(join(folder, `${key}.new`), hash(text) + text)
      renameSync(join(folder, `${key}.new`), join(folder, key))
    },
    sweep: () => {
      for (const name of listFolder(folder)) if (!used.has(name)) rmSync(join(folder, name), { recursive: true })
    },
  }
}

const HASH_LENGTH = 64
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function readChecked(path: string): unknown {
  try {
    const file = readFileSync(path, 'utf8')
    const text = file.slice(HASH_LENGTH)
    return hash(text) === file.slice(0, HASH_LENGTH) ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
