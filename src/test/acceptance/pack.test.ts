import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comparePacks, verifyPack } from '../../pack/verify-pack.ts'
import { writePack } from '../../pack/write-pack.ts'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'

const { digests } = dossiers
let folder: string
let sha256: string
const at = (name: string) => join(folder, name)
const packInto = (file: string, root = digests) =>
  writePack({ root, site: join(root, 'dist'), file: at(file), timestamp: true })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-pack-'))
  const { value, problems } = await packInto('one.zip')
  expect(problems).toEqual([])
  sha256 = value!.sha256
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the same dossier gives the same bytes, and every file is as its manifest says', async () => {
  await packInto('two.zip')
  expect(readFileSync(at('two.zip')).equals(readFileSync(at('one.zip')))).toBe(true)
  const { files, ...faults } = verifyPack(at('one.zip'))
  expect(faults).toMatchObject({ changed: [], missing: [], unexpected: [] })
  expect(files).toBeGreaterThan(100)
  expect(comparePacks(at('one.zip'), at('two.zip'))).toEqual({ added: [], removed: [], changed: [] })
}, 120_000)

test('a file that was changed, taken out or put in is named', () => {
  const members = unzipSync(readFileSync(at('one.zip')))
  const { 'open.html': _, ...rest } = members
  const other = Buffer.from('other')
  const forged = zipSync({ ...rest, 'data/site/index.html': other, 'data/site/new.html': other }, { level: 0 })
  writeFileSync(at('forged.zip'), forged)
  expect(verifyPack(at('forged.zip'))).toMatchObject({
    changed: ['data/site/index.html'],
    missing: ['open.html'],
    unexpected: ['data/site/new.html'],
  })
  expect(comparePacks(at('one.zip'), at('forged.zip'))).toEqual({
    added: ['data/site/new.html'],
    removed: [],
    changed: ['data/site/index.html'],
  })
})

test('a file that is not a pack is refused', () => {
  writeFileSync(at('none.zip'), zipSync({ 'a.txt': Buffer.from('a') }))
  expect(() => verifyPack(at('none.zip'))).toThrow('holds no manifest-sha256.txt')
})

test('an article that changed since the build is named, and nothing is written', async () => {
  const root = at('changed')
  for (const part of ['seeds', 'content', 'dist']) cpSync(join(digests, part), join(root, part), { recursive: true })
  writeFileSync(join(root, 'seeds/articles/000.txt'), 'Another text.\n')
  const { value, problems } = await packInto('changed.zip', root)
  expect(value).toBeUndefined()
  expect(problems).toMatchObject([{ file: 'seeds/articles/000.txt', rule: 'pack/changed' }])
  expect(() => readFileSync(at('changed.zip'))).toThrow('ENOENT')
})

test('the timestamp request holds the hash of the pack', () => {
  const request = readFileSync(at('one.zip.tsq'))
  expect(request.length).toBe(59)
  expect(request.subarray(24, 56).toString('hex')).toBe(sha256)
})

test('opened from disk, the pack can be searched, and sends no request', async () => {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(at('one.zip'))))) {
    mkdirSync(dirname(join(at('open'), path)), { recursive: true })
    writeFileSync(join(at('open'), path), bytes)
  }
  const browser = await openBrowser()
  const page = await browser.newPage()
  const strayed: string[] = []
  page.on('request', (request) => /^(?:file|blob|data):/.test(request.url()) || strayed.push(request.url()))
  page.on('requestfailed', (request) => strayed.push(`failed: ${request.url()}`))
  page.on('pageerror', (error) => strayed.push(String(error)))
  await page.goto(pathToFileURL(at('open/open.html')).href)
  await page.waitForFunction(() => location.pathname.endsWith('data/site/index.html'))
  await page.goto(`${pathToFileURL(at('open/data/site/search/index.html')).href}?q=ceasefire`)
  const link = await page.waitForSelector('main a[href*="index.html"][href*="#p-"]')
  await Promise.all([page.waitForNavigation(), link!.evaluate((one) => (one as HTMLAnchorElement).click())])
  expect(page.url()).toMatch(/\/data\/site\/sources\/[^/]+\/index\.html.*#p-/)
  expect(await page.$eval('main h1', (heading) => heading.textContent?.trim())).not.toBe('')
  expect(await page.$eval(new URL(page.url()).hash, (passage) => passage.textContent)).toMatch(/cease-?fire/i)
  expect(strayed).toEqual([])
  await browser.close()
}, 120_000)
