import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'puppeteer-core'
import type { SearchName, SearchNames, SearchPage } from '../../model/search-index.ts'
import { SEARCH_FILES } from '../../model/search-index.ts'
import { listWords, stemOf } from '../../text/search-words.ts'
import { openBrowser } from '../acceptance/open-browser.ts'
import { buildInBackground } from '../acceptance/run-cli.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { inventCorpus } from './build/invent-corpus.ts'
import { writeSeeds } from './build/write-corpus.ts'

/*
 * What the first search of a reader loads: `npm run bench:search [N]` builds N invented articles and asks, each time in
 * a fresh window, for words and names of them; `npm run bench:search FOLDER` asks a site that is built already. Prints
 * requests and bytes after gzip, as hosts send them, beside the search page and its script; with `--files` each file.
 * Fails where a search reads more than the limits, or other sources are found than by reading every text.
 */

/** Limits of a first search: requests, and bytes transferred. */
const LIMITS = { requests: 15, bytes: 150_000 }

const argument = process.argv[2] ?? '100'
const isCount = /^\d+$/.test(argument)
const site = isCount ? join(tmpdir(), `dossier-bench-search-${argument}`, 'dist') : resolve(argument)
if (isCount) {
  writeSeeds(inventCorpus(Number(argument)), join(site, '..'))
  await buildInBackground(join(site, '..'))
}

const readFolder = <T>(folder: string) =>
  readdirSync(join(site, folder)).map((file) => JSON.parse(readFileSync(join(site, folder, file), 'utf8')) as T)
const pages = readFolder<SearchPage[]>(SEARCH_FILES.texts).flat()
const names = readFolder<SearchNames>(SEARCH_FILES.names).flatMap((piece) => piece.names)
const most = names.reduce((a, b) => (b.sources > a.sources ? b : a))
const text = pages[0]!.parts.find(({ kind }) => kind === 'passage')!.text
const words = listWords(text).map(({ form }) => form)
const long = [...new Set(words.filter((word) => word.length > 6))]

/** Sources that hold a form of a word, by reading them. */
function countSources(word: string): number {
  const stem = stemOf(word, 'en')
  const holds = (page: SearchPage) =>
    page.parts.some((part) => listWords(part.text).some(({ form }) => stemOf(form, 'en') === stem))
  return pages.filter(holds).length
}

const surname = (name: SearchName) => name.name.split(' ').at(-1)!
const QUERIES: readonly (readonly [string, string])[] = [
  ['the commonest word', 'the'],
  ['a word', long[0]!],
  ['a name', most.name],
  ['a surname', surname(most)],
  ['two words', long.slice(0, 2).join(' ')],
  ['a name and a word', `${surname(most)} ${long[0]!}`],
  ['three words', long.slice(0, 3).join(' ')],
  ['five words', long.slice(0, 5).join(' ')],
  ['a misspelled name', `${surname(most)}xx`],
  ['a misspelled word', `${long[0]!}q`],
  ['a beginning', long[0]!.slice(0, -1)],
  ['a phrase', `"${words.slice(2, 4).join(' ')}"`],
  ['a day', pages.find(({ date }) => date)?.date ?? '2017-02-13'],
]

const COUNTED = new Set(['the commonest word', 'a word'])

function fail(reason: string): void {
  console.log(`    FAILED: ${reason}`)
  process.exitCode = 1
}

const weigh = (path: string) => gzipSync(readFileSync(join(site, path))).length

async function ask(browser: Browser, url: string, query: string) {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  await page.goto(`${url}/search/`, { waitUntil: 'networkidle0' })
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(decodeURIComponent(new URL(request.url()).pathname)))
  const start = performance.now()
  await page.$eval(
    '#words',
    (box, value) => {
      ;(box as HTMLInputElement).value = value
      box.dispatchEvent(new Event('input', { bubbles: true }))
    },
    query,
  )
  await page.waitForSelector('#status:not(:empty)')
  const time = performance.now() - start
  await page.waitForNetworkIdle()
  const status = await page.$eval('#status', (element) => element.textContent!)
  await context.close()
  return { loaded, bytes: loaded.reduce((sum, path) => sum + weigh(path), 0), time, status }
}

const served = await serveFolder(site)
const browser = await openBrowser()
console.log(`${pages.length} sources, ${names.length} names in pieces`)
for (const [kind, query] of QUERIES) {
  const { loaded, bytes, time, status } = await ask(browser, served.url, query)
  const weight = `${String(loaded.length).padStart(3)} requests ${(bytes / 1000).toFixed(0).padStart(4)} kB ${time.toFixed(0).padStart(5)} ms`
  console.log(`${kind.padEnd(20)} ${weight}   ${status.slice(0, 60)}`)
  if (process.argv.includes('--files')) for (const path of loaded) console.log(`    ${path} ${weigh(path)}`)
  if (loaded.length > LIMITS.requests || bytes > LIMITS.bytes) fail('more than a first search may read')
  if (COUNTED.has(kind)) {
    const found = Number(/in ([\d,]+) source/.exec(status)?.[1]!.replaceAll(',', ''))
    if (found !== countSources(query)) fail(`reading every text finds ${countSources(query)} sources`)
  }
}
await browser.close()
await served.close()
