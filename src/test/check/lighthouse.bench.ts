import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openBrowser } from '../acceptance/open-browser.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { loadTool } from '../packages/load-tool.ts'

/*
 * Lighthouse with its own throttling of a telephone, five runs of each page, from a server that compresses as hosts do.
 * `npm run build` first.
 */
const RUNS = 5
const DIST = 'dist'
/** What hosts compress. */
const ZIPPED = /\.(?:html|css|js|svg|json|xml|txt)$/

interface Report {
  readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number }>> }
}

const { default: lighthouse } = await loadTool<{ default: (url: string, flags: object) => Promise<Report> }>(
  'lighthouse',
)

/** A copy of the site in which everything that hosts compress has its compressed form beside it. */
function zipSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-'))
  cpSync(DIST, folder, { recursive: true })
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ZIPPED.test(name))
  for (const name of names) writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name))))
  return folder
}

const folder = zipSite()
const site = await serveFolder(folder, '', { 'cache-control': 'max-age=31536000' })

/** The first page that a list links to. */
function firstOf(list: string): string {
  return new RegExp(`href="(/${list}/[^"/]+/)"`).exec(readFileSync(join(DIST, list, 'index.html'), 'utf8'))![1]!
}

const browser = await openBrowser()
const port = Number(new URL(browser.wsEndpoint()).port)
for (const path of ['/', firstOf('sources'), firstOf('people'), '/search/']) {
  const scores: string[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(site.url + path, { port, logLevel: 'error' })
    scores.push(
      Object.values(lhr.categories)
        .map(({ score }) => Math.round(score * 100))
        .join('/'),
    )
  }
  console.log(`${path}  ${scores.join('  ')}`)
}
await browser.close()
await site.close()
rmSync(folder, { recursive: true })
