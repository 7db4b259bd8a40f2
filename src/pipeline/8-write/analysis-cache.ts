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
 * is as good as absent. The folder can be deleted at any time, also while a build runs, and a disk that takes no more
 * of it stops nothing.
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
      attempt(() => writeWhole(folder, key, JSON.stringify(value)))
    },
    sweep: () => {
      for (const name of listFolder(folder))
        if (!used.has(name)) attempt(() => rmSync(join(folder, name), { recursive: true }))
    },
  }
}

const HASH_LENGTH = 64
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

function writeWhole(folder: string, key: string, text: string): void {
  const own = join(folder, `${key}.${process.pid}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(own, hash(text) + text)
  renameSync(own, join(folder, key))
}

function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // A disk that takes no more of it stops nothing.
  }
}

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
