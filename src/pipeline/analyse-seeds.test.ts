import fc from 'fast-check'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { BucketServer } from '../cache/bucket-server.fixture.ts'
import { serveBucket } from '../cache/bucket-server.fixture.ts'
import { noCache, openCache, type ResultCache } from '../cache/result-cache.ts'
import { openStore, readStore, refuseStore } from './store.ts'
import { analyse as analyseCommand } from '../commands/analyse.ts'
import { readShard } from '../commands/shard.ts'
import type { Shard } from './analyse-seeds.ts'
import { analyseShard, shardOf } from './analyse-seeds.ts'
import { buildDossier } from './build-dossier.ts'
import { extractHere } from './extract-in-workers.ts'

const ENGINE = 'f'.repeat(64)
const PARTS = 3
const nest = mkdtempSync(join(tmpdir(), 'dossier-shards-'))
const [root, store] = ['dossier', 'store'].map((name) => join(nest, name)) as [string, string]

const MAIL = `From ada@example.org Mon Mar 13 10:00:00 2023
From: Ada Vale <ada@example.org>
Subject: The harbour is shut
Date: Mon, 13 Mar 2023 10:00:00 +0000

The harbour was shut on Monday, Ada Vale said.

From ben@example.org Tue Mar 14 10:00:00 2023
From: Ben Okafor <ben@example.org>
Subject: The harbour is open
Date: Tue, 14 Mar 2023 10:00:00 +0000

The harbour opened on Tuesday, Ben Okafor said.
`

const PARAGRAPH =
  'The ferry sank on Monday between Northport and Sandford, the police of Northport said, and nobody was hurt. It had left the harbour at noon with forty people, and its owners said that they did not know what had happened.'
const PAGE = `<!doctype html><title>Ferry sinks</title><article><h1>Ferry sinks</h1><p>${PARAGRAPH}</p><p>${PARAGRAPH.replace('Monday', 'Tuesday').replace('sank', 'was raised')}</p><p>Ada Vale, who saw it from the pier, said that the boats of the fishermen reached the people within minutes and took them to the shore.</p></article>`

beforeAll(() => {
  const files: Record<string, string> = {
    'dossier.yml': 'title: Harbour\ndescription: Invented.\n',
    'articles/mail.mbox': MAIL,
    'articles/page.html': PAGE,
    'articles/empty.txt': '',
  }
  for (const name of 'abcdefgh') files[`articles/${name}.txt`] = `Storm ${name}\n\nAda Vale left Northport on Monday.\n`
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, 'seeds', path)), { recursive: true })
    writeFileSync(join(root, 'seeds', path), text)
  }
})
afterAll(() => rmSync(nest, { recursive: true }))

/** Files are read in this thread, but for those of the single process. */
const analyseHere = (shard: Shard, into: ResultCache) => analyseShard(root, shard, into, ENGINE, extractHere)
const analyse = async (part: number, place = store) =>
  analyseHere({ part, parts: PARTS }, await openStore(place, ENGINE, mkdtempSync(join(nest, 'own-'))))
/** The result of a single process. */
let alone: unknown[] = []
beforeAll(async () => {
  alone = textsOf(await buildDossier(root, { cache: noCache, engine: ENGINE, report: () => {} }))
}, 180_000)
const textsOf = ({ content, data }: Awaited<ReturnType<typeof buildDossier>>) =>
  [...content, ...data].map(({ path, text }) => [path, text])

/** The articles that a build must analyse although a store was filled. */
async function buildWith(cache: ResultCache) {
  const written: string[] = []
  const counting: ResultCache = { ...cache, write: (key, value) => (written.push(key), cache.write(key, value)) }
  const built = await buildDossier(root, { cache: counting, engine: ENGINE, report: () => {}, extract: extractHere })
  return { built, written }
}

test('shards analyse each article once, a build from their store nothing, and to the same bytes', async () => {
  const shards = await Promise.all([1, 2, 3].map((part) => analyse(part)))
  expect(shards.reduce((sum, { own }) => sum + own, 0)).toBe(11)
  expect(shards.map(({ known }) => known)).toEqual([0, 0, 0])
  expect(shards.flatMap(({ problems }) => problems.map(({ rule, file }) => [rule, file]))).toEqual([
    ['file/empty', 'seeds/articles/empty.txt'],
  ])
  const [cache, tellDamaged] = await readStore(join(nest, 'own'), store, ENGINE)
  const { built, written } = await buildWith(cache)
  expect(written).toEqual([])
  expect(tellDamaged()).toEqual([])
  expect(textsOf(built)).toEqual(alone)
}, 180_000)

test('a shard that is run again finds its results; a damaged entry is reported, and made again', async () => {
  expect(await analyse(1)).toMatchObject({ known: (await analyse(1)).own })
  const folder = join(store, ENGINE.slice(0, 16))
  const [entry] = readdirSync(folder)
  writeFileSync(join(folder, entry!), 'half an ent')
  const [cache, tellDamaged] = await readStore(join(nest, 'another'), store, ENGINE)
  const { written } = await buildWith(cache)
  expect(written).toEqual([entry])
  expect(tellDamaged()).toMatchObject([{ rule: 'store/damaged', file: join(ENGINE.slice(0, 16), entry!) }])
  expect(openCache(folder).read(entry!)).toBeDefined()
}, 180_000)

