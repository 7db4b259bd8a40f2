import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkInBrowser } from '../check/check-in-browser.ts'
import { checkPageQuality } from '../check/check-page-quality.ts'
import { readLimits } from '../check/limits.ts'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

const dist = join(dossiers.digests, 'dist')
let site: ServedFolder
let browser: Browser
let page: Page
let source: string

const firstLink = (path: string, selector: string) =>
  page.goto(site.url + path).then(() => page.$eval(selector, (link) => link.getAttribute('href')!))
const isOpen = (on: Page, card: string) => on.$eval(`#${card}`, (element) => element.matches(':popover-open'))
const settle = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

beforeAll(async () => {
  site = await serveFolder(dist)
  browser = await openBrowser()
  page = await browser.newPage()
  source = await firstLink('/sources/', '.sources .title')
})

beforeEach(async () => {
  await page.close()
  page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 900 })
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('previews', () => {
  const LINK = '.passage .entity[data-card]'
  let card: string

  beforeEach(async () => {
    await page.goto(site.url + source)
    card = await page.$eval(LINK, (link) => link.getAttribute('data-card')!)
  })

  test('on hover; the card stays while it is pointed at and closes on Escape', async () => {
    await page.hover(LINK)
    await settle(1200)
    expect(await isOpen(page, card)).toBe(true)
    const box = (await (await page.$(`#${card}`))!.boundingBox())!
    await page.mouse.move(box.x + box.width / 2, box.y + 12, { steps: 8 })
    await settle(900)
    expect(await isOpen(page, card)).toBe(true)
    await page.keyboard.press('Escape')
    expect(await isOpen(page, card)).toBe(false)
  })

  test('on keyboard focus', async () => {
    await page.focus(LINK)
    await settle(1200)
    expect(await isOpen(page, card)).toBe(true)
  })
})

test('a layer is switched off without a script', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(site.url + source)
  const line = () =>
    page.$eval('.passage .entity[data-type="place"]', (link) => getComputedStyle(link).textDecorationLine)
  expect(await line()).toBe('underline')
  await page.click('#layer-place')
  expect(await line()).toBe('none')
})

test('without JavaScript the first page leads to the text, the names and the search page has its index', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(site.url)
  expect(await page.$eval('h1', (title) => title.textContent)).toContain('Astana')
  await Promise.all([page.waitForNavigation(), page.click('.sources .title[href^="/sources/"]')])
  expect(await page.$$('.passage .entity')).not.toHaveLength(0)
  await page.goto(`${site.url}/search/`)
  expect(await page.$$('#names .names a')).not.toHaveLength(0)
})

test('without JavaScript a source, each passage of it and an entity are cited in every style and format', async () => {
  await page.setJavaScriptEnabled(false)
  for (const path of [source, await firstLink('/people/', '.entities a')]) {
    await page.goto(site.url + path)
    expect(await page.$eval('#cite > .copyable', (cited) => cited.checkVisibility()), path).toBe(true)
    for (const summary of await page.$$('#cite > details > summary')) await summary.click()
    const shown = await page.$$eval('#cite .copyable', (cited) => cited.filter((one) => one.checkVisibility()).length)
    expect(shown, path).toBe(11 + (await page.$$('.passage[id]')).length)
  }
})

const allowClipboard = () =>
  browser
    .defaultBrowserContext()
    .setPermission(
      site.url,
      { permission: { name: 'clipboard-write' }, state: 'granted' },
      { permission: { name: 'clipboard-read' }, state: 'granted' },
    )
const readClipboard = () => page.evaluate(() => navigator.clipboard.readText())

