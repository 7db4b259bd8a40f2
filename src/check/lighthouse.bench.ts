import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openBrowser } from '../acceptance/open-browser.ts'

/*
 * Lighthouse with its own throttling of a telephone, five runs of each page, from a server that compresses as hosts do.
 * It is no dependency, for it brings a hundred packages: `npm install --no-save lighthouse@13.5.0` once, then
 * `npm run build` and `npm run bench:lighthouse`.
 */
const LIGHTHOUSE = 'lighthouse'
const RUNS = 5
const DIST = 'dist'
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json', '.woff2': 'font/woff2' }

interface Report {
  readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number }>> }
}

const { default: lighthouse }: { default: (url: string, flags: object) => Promise<Report> } = await import(LIGHTHOUSE)

const server = createServer(({ url = '/' }, response) => {
  const path = new URL(url, 'http://localhost').pathname
  const file = join(DIST, path.endsWith('/') ? `${path}index.html` : path)
  try {
    const bytes = readFileSync(file)
    const isZipped = extname(file) !== '.woff2'
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'max-age=31536000', ...(isZipped && { 'content-encoding': 'gzip' }) })
    response.end(isZipped ? gzipSync(bytes) : bytes)
  } catch {
    response.writeHead(404).end()
  }
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** The first page that a list links to. */
function firstOf(list: string): string {
  return new RegExp(`href="(/${list}/[^"/]+/)"`).exec(readFileSync(join(DIST, list, 'index.html'), 'utf8'))![1]!
}

const browser = await openBrowser()
const port = Number(new URL(browser.wsEndpoint()).port)
for (const path of ['/', firstOf('sources'), firstOf('people'), '/search/']) {
  const scores: string[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { lhr } = await lighthouse(site + path, { port, logLevel: 'error' })
    scores.push(Object.values(lhr.categories).map(({ score }) => Math.round(score * 100)).join('/'))
  }
  console.log(`${path}  ${scores.join('  ')}`)
}
await browser.close()
server.close()
