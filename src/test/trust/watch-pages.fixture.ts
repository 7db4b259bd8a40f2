import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { compare } from '../../text/compare.ts'

/** Forbidden actions of pages. */
export interface Watched {
  readonly pages: number
  /** Breaches of the content security policy, of the page itself or of its host's headers. */
  readonly violations: readonly string[]
  /** Alerts, prompts and the like. */
  readonly dialogs: readonly string[]
  /** Requests that left the site. */
  readonly foreign: readonly string[]
}

/** Opens pages of a rendered site in a browser, under the headers of `_headers`, and returns what they did. */
export async function watchPages(
  folder: string,
  browser: Browser,
  paths: readonly string[] = listPages(folder),
): Promise<Watched> {
  const site = await serveFolder(folder, '', readHeaders(folder))
  const watched = { pages: paths.length, violations: [] as string[], dialogs: [] as string[], foreign: [] as string[] }
  const page = await browser.newPage()
  page.on('dialog', (dialog) => {
    watched.dialogs.push(`${page.url()} ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.url}/`)) watched.foreign.push(request.url())
  })
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = []
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      seen.push(`${effectiveDirective} ${blockedURI}`),
    )
    Object.assign(globalThis, { seenViolations: seen })
  })
  for (const path of paths)
    watched.violations.push(...(await openPage(page, site.url + path)).map((one) => `${path} ${one}`))
  await page.close()
  await site.close()
  return watched
}

async function openPage(page: Page, url: string): Promise<string[]> {
  await page.goto(url, { waitUntil: 'load' })
  return page.evaluate(() => (globalThis as unknown as { seenViolations: string[] }).seenViolations)
}

/** Paths of all pages, from the site's root. */
export function listPages(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  return files.toSorted(compare).map(
    (file) =>
      `/${file
        .replace(/index\.html$/, '')
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`,
  )
}

/** The headers that `_headers` gives to every path. */
function readHeaders(folder: string): Record<string, string> {
  const file = join(folder, '_headers')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? []
      return name && value ? [[name, value]] : []
    }),
  )
}
