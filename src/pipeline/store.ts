import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isBegun, isBucket, markBegun, openBucket, withBucket } from '../cache/bucket.ts'
import type { ResultCache } from '../cache/result-cache.ts'
import { openCache, sealEntry, withStore, writeEntry } from '../cache/result-cache.ts'
import type { Problem } from '../model/problem.ts'
import { compare } from '../text/compare.ts'

/**
 * Opens a store that is to be filled: a folder, or a bucket, `s3://name/folder`. What one version of the rules found has
 * a folder of its own in it, so that no other version reads it. It is made, so that a shard without articles leaves one
 * that can be built from.
 *
 * @param folder an empty folder of this machine, which a bucket needs besides
 * @throws {BucketRefusal} when the bucket cannot be written into, and the disk's error when the folder cannot be made
 */
export async function openStore(store: string, engine: string, folder: string): Promise<ResultCache> {
  if (isBucket(store)) {
    const bucket = await openBucket(store, nameOf(engine), process.env)
    await markBegun(bucket)
    return withBucket(openCache(folder), folder, bucket)
  }
  const shared = join(store, nameOf(engine))
  mkdirSync(shared, { recursive: true })
  return openShared(shared)
}

/** A folder that others read. Unlike a cache, which only saves time, it reports what it could not write: by `settle`. */
function openShared(folder: string): ResultCache {
  let failure: unknown
  return {
    ...openCache(folder),
    write: (key, value) => {
      try {
        writeEntry(folder, key, sealEntry(value))
      } catch (error) {
        failure ??= error
      }
    },
    settle: async () => {
      if (failure !== undefined) throw failure
    },
  }
}

/**
 * Why a store cannot be built from, if so.
 *
 * @throws {BucketRefusal} when the bucket cannot be read
 */
export async function refuseStore(store: string, engine: string): Promise<string | undefined> {
  const fill = `dossier analyse --store ${store}`
  if (isBucket(store))
    return (await isBegun(await openBucket(store, nameOf(engine), process.env)))
      ? undefined
      : `The store ${store} holds nothing of this version of the program. Fill it with this one:  ${fill}`
  if (statSync(store, { throwIfNoEntry: false })?.isFile()) return `The store ${store} is a file, expected a folder.`
  if (!existsSync(store)) return `There is no folder ${store}. Fill it first:  ${fill}`
  if (existsSync(join(store, nameOf(engine)))) return undefined
  return readdirSync(store).length > 0
    ? `The store ${store} was filled by another version of the program. Fill it with this one:  ${fill}`
    : `The store ${store} is empty. Fill it first:  ${fill}`
}

const nameOf = (engine: string) => engine.slice(0, 16)

/**
 * The cache of a build that also reads a store, and problems of damaged entries, once it has been read.
 *
 * @param folder of the build's own cache
 */
export async function readStore(
  folder: string,
  store: string,
  engine: string,
): Promise<[ResultCache, () => Problem[]]> {
  const damaged = new Set<string>()
  const onDamaged = (path: string) => damaged.add(path)
  const own = openCache(folder)
  const cache = isBucket(store)
    ? withBucket(own, folder, await openBucket(store, nameOf(engine), process.env), onDamaged)
    : withStore(own, openCache(join(store, nameOf(engine)), onDamaged))
  const damagedProblem = (path: string): Problem => ({
    file: isBucket(store) ? path : relative(store, path),
    severity: 'warning',
    rule: 'store/damaged',
    reason: 'Unexpected bytes in an entry of the store, expected what its hash says; what it held was made again',
    hint: 'If nobody changed it, look at the disk of the store.',
  })
  return [cache, () => [...damaged].sort().map(damagedProblem)]
}

/** Removes the entries under one hash from a folder; a bucket keeps them. */
export function dropEntries(store: string, engine: string): void {
  if (!isBucket(store)) rmSync(join(store, nameOf(engine)), { recursive: true, force: true })
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