test.each([
  ['a passage', () => source, '.passage > .cite-link', /^[^“].*\(\d{4}.*#p-\S+ \[Para\. \d+\]/],
  ['a quotation in a list', () => '/quotations/', '.saying .cite-link', /^“[^“”]+” .*\(\d{4}.*#p-\S+ \[Para\. \d+\]/],
  ['a figure in a table', () => '/figures/', '.statements .cite-link', /^[^“].*\(\d{4}.*#p-\S+ \[Para\. \d+\]/],
])('%s is cited with one click', async (_, path, link, expected) => {
  await allowClipboard()
  await page.goto(site.url + path())
  await page.bringToFront()
  await page.$eval(link, (cite) => (cite as HTMLElement).click())
  await page.waitForSelector('.cite-link[role="status"]')
  expect(await readClipboard()).toMatch(expected)
})

test('a citation copied in one style links to all others, and they cite the same passage', async () => {
  await allowClipboard()
  await page.goto(site.url + source)
  await page.bringToFront()
  const fragment = await page.$eval('p.passage', ({ id }) => `#${id}`)
  await page.$eval('p.passage > .cite-link', (cite) => (cite as HTMLElement).click())
  const others = await page.waitForSelector('.cite-link[role="status"]')
  await others!.evaluate((link) => (link as HTMLElement).click())
  const shown = await page.$$eval('#cite > details:not([data-placed], [data-original]) .copyable', (all) =>
    all.map((one) => one.checkVisibility() && one.textContent),
  )
  expect(shown.length).toBeGreaterThan(5)
  for (const citation of shown) expect(citation).toBeTruthy()
  expect(await page.$eval('#cite dd', (link) => link.textContent)).toContain(fragment)
  expect(await page.$eval('#cite', (box) => box.textContent)).toMatch(/now cites ¶ \d+/)
})

test('a list is filtered, sorted and taken away as shown', async () => {
  await page.goto(`${site.url}/sources/`)
  const shown = () =>
    page.$$eval('.sources .title', (titles) =>
      titles.filter((one) => one.checkVisibility()).map((one) => one.textContent),
    )
  const all = await shown()
  await page.select('.list-tools select', 'name')
  expect((await shown()).toSorted()).toEqual(all.toSorted())
  await page.type('.list-tools input', 'forty GROUPS')
  expect(await shown()).toEqual(all.filter((title) => /forty groups/i.test(title!)))
  expect(await page.$eval('.list-tools output', (said) => said.value)).toBe(`1 of ${all.length} shown`)
  const table = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        URL.createObjectURL = (file) => {
          void (file as Blob).text().then(resolve)
          return '#'
        }
        document.querySelector<HTMLElement>('.list-tools button')!.click()
      }),
  )
  expect(table.split('\r\n')).toHaveLength(3)
  expect(table).toMatch(/^\ufeff?"words","details","date","sources","address"\r\n"Forty groups/)
})

test.each([
  ['quotations', 'speaker', '.saying', '.saying .by'],
  ['quotations', 'date', '.saying', '.saying time'],
  ['names', 'name', '.names > li', '.names a'],
  ['timeline', 'name', '.dated-events > li', '.dated-events .what'],
  ['figures', 'name', '.statements > tbody', '.statements .named a'],
])('the parts of the list of %s are one list by %s, and stand apart again', async (list, key, items, by) => {
  await page.goto(`${site.url}/${list}/`)
  const shown = () => page.$$eval(items, (all) => all.map((one) => one.textContent))
  const headings = () =>
    page.$$eval('main section h2', (all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent))
  const [listed, parts] = [await shown(), await headings()]
  await page.select('.list-tools select', key)
  const keys = await page.$$eval(by, (all) =>
    all.map((one) => (one as HTMLTimeElement).dateTime ?? one.textContent.normalize('NFD').toLowerCase()),
  )
  const folded = keys.map((one) => one.replace(/\p{M}|^\P{L}+(?=\p{L})/gu, ''))
  expect(folded).toEqual(folded.toSorted())
  expect(await headings()).toEqual([])
  expect((await shown()).toSorted()).toEqual(listed.toSorted())
  await page.select('.list-tools select', '')
  expect([await shown(), await headings()]).toEqual([listed, parts])
})

test('without JavaScript a list has its other orders at their own addresses', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(`${site.url}/sources/`)
  await Promise.all([page.waitForNavigation(), page.click('.list-tools a[href$="/by/title/"]')])
  const titles = await page.$$eval('.sources .title', (all) => all.map((one) => one.textContent!.toLowerCase()))
  expect(titles).toEqual(titles.toSorted())
  expect(titles.length).toBeGreaterThan(4)
})

test('without JavaScript the link to cite a quotation leads to its citation', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(`${site.url}/quotations/`)
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('.saying .cite-link', (link) => (link as HTMLElement).click()),
  ])
  expect(await page.$eval(':target', (cited) => cited.checkVisibility() && cited.textContent)).toMatch(
    /\(\d{4}.*#p-\S+ \[Para\. \d+\]/,
  )
})

test('from any page "/" goes to the search box', async () => {
  await page.goto(site.url + source)
  await page.keyboard.press('/')
  await page.keyboard.type('Astana')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await page.waitForSelector('#results ol a')
  expect(page.url()).toBe(`${site.url}/search/?q=Astana`)
})

test('keyboard only: from the first page to a found passage, its words highlighted, and to its citation copied', async () => {
  await allowClipboard()
  await page.goto(site.url)
  await page.keyboard.press('/')
  await page.keyboard.type('Astana')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  await page.waitForSelector('#results ol a')
  expect(new URL(page.url()).searchParams.get('q')).toBe('Astana')
  await page.keyboard.press('/')
  const isPassage = () => page.evaluate(() => document.activeElement?.matches('#results ol a'))
  for (let step = 0; step < 20 && !(await isPassage()); step++) await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  expect(await page.$(':target.passage')).not.toBeNull()
  await page.waitForFunction(() => CSS.highlights.has('found'))
  expect(await page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String))).toContain('Astana')
  const isCopy = () => page.evaluate(() => document.activeElement?.matches('#cite > .copyable > .copy'))
  for (let step = 0; step < 400 && !(await isCopy()); step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent === 'Copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('The Astana talks, 2016-2018')
})

