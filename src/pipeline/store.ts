import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Problem } from '../model/problem.ts'
import type { ResultCache } from '../cache/result-cache.ts'
import { openCache, withStore } from '../cache/result-cache.ts'

/**
 * What one version of the rules found has a folder of its own, so that no other version reads it. The folder is made, so
 * that a shard without articles leaves one that can be built from.
 */
export function openStore(store: string, engine: string, onDamaged?: (path: string) => void): ResultCache {
  const folder = folderOf(store, engine)
  mkdirSync(folder, { recursive: true })
  return openCache(folder, onDamaged)
}

/** Why a store cannot be built from, if so. */
export function refuseStore(store: string, engine: string): string | undefined {
  if (!existsSync(store)) return `There is no folder ${store}. Fill it first:  dossier analyse --store ${store}`
  if (existsSync(folderOf(store, engine))) return undefined
  const others = readdirSync(store).length
  return others > 0
    ? `The store ${store} was filled by another version of the program. Fill it with this one:  dossier analyse --store ${store}`
    : `The store ${store} is empty. Fill it first:  dossier analyse --store ${store}`
}

const folderOf = (store: string, engine: string) => join(store, engine.slice(0, 16))

/** The cache of a build that reads a store besides, and problems of entries that were damaged, once it has been read. */
export function readStore(own: ResultCache, store: string, engine: string): [ResultCache, () => Problem[]] {
  const damaged = new Set<string>()
  const cache = withStore(
    own,
    openStore(store, engine, (path) => damaged.add(path)),
  )
  const tell = (path: string): Problem => ({
    file: relative(store, path),
    severity: 'warning',
    rule: 'store/damaged',
    reason: 'Unexpected bytes in an entry of the store, expected what its hash says; its article was analysed again',
    hint: 'If nobody changed it, look at the disk of the store.',
  })
  return [cache, () => [...damaged].sort().map(tell)]
}
