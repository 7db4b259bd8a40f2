import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { serveBucket } from '../cache/bucket-server.fixture.ts'
import { openCache } from '../cache/result-cache.ts'
import { dossierSettings } from '../model/dossier.ts'
import type { ComposedDossier } from './composition.ts'
import { hashComposition, storeComposition, takeComposition } from './composition.ts'
import { openStore } from '../pipeline/store.ts'
import { writeFiles } from './write-files.ts'

const nest = mkdtempSync(join(tmpdir(), 'dossier-composition-'))
afterAll(() => rmSync(nest, { recursive: true }))

const LARGE = 'Über den Hafen. '.repeat(600_000)
const FILES = [
  { path: 'content/sources/a.mdx', text: 'Ada Vale' },
  { path: 'content/empty.json', text: '' },
  { path: 'content/timeline.json', text: LARGE },
  { path: 'trees/sources/a.json', text: '{}' },
  { path: 'files/data/all.json.gz', text: Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 256) },
]
const COMPOSITION: ComposedDossier = {
  settings: dossierSettings.parse({ title: 'Harbour', description: 'Invented.' }),
  published: { title: 'Harbour', hasSite: false, sources: 1, names: 1, quotations: 0, datedEvents: 0 },
  files: ['data/all.json.gz'],
  problems: [],
}

/** Puts the files into a store, and gives the store and an empty folder to take them into. */
async function fill(name: string) {
  const [area, target, folder] = ['area', 'target', 'store'].map((part) => join(nest, name, part)) as [
    string,
    string,
    string,
  ]
  writeFiles(area, [...FILES, { path: 'mdx.json', text: 'of this machine' }])
  mkdirSync(target)
  await storeComposition(area, COMPOSITION, openCache(folder))
  return { target, folder }
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted()

test('files come back byte by byte, cut or whole, text or not', async () => {
  const { target, folder } = await fill('whole')
  expect(await takeComposition(openCache(folder), target)).toEqual(COMPOSITION)
  expect(filesIn(target)).toEqual(FILES.map(({ path }) => path).toSorted())
  for (const { path, text } of FILES) expect(readFileSync(join(target, path)).equals(Buffer.from(text))).toBe(true)
})

test('a bucket carries it to another machine', async () => {
  const { target } = await fill('bucket')
  const server = await serveBucket('clippings')
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value)
  try {
    const open = (machine: string) => openStore('s3://clippings/harbour', 'f'.repeat(64), join(nest, machine))
    await storeComposition(join(nest, 'bucket/area'), COMPOSITION, await open('one'))
    expect(await takeComposition(await open('other'), target)).toEqual(COMPOSITION)
    expect(filesIn(target)).toEqual(FILES.map(({ path }) => path).toSorted())
  } finally {
    vi.unstubAllEnvs()
    server.close()
  }
})

test('only the folders that are asked for are written', async () => {
  const { target, folder } = await fill('some')
  await takeComposition(openCache(folder), target, ['trees'])
  expect(filesIn(target)).toEqual(['trees/sources/a.json'])
})

test.each([
  ['composed', 'is not there'],
  ['content-1', 'is damaged'],
])('without its entry %s a composition counts as none, and leaves no file', async (entry, how) => {
  const { target, folder } = await fill(entry)
  if (how === 'is damaged') writeFileSync(join(folder, entry), 'half an ent')
  else rmSync(join(folder, entry))
  expect(await takeComposition(openCache(folder), target)).toBeUndefined()
  expect(filesIn(target)).toEqual([])
})

test.each([
  ['content/../../outside.mdx', ['data/all.json.gz']],
  ['content/sources/a.mdx', ['../../outside.json']],
])('a composition that would write %s and move %j counts as none', async (path, files) => {
  const { target, folder } = await fill(`path ${files[0]!.length}`)
  const store = openCache(folder)
  store.write('content-0', [{ path, text: 'Ada Vale', encoding: 'utf8' }])
  store.write('composed', { ...COMPOSITION, files, pieces: ['content-0'] })
  expect(await takeComposition(store, target)).toBeUndefined()
  expect(filesIn(join(target, '..')).filter((file) => file.includes('outside'))).toEqual([])
})

test.each<[file: string, isOther: boolean]>([
  ['seeds/articles/a.txt', true],
  ['seeds/dossier.yml', true],
  ['content/permalinks.json', true],
  ['content/versions/a/v1.json', true],
  ['content/timeline.json', false],
  ['dist/index.html', false],
])('a change of %s gives another composition: %s', (file, isOther) => {
  const root = mkdtempSync(join(nest, 'root-'))
  writeFiles(root, [{ path: 'seeds/articles/a.txt', text: 'a' }])
  const before = hashComposition(root)
  writeFiles(root, [{ path: file, text: 'b' }])
  expect(hashComposition(root) !== before).toBe(isOther)
})
