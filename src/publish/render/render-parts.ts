import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ResultCache } from '../../cache/result-cache.ts'
import type { Reported } from '../../model/problem.ts'
import type { Shard } from '../../pipeline/analyse-seeds.ts'
import { sha256Of } from '../../text/hash.ts'
import { listFilesBelow } from '../disk/disk.ts'
import { compileSite } from './compile-site.ts'
import { explainFailure } from './render-site.ts'
import type { Folders } from './run-node.ts'
import { runNode } from './run-node.ts'

/** Number of parts of pages that a task rendered, and of all parts of the site. */
export interface RenderedShard {
  readonly parts: number
  readonly own: number
  /** How many of its parts the store already had. */
  readonly known: number
}

/**
 * Keys of the parts in a store: of their number, and of each. Pages link to style sheets and scripts by names that hold
 * their hashes; parts with other names are of another site.
 *
 * @param assets the folder of a compiled site's style sheets and scripts
 */
function keysOf(assets: string) {
  const names = sha256Of(listFilesBelow(assets).join('\n')).slice(0, 16)
  return { count: `pages-${names}`, part: (number: number) => `pages-${names}-${number}` }
}

/**
 * Renders every nth part of a site's pages into a store. Each part is kept as soon as it is finished.
 *
 * @param folders the dossier, and its composed collections
 * @param scratch an empty folder of this machine
 */
export async function renderShard(
  folders: Folders,
  shard: Shard,
  store: ResultCache,
  scratch: string,
): Promise<Reported<RenderedShard | undefined>> {
  const compiled = await compileSite(folders)
  if ('code' in compiled) return { value: undefined, problems: [explainFailure(compiled.output, folders.root)] }
  const keys = keysOf(compiled.assets)
  const isOwn = (number: number) => number % shard.parts === shard.part - 1
  const all = await listParts(store, keys.count)
  const done = await listDone(store, keys, all.filter(isOwn))
  if (all.length > 0 && done.length === all.filter(isOwn).length)
    return { value: { parts: all.length, own: done.length, known: done.length }, problems: [] }
  let [parts, made] = [0, 0]
  const keep = (line: string): void => {
    const [, number, of] = /^part (\d+) of (\d+)$/.exec(line) ?? []
    if (number === undefined) return
    const file = join(scratch, `${number}.json`)
    if (parts === 0) store.write(keys.count, Number(of))
    store.write(keys.part(Number(number)), JSON.parse(readFileSync(file, 'utf8')))
    rmSync(file)
    ;[parts, made] = [Number(of), made + 1]
  }
  const renderer = join(compiled.program, 'render-pages.mjs')
  const args = [renderer, compiled.program, scratch, `${shard.part}/${shard.parts}`, JSON.stringify(done)]
  const { code, output } = await runNode(args, folders.root, folders, {}, keep)
  if (code !== 0) return { value: undefined, problems: [explainFailure(output, folders.root)] }
  await store.settle?.()
  return { value: { parts, own: done.length + made, known: done.length }, problems: [] }
}

/** Those parts that the store has. */
async function listDone(
  store: ResultCache,
  keys: ReturnType<typeof keysOf>,
  own: readonly number[],
): Promise<number[]> {
  await store.fetch?.(own.map(keys.part))
  return own.filter((number) => store.read(keys.part(number)) !== undefined)
}

/** Numbers of all parts, once a task has counted them. */
async function listParts(store: ResultCache, count: string): Promise<number[]> {
  await store.fetch?.([count])
  return Array.from({ length: Number(store.read(count) ?? 0) }, (_, number) => number)
}

/**
 * Writes the parts of a store into a folder, from which the site is rendered.
 *
 * @param assets as of the site that will take them
 * @returns nothing if there is none
 */
export async function fetchParts(store: ResultCache, assets: string, folder: string): Promise<string | undefined> {
  const keys = keysOf(assets)
  const numbers = await listParts(store, keys.count)
  if (numbers.length === 0) return undefined
  await store.fetch?.(numbers.map(keys.part))
  mkdirSync(folder, { recursive: true })
  for (const number of numbers) {
    const part = store.read(keys.part(number))
    if (part !== undefined) writeFileSync(join(folder, `${number}.json`), JSON.stringify(part))
  }
  return folder
}
