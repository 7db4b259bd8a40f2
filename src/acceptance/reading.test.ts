import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { checkPageQuality } from '../check/check-page-quality.ts'
import { openBrowser } from './open-browser.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

const dist = join(inject('dossiers').digests, 'dist')
/** In Chromium this switches off the previews that the browser opens by itself. */
const NO_NATIVE_PREVIEWS = '--disable-blink-features=HTMLInterestForAttribute'

let site: ServedFolder
let browser: Browser
let older: Browser
let page: Page
let source: string

const firstLink = (path: string, selector: string) => page.goto(site.url + path).then(() => page.$eval(selector, (link) => link.getAttribute('href')!))
const isOpen = (on: Page, card: string) => on.$eval(`#${card}`, (element) => element.matches(':popover-open'))
const settle = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

beforeAll(async () => {
  site = await serveFolder(dist)
  browser = await openBrowser()
  older = await openBrowser(NO_NATIVE_PREVIEWS)
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
  await older?.close()
  await site?.close()
})

describe.each([['by the browser', () => browser], ['by the script', () => older]])('previews opened %s', (_, which) => {
  const LINK = '.passage .entity[interestfor]'
  let on: Page
  let card: string

  beforeEach(async () => {
    on = await which().newPage()
    await on.setViewport({ width: 1280, height: 900 })
    await on.goto(site.url + source)
    card = await on.$eval(LINK, (link) => link.getAttribute('interestfor')!)
    return () => on.close()
  })

  test('on hover; the card stays while it is pointed at and closes on Escape', async () => {
    await on.hover(LINK)
    await settle(1200)
    expect(await isOpen(on, card)).toBe(true)
    const box = (await (await on.$(`#${card}`))!.boundingBox())!
    await on.mouse.move(box.x + box.width / 2, box.y + 12, { steps: 8 })
    await settle(900)
    expect(await isOpen(on, card)).toBe(true)
    await on.keyboard.press('Escape')
    expect(await isOpen(on, card)).toBe(false)
  })

  test('on keyboard focus', async () => {
    await on.focus(LINK)
    await settle(1200)
    expect(await isOpen(on, card)).toBe(true)
  })
})

test('a layer is switched off without a script', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(site.url + source)
  const colour = () => page.$eval('.passage .entity[data-type="place"]', (link) => getComputedStyle(link).textDecorationColor)
  expect(await colour()).not.toBe('rgba(0, 0, 0, 0)')
  await page.click('#layer-place')
  expect(await colour()).toBe('rgba(0, 0, 0, 0)')
})

test('without JavaScript the text, the names and the index of the search page are there', async () => {
  await page.setJavaScriptEnabled(false)
  await page.goto(site.url + source)
  expect(await page.$$('.passage')).not.toHaveLength(0)
  await page.goto(`${site.url}/search/`)
  expect(await page.$$('#names .names a')).not.toHaveLength(0)
})

test('keyboard only: from any page to a found passage, its words highlighted', async () => {
  await page.goto(site.url + source)
  const word = await page.$eval('p.passage .entity', (link) => link.textContent)
  await page.keyboard.press('/')
  await page.waitForSelector('#words')
  await page.waitForNetworkIdle()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('words')
  await page.keyboard.type(word)
  await page.waitForSelector('#results ol a')
  expect(new URL(page.url()).searchParams.get('q')).toBe(word)
  const isPassage = () => page.evaluate(() => document.activeElement?.matches('#results ol a'))
  for (let step = 0; step < 20 && !(await isPassage()); step++) await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  expect(await page.$(':target.passage')).not.toBeNull()
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0)
})

test('a filtered search stands in the address and can be opened from it', async () => {
  await page.goto(`${site.url}/search/?q=talks`)
  await page.waitForSelector('#results li')
  const all = (await page.$$('#results > li')).length
  await page.click('#filters input[value="Source"]')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('kind') === 'Source')
  await page.waitForNetworkIdle()
  const some = (await page.$$('#results > li')).length
  expect(some).toBeLessThan(all)
  await page.reload()
  await page.waitForSelector('#results li')
  expect(await page.$$('#results > li')).toHaveLength(some)
  expect(await page.$eval('#filters input[value="Source"]', (box) => (box as HTMLInputElement).checked)).toBe(true)
})

test('dark and print have their own colours and parts', async () => {
  await page.goto(site.url + source)
  const paper = () => page.$eval('body', (body) => getComputedStyle(body).backgroundColor)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
  expect(await paper()).toBe('rgb(22, 24, 27)')
  await page.emulateMediaType('print')
  expect(await paper()).toBe('rgb(255, 255, 255)')
  expect(await page.$eval('.bar', (bar) => getComputedStyle(bar).display)).toBe('none')
})

test('a sample of every kind of page keeps the limits', { timeout: 180_000 }, async () => {
  const { breaches } = await checkPageQuality(dist, true)
  expect(breaches).toEqual([])
})
