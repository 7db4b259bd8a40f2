import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

/* A list of names that a reader pastes into the search page. */

let site: ServedFolder
let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  site = await serveFolder(join(dossiers.search, 'dist'))
  browser = await openBrowser()
  page = await browser.newPage()
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
  await page.goto(`${site.url}/search/`)
  await page.waitForSelector('#results.settled')
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Pastes a list and returns the summary and the rows: name, place, other spellings, possible names. */
async function lookUp(list: string): Promise<{ told: string; rows: Map<string, string[]> }> {
  await page.$eval('#name-list textarea', (box, text) => (box.value = text), list)
  await page.$eval('#name-list output', (output) => (output.value = ''))
  await page.click('#name-list button')
  await page.waitForFunction(() => /\.$/.test(document.querySelector<HTMLOutputElement>('#name-list output')!.value))
  const told = await page.$eval('#name-list output', (output) => output.value)
  const rows = await page.$$eval('#name-list tbody tr', (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  )
  return { told, rows: new Map(rows.map(([name, ...cells]) => [name!, cells])) }
}

const NOBODY = Array.from({ length: 25 }, (_, index) => `Nobody Number${index}`)

test('a list of thirty names, one a line', async () => {
  const list = ['Ines Okafor', 'MUHAMMAD HADOUN', 'Bellis', 'Ines Okaffor', 'Zelmir Ostrova', ...NOBODY]
  const { told, rows } = await lookUp(list.join('\n'))
  expect(told).toMatch(/^3 of 30 occur in \d+ passages in \d+ sources[^.]*\.$/)
  expect([...rows.keys()]).toEqual(list)
  expect(rows.get('Ines Okafor')![0]).toMatch(/^Ines Okafor \d+ source/)
  expect(rows.get('MUHAMMAD HADOUN')![0]).toMatch(/^Mohamad Haddoun \d+ source/)
  expect(rows.get('Bellis')!.join(' ')).toMatch(/Anton Bellis.*Clara Bellis/)
  expect(rows.get('Ines Okaffor')).toEqual(['does not occur', '', 'Ines Okafor'])
  expect(rows.get('Zelmir Ostrova')![0]).toBe('does not occur')
  for (const name of NOBODY) expect(rows.get(name)).toEqual(['does not occur', '', ''])
})

test('a table with a column of names, in other languages’ order and with marks that mean something elsewhere', async () => {
  const { rows } = await lookUp('id;Name;note\n1;"Okafor, Ines";"chair; board"\n2;<img src=x onerror=alert(1)>;\n')
  expect([...rows.keys()]).toEqual(['Ines Okafor', '<img src=x onerror=alert(1)>'])
  expect(await page.$('#name-list img')).toBeNull()
})

test('an empty list is reported', async () => {
  expect(await lookUp('\n \n')).toEqual({ told: 'There is no name in the list.', rows: new Map() })
})

test('the result is saved as CSV, with the sources that were searched', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-names-'))
  await lookUp('Ines Okafor\n=1+1')
  const session = await page.createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder })
  await page.$$eval('#name-list button', (buttons) => buttons[1]!.click())
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['names.csv']), { timeout: 10_000 })
  const rows: string[][] = parse(readFileSync(join(folder, 'names.csv'), 'utf8'), { bom: true })
  expect(rows.map(([name, occurs]) => [name, occurs])).toEqual([
    ['name', 'occurs'],
    ['Ines Okafor', 'yes'],
    ["'=1+1", 'no'],
  ])
  expect(rows[1]![5]).toMatch(new RegExp(`^${site.url}/`))
  expect(rows[1]![6]).toMatch(/\d+ sources/)
  rmSync(folder, { recursive: true })
})

test('on a phone the table scrolls by itself', async () => {
  await page.setViewport({ width: 360, height: 700 })
  await lookUp('Ines Okafor\nMuhammad Hadoun')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
})

test('nothing of the list left the browser', () => {
  const own = new RegExp(`^GET (?:${site.url}/|data:|blob:)`)
  expect(asked.filter((request) => !own.test(request))).toEqual([])
  expect(asked.filter((request) => /nobody|okaf/i.test(decodeURIComponent(request)))).toEqual([])
})
