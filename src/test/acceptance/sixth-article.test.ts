import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'
import { copyBuilt } from './make-dossier.ts'
import { openBrowser } from './open-browser.ts'
import { runHere } from './run-cli.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

const ARTICLE = `Envoy Tours Three Capitals Before Talks

By Ines Okafor

4 March 2017

The UN envoy for Syria, Staffan de Mistura, met Tomas Reyes, a harbour lawyer from Northport, in Geneva on 2 March 2017.
"We asked for two more weeks and got none," said Tomas Reyes.

Reyes left Geneva on foot. At least 40 boats were lost in the gale, the harbour office said.
`

const SIDECAR = `corrections:
  - kind: date
    at: { exact: 2 March 2017 }
    from: 2017-03-03
    reason: The calendar of the envoy has the third.
  - kind: speaker
    at: { exact: We asked for two more weeks and got none }
    named: Staffan de Mistura
    reason: The recording has his voice.
  - kind: name
    at: { exact: Reyes, suffix: left Geneva }
    entity: Staffan de Mistura
    reason: The paper confused the two.
  - kind: figure
    at: { exact: At least 40 }
    is: none
    reason: It is the title of a film.
  - kind: metadata
    field: publisher
    value: Northport Herald
    reason: The clipping is stamped.
`

const REGISTER = `- kind: event
  reports: [{ article: seeds/articles/005.txt, exact: met Tomas Reyes }]
  is: did-not-happen
  reason: Both say that they never met.
`

const { digests } = dossiers
let root: string
let site: ServedFolder
let browser: Browser
let page: Page
let analysedBefore: Map<string, number>

const analyses = () =>
  new Map(
    readdirSync(join(root, '.dossier/analysis')).map((name) => [
      name,
      statSync(join(root, '.dossier/analysis', name)).mtimeMs,
    ]),
  )

beforeAll(async () => {
  root = copyBuilt(digests)
  analysedBefore = analyses()
  writeFileSync(join(root, 'seeds/articles/005.txt'), ARTICLE)
  writeFileSync(join(root, 'seeds/articles/005.yml'), SIDECAR)
  writeFileSync(join(root, 'seeds/register/corrections.yml'), REGISTER)
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0, stderr: '' })
  site = await serveFolder(join(root, 'dist'))
  browser = await openBrowser()
  page = await browser.newPage()
}, 600_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(root, { recursive: true, force: true })
})

const textOf = (path: string) =>
  page.goto(site.url + path).then(() => page.$eval('main', (main) => main.textContent!.replaceAll(/\s+/g, ' ')))
const links = (path: string) =>
  page
    .goto(site.url + path)
    .then(() =>
      page.$$eval('main a', (all) => all.map((a) => [a.textContent!.trim(), a.getAttribute('href')!] as const)),
    )
const linkTo = async (path: string, words: string) => (await links(path)).find(([text]) => text.includes(words))?.[1]

test('the home page leads to the new source', async () => {
  const address = await linkTo('/', 'Envoy Tours Three Capitals')
  expect(address).toMatch(/^\/sources\/envoy-tours-three-capitals-before-talks-[0-9a-z]{8}\/$/)
  expect(await textOf(address!)).toContain('a harbour lawyer from Northport')
})

test('the person it names for the first time has a page with the sentence and a link to the passage', async () => {
  const address = await linkTo('/people/', 'Tomas Reyes')
  expect(await textOf(address!)).toContain('met Tomas Reyes, a harbour lawyer')
  const passage = (await links(address!)).find(
    ([, href]) => href.includes('/sources/envoy-tours') && href.includes('#p-'),
  )
  await page.goto(site.url + passage![1])
  expect(await page.$eval(':target', (element) => element.textContent)).toContain('Tomas Reyes')
})

test('the person whom other sources name too has the new sentence beside theirs', async () => {
  const address = await linkTo('/people/', 'Staffan de Mistura')
  const text = await textOf(address!)
  expect(text).toContain('met Tomas Reyes')
  expect(text).toContain('sent out invitations')
})

test('the timeline holds the dated sentence', async () => {
  expect(await textOf('/timeline/')).toContain('met Tomas Reyes')
})

