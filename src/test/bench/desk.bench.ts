import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { openBrowser } from '../acceptance/open-browser.ts'
import type { Article } from './build/invent-corpus.ts'
import { inventCorpus } from './build/invent-corpus.ts'
import { writeSeeds } from './build/write-corpus.ts'

/*
 * From saving a file to the reloaded page of its article, in a real browser, for N invented articles: `dossier dev` when
 * a sidecar and when an article is saved, beside a bare `astro dev` with the same articles as Markdown:
 * `npm run bench:desk [N …]`. Prints the median and the slowest of five, in milliseconds.
 */

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))
const ROUNDS = 5
/** Between two rounds, so that what follows a reload is over. In milliseconds. */
const PAUSE = 500

/** Sources have a day of publication, as those of most dossiers do. */
const DAY = 'date: 2019-05-03\n'

const BARE: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'astro.config.mjs': 'export default { devToolbar: { enabled: false } }',
  'src/content.config.mjs': `
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
export const collections = { articles: defineCollection({ loader: glob({ base: 'content', pattern: '*.md' }) }) }
`,
  'src/pages/[id].astro': `---
import { getCollection, render } from 'astro:content'
export async function getStaticPaths() {
  return (await getCollection('articles')).map((entry) => ({ params: { id: entry.id }, props: { entry } }))
}
const { Content } = await render(Astro.props.entry)
---
<html lang="en"><head><title>{Astro.props.entry.data.title}</title></head><body><Content /></body></html>
`,
}

/** Starts a server and gives the address that it prints. */
function start(command: readonly string[], cwd: string, address: RegExp): Promise<[ChildProcess, string]> {
  const { NODE_ENV: _, ...env } = process.env
  const server = spawn(process.execPath, command, {
    cwd,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
  })
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += String(chunk)
      const [found] = address.exec(printed) ?? []
      if (found) resolve([server, found])
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('exit', () => reject(new Error(printed)))
  })
}

async function time(what: string, page: Page, save: (round: number) => void): Promise<void> {
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const reloaded = page.waitForNavigation({ waitUntil: 'load', timeout: 120_000 })
    const began = performance.now()
    save(round)
    await reloaded
    /* The first one warms up code that is compiled when it is first used. */
    if (round > 0) times.push(performance.now() - began)
    await wait(PAUSE)
  }
  const [slowest, median] = [Math.max(...times), times.toSorted((a, b) => a - b)[ROUNDS >> 1]!]
  console.log(`  ${what.padEnd(34)}${median.toFixed(0).padStart(6)} ms, slowest ${slowest.toFixed(0)}`)
}

async function timeDesk(root: string, page: Page, files: readonly string[]): Promise<void> {
  const [server, address] = await start([CLI, 'dev', '--root', root, '--port', '4393'], root, /http:\S+\?desk=\S+/)
  await page.goto(address)
  await page.goto(new URL('/sources/', address).href)
  const link = await page.$$eval(
    'main a[href*="/sources/"]',
    (all) => (all as HTMLAnchorElement[]).find(({ pathname }) => /-[0-9a-z]{8}\/$/.test(pathname))!.href,
  )
  await page.goto(link)
  const [article] = files as [string]
  await time('dossier dev, a sidecar is saved', page, (round) =>
    writeFileSync(article.replace('.txt', '.yml'), `${DAY}publisher: The Northport Example ${round}\n`),
  )
  await time('dossier dev, an article is saved', page, (round) =>
    appendFileSync(article, `\nMarta Vale signed it on ${round + 1} May 2019.\n`),
  )
  server.kill()
}

async function timeBare(root: string, page: Page, articles: readonly Article[]): Promise<void> {
  const write = ({ id, title, paragraphs }: Article, more = '') => {
    const text = paragraphs.map((pieces) => pieces.map((piece) => piece.text).join('')).join('\n\n')
    writeFileSync(join(root, `content/${id}.md`), `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n${more}`)
  }
  for (const folder of ['content', 'src/pages']) mkdirSync(join(root, folder), { recursive: true })
  for (const [path, text] of Object.entries(BARE)) writeFileSync(join(root, path), text)
  for (const article of articles) write(article)
  symlinkSync(MODULES, join(root, 'node_modules'))
  const astro = join(MODULES, 'astro/bin/astro.mjs')
  const [server, address] = await start([astro, 'dev', '--port', '4394'], root, /http:\/\/\S+:\d+/)
  await page.goto(`${address}/${articles[0]!.id}/`)
  await time('astro dev, an article is saved', page, (round) => write(articles[0]!, `\nRound ${round}.\n`))
  server.kill()
}

const browser = await openBrowser()
for (const count of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5, 200]) {
  const root = mkdtempSync(join(tmpdir(), 'dossier-desk-'))
  const page = await browser.newPage()
  page.setDefaultTimeout(600_000)
  const corpus = inventCorpus(count)
  mkdirSync(join(root, 'bare'))
  console.log(`${count} articles`)
  await timeBare(join(root, 'bare'), page, corpus.articles)
  mkdirSync(join(root, 'desk/seeds'), { recursive: true })
  const files = writeSeeds(corpus, join(root, 'desk'))
  for (const file of files) writeFileSync(file.replace('.txt', '.yml'), DAY)
  await timeDesk(join(root, 'desk'), page, files)
  await page.close()
  rmSync(root, { recursive: true, force: true })
}
await browser.close()