test('the address holds a filtered search, which opens from it', async () => {
  const kinds = () => page.$$eval('#results .meta', (all) => all.map((meta) => meta.firstElementChild!.textContent))
  await page.goto(`${site.url}/search/?q=Astana`)
  await page.waitForSelector('#results li')
  expect(await kinds()).toContain('Place')
  await page.click('#filters input[value="Source"]')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('kind') === 'Source')
  await page.waitForFunction(() => {
    const results = document.querySelector('#results')!
    return results.children.length > 0 && !results.textContent!.includes('Place')
  })
  const left = await kinds()
  expect(left).not.toEqual([])
  await page.reload()
  await page.waitForSelector('#results li')
  expect(await kinds()).toEqual(left)
  expect(await page.$eval('#filters input[value="Source"]', (box) => (box as HTMLInputElement).checked)).toBe(true)
})

test('the first page opened from disk says why it has no styles, and which file to open instead', async () => {
  const isSeen = () => page.$eval('.from-disk', (note) => note.checkVisibility())
  await page.goto(pathToFileURL(join(dist, 'index.html')).href)
  expect(await isSeen()).toBe(true)
  expect(await page.$eval('.from-disk', (note) => note.textContent)).toMatch(
    /opened from disk.*dossier preview.*dossier pack/,
  )
  await page.goto(site.url)
  expect(await isSeen()).toBe(false)
})

test('words written from right to left run so, with their number on the other side', async () => {
  await page.goto(site.url + source)
  const [text, before] = await page.$eval('p.passage', (passage) => [
    getComputedStyle(passage).direction,
    passage.querySelector('.number')!.getBoundingClientRect().left,
  ])
  const [direction, after] = await page.$eval('p.passage', (passage) => {
    passage.firstChild!.before('بدأت المحادثات في الميناء ')
    /* As `directionOf` gives it to such words. */
    ;(passage as HTMLElement).dir = 'auto'
    return [getComputedStyle(passage).direction, passage.querySelector('.number')!.getBoundingClientRect().left]
  })
  expect([text, direction]).toEqual(['ltr', 'rtl'])
  expect(after).not.toBe(before)
})

test('pictures in the dark and on paper are other pictures, and paper keeps the margin notes', async () => {
  await page.goto(site.url + source)
  const brightness = async () =>
    (
      await sharp(await page.screenshot())
        .greyscale()
        .stats()
    ).channels[0]!.mean
  const light = await brightness()
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  expect(light - (await brightness())).toBeGreaterThan(120)
  await page.emulateMediaType('print')
  expect(await brightness()).toBeGreaterThan(light)
  expect(
    await page.$$eval('.notes', (notes) => notes.map((note) => note.getBoundingClientRect().height > 0)),
  ).not.toContain(false)
  expect(await page.$$('.notes')).not.toHaveLength(0)
})

test('fonts that come late move nothing', async () => {
  await page.setRequestInterception(true)
  page.on('request', (request) =>
    request.resourceType() === 'font' ? settle(700).then(() => request.continue()) : request.continue(),
  )
  await page.evaluateOnNewDocument(() => {
    Object.assign(globalThis, { moved: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (globalThis as unknown as { moved: number }).moved += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(site.url + source, { waitUntil: 'networkidle0' })
  await settle(200)
  expect(await page.evaluate(() => (globalThis as unknown as { moved: number }).moved)).toBe(0)
})

test.each([
  [1280, 900],
  [360, 740],
])(
  'on a screen of %i by %i at most three margin notes are seen at once, and none covers another',
  async (width, height) => {
    await page.setViewport({ width, height })
    await page.goto(`${site.url}/sources/`)
    const sources = await page.$$eval('.sources .title', (links) => links.map((link) => link.getAttribute('href')!))
    for (const path of sources) {
      await page.goto(site.url + path)
      const notes = await page.$$eval('.note', (all) =>
        all.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      )
      const seen = notes.map(({ top }) => notes.filter((other) => other.top >= top && other.top < top + height).length)
      expect(Math.max(0, ...seen), path).toBeLessThanOrEqual(3)
      expect(
        notes.filter(({ top }, index) => index > 0 && top < notes[index - 1]!.bottom),
        path,
      ).toEqual([])
    }
  },
)

test('dark and print have their own colours and parts', async () => {
  await page.goto(site.url + source)
  const paper = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  expect(await paper()).toBe('rgb(22, 24, 27)')
  await page.emulateMediaType('print')
  expect(await paper()).toBe('rgb(255, 255, 255)')
  expect(await page.$eval('.bar', (bar) => getComputedStyle(bar).display)).toBe('none')
})

test('colours are checked in elements that only a narrow screen shows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-narrow-'))
  const style = '.late { display: none } @media (width < 600px) { .late { display: block; color: #ddd } }'
  const body = '<main><h1>Harbour</h1><p>Open.</p><p class="late">Closed.</p></main>'
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><title>Harbour</title><style>${style}</style>${body}</html>`,
  )
  const served = await serveFolder(folder)
  const breaches = await checkInBrowser(browser, served.url, ['/'], readLimits())
  await served.close()
  rmSync(folder, { recursive: true })
  expect(breaches.map(({ rule, reason }) => [rule, reason.split(':').slice(0, 2).join(':')])).toEqual([
    ['page/accessible', 'narrow: color-contrast'],
  ])
})

test('a sample of every kind of page keeps the limits', { timeout: 180_000 }, async () => {
  const { breaches } = await checkPageQuality(dist, true, browser)
  expect(breaches).toEqual([])
})