test('the quotation is listed under its speaker', async () => {
  expect(await textOf('/quotations/')).toContain('We asked for two more weeks and got none')
})

test('a correction is on every page, with the reason, and in search', async () => {
  const source = await linkTo('/', 'Envoy Tours Three Capitals')
  const text = await textOf(source!)
  const reasons = Array.from(SIDECAR.matchAll(/reason: (.*)/g), ([, reason]) => reason!)
  for (const words of [...reasons, 'Northport Herald']) expect(text).toContain(words)
  expect(text).toContain('Both say that they never met.')

  const event = (await links('/timeline/')).find(([words]) => words.includes('met Tomas Reyes'))
  expect(await textOf(event![1])).toMatch(
    /3 March 2017.*An editor: it did not happen that way. Both say that they never met./,
  )
  expect(await textOf('/timeline/')).toContain('an editor disputes this')

  const speaker = (await linkTo('/people/', 'Staffan de Mistura'))!
  expect(await textOf(speaker)).toContain('We asked for two more weeks')
  const quotations = (await links(speaker)).filter(([, href]) => href.includes('/quotations/'))
  const texts: string[] = []
  for (const [, href] of quotations) texts.push(await textOf(href))
  expect(texts.find((one) => one.includes('We asked for two more weeks'))).toContain(
    /kind: speaker[^]*?reason: (.*)/.exec(SIDECAR)![1],
  )
  await page.goto(`${site.url}/search/?q=two+more+weeks+Northport+Herald`)
  await page.waitForSelector('main a[href*="/sources/envoy-tours"]')
})

test('an annotation that an editor removed is in no file and not in search', async () => {
  const file = (name: string) => readFileSync(join(root, 'dist/data', name), 'utf8')
  const search = async (words: string) => {
    await page.goto(`${site.url}/search/?q=${encodeURIComponent(words)}`)
    await page.waitForSelector('#results.settled')
    return page.$eval('#results', (results) => results.textContent!)
  }
  const person = (await linkTo('/people/', 'Tomas Reyes'))!
  const envoy = (await linkTo('/people/', 'Staffan de Mistura'))!
  expect(await textOf('/figures/')).not.toContain('boats')
  expect(file('figures.csv')).not.toContain('boats')

  expect(await textOf(person)).not.toMatch(/What they say|left Geneva/)
  expect(await textOf(envoy)).toMatch(/two more weeks[^]*left Geneva|left Geneva[^]*two more weeks/)
  const mentions = file('mentions.csv')
    .split('\n')
    .filter((line) => line.includes('"Reyes"'))
  expect(mentions).toHaveLength(1)
  expect(mentions[0]).toMatch(new RegExp(`^"${/(\w+)\/$/.exec(envoy)![1]}"`))
  expect(file('quotations.csv')).not.toContain('Tomas Reyes')

  expect(await search('Staffan de Mistura')).toContain('left Geneva on foot')
  expect(await search('Tomas Reyes')).not.toContain('left Geneva on foot')
})

test('search finds the passage and lands on it', async () => {
  await page.goto(`${site.url}/search/?q=harbour+lawyer`)
  const selector = 'main a[href*="/sources/envoy-tours"][href*="#p-"]'
  await page.waitForSelector(selector)
  await Promise.all([page.waitForNavigation(), page.click(selector)])
  expect(await page.$eval(':target', (element) => element.textContent)).toContain('harbour lawyer')
})

test('the five unchanged articles were not analysed again', () => {
  const after = analyses()
  expect(after.size).toBe(6)
  expect(analysedBefore.size).toBe(5)
  for (const [name, time] of analysedBefore) expect(after.get(name)).toBe(time)
})

test('the addresses of the first five articles are unchanged', () => {
  const lines = (folder: string) =>
    readFileSync(join(folder, 'content/permalinks.json'), 'utf8')
      .split('\n')
      .flatMap((line) => /^\{.*"address":"(\/sources\/[^"#]+)"/.exec(line)?.[1] ?? [])
  const before = lines(digests)
  expect(before).toHaveLength(5)
  expect(lines(root)).toEqual(expect.arrayContaining(before))
})
