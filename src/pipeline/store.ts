import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { ResultCache } from '../cache/result-cache.ts'
import { openCache, withStore } from '../cache/result-cache.ts'
import type { Problem } from '../model/problem.ts'
import { compare } from '../text/compare.ts'

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

const SOURCES = ['../model', '../text', '../lang', './1-read', './2-clean', './3-find']

/** Names the versions of the libraries that read files of other formats. */
const VERSIONS = new URL('../../package.json', import.meta.url)

/**
 * Hash of everything that decides what a file is read as and what its analysis finds: the code of stages 1 to 3 with
 * their word lists and models, and the versions of the libraries. When one of them changes, no earlier result is used
 * again.
 */
export function hashEngine(): string {
  const hash = createHash('sha256').update(readFileSync(VERSIONS))
  for (const folder of SOURCES) {
    const root = new URL(`${folder}/`, import.meta.url).pathname
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted(compare)) {
      if (/\.(?:[jt]s|yml|bin|gz|json)$/.test(file) && !/\.(?:test|bench|fixture|d)\.ts$/.test(file))
        hash.update(file).update(readFileSync(join(root, file)))
    }
  }
  return hash.digest('hex')
}