test('a run that is ended has kept each article that it had finished', async () => {
  const folder = join(nest, 'ended')
  const disk = openCache(folder)
  let left = 4
  const ended: ResultCache = {
    ...disk,
    write: (key, value) => {
      if (left-- === 0) throw new Error('ended')
      disk.write(key, value)
    },
  }
  const shard = { part: 1, parts: 1 }
  await expect(analyseHere(shard, ended)).rejects.toThrow('ended')
  expect(readdirSync(folder)).toHaveLength(4)
  const { own } = await analyseHere(shard, disk)
  // Two of the four were files that were read, a mailbox and a page.
  expect(await analyseHere(shard, disk)).toMatchObject({ known: own })
}, 180_000)

test('shards meet in a bucket, and a build takes all of them from there', async () => {
  const server: BucketServer = await serveBucket('clippings')
  const place = 's3://clippings/harbour'
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value)
  try {
    expect(await refuseStore(place, ENGINE)).toMatch(/nothing of this version/)
    for (const part of [1, 2, 3]) await analyse(part, place)
    expect(await refuseStore(place, ENGINE)).toBeUndefined()
    const [cache] = await readStore(join(nest, 'builder'), place, ENGINE)
    const { built, written } = await buildWith(cache)
    expect(written).toEqual([])
    expect(textsOf(built)).toEqual(alone)
  } finally {
    vi.unstubAllEnvs()
    server.close()
  }
}, 180_000)

test('a file is in one shard, with all its articles, whatever other files there are', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 99 }), (file, parts) => {
      const shard = shardOf(file, parts)
      expect(shard).toBeGreaterThanOrEqual(1)
      expect(shard).toBeLessThanOrEqual(parts)
      expect(shardOf(`${file}#3`, parts)).toBe(shardOf(`${file}#1`, parts))
    }),
  )
})

test.each<[string, string | undefined, Record<string, string>, unknown]>([
  ['as asked', '3/16', {}, { part: 3, parts: 16 }],
  ['as asked, whatever the engine says', '3/16', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '2' }, { part: 3, parts: 16 }],
  ['all of it', undefined, {}, { part: 1, parts: 1 }],
  ['of Kubernetes', undefined, { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '8' }, { part: 1, parts: 8 }],
  [
    'of Slurm',
    undefined,
    { SLURM_ARRAY_TASK_ID: '9', SLURM_ARRAY_TASK_MIN: '8', SLURM_ARRAY_TASK_COUNT: '4' },
    { part: 2, parts: 4 },
  ],
  ['of AWS Batch', undefined, { AWS_BATCH_JOB_ARRAY_INDEX: '7', AWS_BATCH_JOB_ARRAY_SIZE: '8' }, { part: 8, parts: 8 }],
  ['of GitLab', undefined, { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '8' }, { part: 2, parts: 8 }],
])('a shard is read %s', (_, asked, env, expected) => expect(readShard(asked, env)).toEqual(expected))

test.each<[string, string | undefined, Record<string, string>]>([
  ['0/16', '0/16', {}],
  ['17/16', '17/16', {}],
  ['3', '3', {}],
  ['three/16', 'three/16', {}],
  ['9/8', undefined, { JOB_COMPLETION_INDEX: '8', JOB_COMPLETIONS: '8' }],
])('a shard %s is refused', (shown, asked, env) =>
  expect(readShard(asked, env)).toBe(`Unexpected shard ${shown}, expected a part and the number of parts, as 3/16`),
)

test('a folder that cannot be made or written is reported, with what to do', async () => {
  const file = join(nest, 'file')
  writeFileSync(file, '')
  const options = { root, out: join(root, 'dist'), json: false, strict: false, verify: false }
  const { code, text } = await analyseCommand(options, file, { part: 1, parts: 1 })
  expect(code).toBe(1)
  expect(text).toMatch(/store\/disk.*\n.*ENOTDIR.*\n.*run the command again/)
  expect(await refuseStore(file, ENGINE)).toMatch(/is a file, expected a folder/)
  const full = join(nest, 'full')
  const opened = await openStore(full, ENGINE, nest)
  rmSync(full, { recursive: true })
  writeFileSync(full, '')
  await expect(analyseHere({ part: 1, parts: 1 }, opened)).rejects.toThrow('ENOTDIR')
}, 180_000)

test.each([
  ['is not there', 'none', /no folder .*Fill it first/],
  ['is empty', 'empty', /is empty.*Fill it first/],
  ['is of another version', 'other', /another version.*dossier analyse --store/],
])('a store that %s is refused', async (_, name, reason) => {
  const folder = join(nest, name)
  if (name !== 'none') mkdirSync(join(folder, name === 'other' ? '0'.repeat(16) : ''), { recursive: true })
  expect(await refuseStore(folder, ENGINE)).toMatch(reason)
  expect(existsSync(join(folder, ENGINE.slice(0, 16)))).toBe(false)
})
