import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'
import { openBrowser } from './open-browser.ts'
import type { ServedFolder } from './serve-folder.ts'
import { serveFolder } from './serve-folder.ts'

let site: ServedFolder
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  site = await serveFolder(join(dossiers.digests, 'dist'))
  browser = await openBrowser()
})

beforeEach(async () => {
  page = await browser.newPage()
  faults = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('dialog', (dialog) => (faults.push(dialog.message()), dialog.dismiss()))
  page.on('pageerror', (error) => faults.push(String(error)))
  return () => {
    expect(faults).toEqual([])
    return page.close()
  }
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The search page's answer to a query in the address. */
async function search(query: Record<string, string>) {
  await page.goto(`${site.url}/search/?${new URLSearchParams(query)}`)
  await page.waitForSelector('#results.settled')
  return {
    status: await page.$eval('#status', (element) => (element as HTMLElement).innerText),
    titles: await page.$$eval('#results .title', (links) => links.map((link) => link.textContent)),
    passages: await page.$$eval('#results > li > div li', (items) => items.map((item) => item.textContent)),
    marked: await page.$$eval('#results > li > div mark', (marks) => marks.map((mark) => mark.textContent)),
  }
}

describe('a phrase', () => {
  test.each(['"peace talks"', '“peace talks”', '«Peace Talks»'])('%s finds the passages that hold it', async (q) => {
    const { marked, passages } = await search({ q })
    expect(passages.length).toBeGreaterThan(2)
    expect(new Set(marked.map((mark) => mark!.replace(/[^a-z ]/gi, '').toLowerCase()))).toEqual(
      new Set(['peace talks']),
    )
  })

  test.each(['"talks peace"', '"peace qwxyz talks"', '"peace talk"', '"eace talks"'])(
    'the near miss %s finds nothing',
    async (q) => {
      expect(await search({ q })).toMatchObject({
        titles: [],
        status: expect.stringContaining(`No matches for ${q}`),
      })
    },
  )
})

test('a spelling that no source prints finds the entity and its passages, and says by which name', async () => {
  const { titles, passages } = await search({ q: 'Allouche' })
  expect(titles[0]).toBe('Mohammed Alloush')
  expect(passages.length).toBeGreaterThan(2)
  expect(passages.every((text) => text!.includes('Alloush') && text!.endsWith('names Mohammed Alloush'))).toBe(true)
})

test('a misspelled name offers the nearest', async () => {
  const { status, titles } = await search({ q: 'Malahifgi' })
  expect(titles).toEqual([])
  expect(status).toContain('No matches for “Malahifgi”')
  await Promise.all([page.waitForNavigation(), page.click('#status a')])
  await page.waitForSelector('#results .title')
  expect(await page.$eval('#results .title', (link) => link.textContent)).toBe('Zakaria Malahifji')
})

test('where no source has all the words, those with most are shown as partial matches', async () => {
  const { status, marked } = await search({ q: 'which ceasefire did Turkey xylophone' })
  expect(status).toMatch(/^No exact match. Closest passages: \d+ passage/)
  expect(marked.join(' ')).toMatch(/ceasefire/i)
})

test('sorted by date, sources without a date come last and none is lost', async () => {
  const [relevant, dated] = [
    await search({ q: 'talks', kind: 'Source' }),
    await search({ q: 'talks', kind: 'Source', sort: 'date' }),
  ]
  expect(dated.titles).not.toEqual([])
  expect(dated.titles.toSorted()).toEqual(relevant.titles.toSorted())
  const dates = await page.$$eval('#results > li', (items) =>
    items.map((item) => !item.querySelector('.meta')!.textContent!.includes('not stated')),
  )
  expect(dates).toEqual(dates.toSorted((a, b) => Number(b) - Number(a)))
})

test('each filter shows its number of results, and choosing it leaves that number', async () => {
  await search({ q: 'Astana' })
  const count = await page.$eval('#filters input[value="Source"]', (box) =>
    Number(box.closest('label')!.querySelector('.count')!.textContent),
  )
  expect(count).toBeGreaterThan(1)
  await page.click('#filters input[value="Source"]')
  await page.waitForFunction(() => new URLSearchParams(location.search).get('kind') === 'Source')
  await page.waitForFunction((left) => document.querySelectorAll('#results > li').length === left, {}, count)
  expect(await page.$eval('#cite', (box) => box.textContent)).toContain('?q=Astana&kind=Source')
})

test.each([
  ['nothing', '', ''],
  ['no word', '" — !', 'No matches'],
  ['markup', `<img src=x onerror=alert(1)><script>alert(1)</script>`, 'No matches'],
  ['one word a hundred thousand letters long', 'x'.repeat(10_000), 'No matches'],
  [
    'thousands of words',
    'talks '.repeat(1500) + Array.from({ length: 500 }, (_, index) => `w${index}`).join(' '),
    'Only the first 16 words',
  ],
])('a query of %s', async (_, q, expected) => {
  const { status } = await search({ q })
  expect(status).toContain(expected)
  expect(status.length).toBeLessThan(700)
  expect(await page.$$('main img, main script[src=""]')).toHaveLength(0)
})

test('no string becomes code: the browser refuses it on every page', async () => {
  for (const path of ['/', '/search/']) {
    await page.goto(site.url + path)
    const refused = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>'
        return false
      } catch {
        return true
      }
    })
    expect(refused).toBe(true)
  }
  faults = faults.filter((fault) => !fault.includes('TrustedHTML'))
})
