import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sealEntry } from '../../cache/result-cache.ts'
import { identifyFile } from '../../text/hash.ts'
import { hashFolder } from '../trust/hash-folder.ts'
import { dossiers } from './dossiers.ts'
import { makeDossier } from './make-dossier.ts'
import { runHere } from './run-cli.ts'

/* Pages that several tasks render into a store, and the build that publishes them. */

const root = makeDossier()
const store = mkdtempSync(join(tmpdir(), 'dossier-store-'))
afterAll(() => [root, store].forEach((path) => rmSync(path, { recursive: true, force: true })))

const run = (command: string, ...args: string[]) => runHere(command, '--root', root, '--store', store, ...args)
const read = (folder: string) => ['dist', 'content'].map((name) => hashFolder(join(folder, name)))
const listEntries = (name: RegExp) =>
  readdirSync(store, { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => join(store, path))

/** The word that stands for another one in a page whose entry somebody sealed anew. */
const SWAPPED = 'xkcd'

test('a site rendered in parts equals that of one process; missing and damaged parts are rendered by the build', {
  timeout: 600_000,
}, async () => {
  expect(await run('render', '--shard', '1/2')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('store/not-composed'),
  })
  expect((await run('compose')).code).toBe(0)
  expect(existsSync(join(root, 'dist'))).toBe(false)
  expect((await run('render', '--shard', '1/2')).stdout).toMatch(/Shard 1 of 2: (\d+) of \d+ parts .* 0 of them/)
  const parts = listEntries(/pages-\w+-\d+$/)
  expect(parts.length).toBeGreaterThan(1)
  rmSync(parts[0]!)
  expect((await run('render', '--shard', '1/2')).stdout).toContain(`${parts.length - 1} of them rendered before`)
  appendFileSync(parts[1]!, ' ')
  const { code, stdout } = await run('build')
  expect(code).toBe(0)
  expect(stdout.match(/store\/damaged/g)).toHaveLength(1)
  expect(read(root)).toEqual(read(dossiers.digests))
  expect(listEntries(/pages-|content-/)).toEqual([])
})

test('a damaged composed dossier is composed again', { timeout: 600_000 }, async () => {
  rmSync(join(root, 'dist'), { recursive: true })
  expect((await run('compose')).code).toBe(0)
  appendFileSync(listEntries(/content-0$/)[0]!, ' ')
  const { code, stdout } = await run('build')
  expect(code).toBe(0)
  expect(stdout.match(/store\/damaged/g)).toHaveLength(1)
  expect(read(root)).toEqual(read(dossiers.digests))
  listEntries(/content-\d+$|composed$/).forEach((path) => rmSync(path))
})

test('pages come from the store; once a seed changes they do not, and its tasks stop', {
  timeout: 600_000,
}, async () => {
  rmSync(join(root, 'dist'), { recursive: true })
  expect((await run('compose')).code).toBe(0)
  expect((await run('render', '--shard', '1/1')).code).toBe(0)
  const [part] = listEntries(/pages-\w+-0$/)
  const held = JSON.parse(readFileSync(part!, 'utf8').slice(64)) as { pages: Record<string, { text: string }> }
  const page = Object.keys(held.pages).find((name) => name.endsWith('.html'))!
  held.pages[page]!.text = held.pages[page]!.text.replace('</title>', `${SWAPPED}</title>`)
  writeFileSync(part!, sealEntry(held))
  const seed = join(root, 'seeds/dossier.yml')
  const text = readFileSync(seed, 'utf8')
  writeFileSync(seed, `${text}\n# another\n`)
  expect((await run('render')).stderr).toContain('store/not-composed')
  writeFileSync(seed, text)
  expect((await run('build')).code).toBe(0)
  expect(readFileSync(join(root, 'dist', page), 'utf8')).toContain(SWAPPED)
})

test('the next build takes what has not changed from the site that was rendered in parts', {
  timeout: 600_000,
}, async () => {
  const identify = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:html|mdx)$/.test(path))
      .map((path) => identifyFile(join(root, folder, path)))
  const before = [...identify('dist'), ...identify('content')]
  const seed = join(root, 'seeds/dossier.yml')
  appendFileSync(seed, '\n# The bytes change, and no page.\n')
  expect((await run('build')).code).toBe(0)
  const after = new Set([...identify('content'), ...identify('dist')])
  expect(before.filter((file) => after.has(file)).length).toBeGreaterThan(0.9 * before.length)
})
