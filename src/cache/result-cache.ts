import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Of } from '../text/hash.ts'

/** Results that are expensive to compute, by the hash of everything they depend on. */
export interface ResultCache {
  /** The value under a key, or `undefined`. */
  readonly read: (key: string) => unknown
  /** Keeps a value that survives `JSON.stringify`. */
  readonly write: (key: string, value: unknown) => void
  /** Deletes every entry that this run has neither read nor written. */
  readonly sweep: () => void
  /** Fetches the entries of these keys, so that `read` finds them. */
  readonly fetch?: (keys: readonly string[]) => Promise<void>
  /** Waits until other machines can read everything that was written. */
  readonly settle?: () => Promise<void>
}

/** A cache that keeps nothing. */
export const noCache: ResultCache = { read: () => undefined, write: () => {}, sweep: () => {} }

/**
 * A cache in a folder: one JSON file per key, preceded by the hash of its text, so that a damaged or truncated file
 * counts as absent. The folder may be deleted at any time, even during a build, and a full disk stops nothing.
 *
 * @param onDamaged called with the path of an entry whose text does not match its hash
 */
export function openCache(folder: string, onDamaged?: (path: string) => void): ResultCache {
  const used = new Set<string>()
  return {
    read: (key) => {
      used.add(key)
      return readChecked(join(folder, key), onDamaged)
    },
    write: (key, value) => {
      used.add(key)
      attempt(() => writeEntry(folder, key, sealEntry(value)))
    },
    sweep: () => {
      for (const name of listFolder(folder))
        if (!used.has(name)) attempt(() => rmSync(join(folder, name), { recursive: true }))
    },
  }
}

/** A cache that also reads a shared store and writes its results there; only its own entries are swept. */
export function withStore(own: ResultCache, store: ResultCache): ResultCache {
  return {
    read: (key) => own.read(key) ?? store.read(key),
    write: (key, value) => {
      own.write(key, value)
      store.write(key, value)
    },
    sweep: own.sweep,
    ...(store.fetch && { fetch: store.fetch }),
    ...(store.settle && { settle: store.settle }),
  }
}

/**
 * A cache that also keeps its results in memory, so that repeated builds get the same objects. `sweep` drops
 * those that no build has used since the last call; the folder is left as it is.
 */
export function rememberResults(cache: ResultCache): ResultCache {
  let [former, held] = [new Map<string, unknown>(), new Map<string, unknown>()]
  return {
    read: (key) => {
      const value = held.get(key) ?? former.get(key) ?? cache.read(key)
      if (value !== undefined) held.set(key, value)
      return value
    },
    write: (key, value) => {
      held.set(key, value)
      cache.write(key, value)
    },
    sweep: () => ([former, held] = [held, new Map()]),
  }
}

const HASH_LENGTH = 64

/** The text of a value's file: its hash, then its JSON. */
export function sealEntry(value: unknown): string {
  const text = JSON.stringify(value)
  return sha256Of(text) + text
}

/** The text of a value, or `undefined` when it is not what its hash says. */
export function openEntry(entry: string): string | undefined {
  const text = entry.slice(HASH_LENGTH)
  return sha256Of(text) === entry.slice(0, HASH_LENGTH) ? text : undefined
}

/**
 * Writes under a name that nobody else uses, on this machine or another that shares the folder, then renames: two builds
 * never mix their bytes.
 */
export function writeEntry(folder: string, key: string, entry: string): void {
  const own = join(folder, `${key}.${randomUUID()}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(own, entry)
  renameSync(own, join(folder, key))
}

function attempt(act: () => void): void {
  try {
    act()
  } catch {
    // The cache only saves time: a build goes on without it.
  }
}

function readChecked(path: string, onDamaged?: (path: string) => void): unknown {
  try {
    const text = openEntry(readFileSync(path, 'utf8'))
    if (text !== undefined) return JSON.parse(text)
    onDamaged?.(path)
    return undefined
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
