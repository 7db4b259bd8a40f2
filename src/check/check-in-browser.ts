import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer-core'
import type { Limits } from './limits.ts'
import type { Breach } from './site-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What axe is asked in each theme: everything in the light one; the dark one differs in its colours alone. */
const QUESTIONS = {
  light: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
} as const

/** On the narrowest screen lines wrap and links come close to each other. */
const NARROW_QUESTION = { runOnly: { type: 'rule', values: ['target-size'] } }

/** Counts layout shifts from the first moment of a page. */
const WATCH_SHIFTS = `window.shifted = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifted += entry.value }).observe({ type: 'layout-shift', buffered: true })`

/** Opens pages in a real browser and reports what a reader would suffer: see the rules it names. */
export async function checkInBrowser(browser: Browser, url: string, paths: readonly string[], limits: Limits): Promise<Breach[]> {
  const page = await browser.newPage()
  await page.setBypassCSP(false)
  await page.evaluateOnNewDocument(WATCH_SHIFTS)
  const breaches: Breach[] = []
  for (const path of paths) breaches.push(...(await checkOnePage(page, url, path, limits)))
  await page.close()
  return breaches
}

async function checkOnePage(page: Page, url: string, path: string, limits: Limits): Promise<Breach[]> {
  const seen: Breach[] = []
  const report = (rule: string, reason: string) => seen.push({ page: path, rule, reason })
  let fonts = 0
  const watch = watchPage(page, url, report, (bytes) => (fonts += bytes))
  await page.setViewport({ width: 1280, height: 900 })
  await page.goto(url + path, { waitUntil: 'load' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const shifted = await page.evaluate('window.shifted') as number
  if (shifted > limits.layout_shift) report('page/shift', `the layout shifts by ${shifted.toFixed(4)}`)
  if (fonts > limits.fonts) report('page/fonts', `fonts take ${fonts} bytes, expected at most ${limits.fonts}`)
  for (const [theme, question] of Object.entries(QUESTIONS)) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    for (const reason of await askAxe(page, question)) report('page/accessible', `${theme}: ${reason}`)
  }
  await page.setViewport({ width: limits.narrowest, height: 700 })
  for (const reason of await askAxe(page, NARROW_QUESTION)) report('page/accessible', `narrow: ${reason}`)
  const width = await page.evaluate('document.documentElement.scrollWidth') as number
  if (width > limits.narrowest) report('page/wide', `${width} pixels wide on a screen of ${limits.narrowest}`)
  watch.stop()
  return seen
}

/** Listens for what must not happen: requests to other origins, errors, dialogs; and weighs the fonts. */
function watchPage(page: Page, url: string, report: (rule: string, reason: string) => void, weighFont: (bytes: number) => void) {
  const onRequest = (request: { url: () => string }) => request.url().startsWith(url) || request.url().startsWith('data:') || report('page/remote', request.url())
  const onConsole = (message: { type: () => string; text: () => string }) => message.type() === 'error' && report('page/error', message.text())
  const onResponse = (response: { url: () => string; headers: () => Record<string, string> }) =>
    response.url().endsWith('.woff2') && weighFont(Number(response.headers()['content-length'] ?? 0))
  page.on('request', onRequest).on('console', onConsole).on('response', onResponse)
  return { stop: () => page.off('request', onRequest).off('console', onConsole).off('response', onResponse) }
}

async function askAxe(page: Page, question: object): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(`axe.run(document, ${JSON.stringify(question)})`) as AxeResults
  return violations.map(({ id, nodes }) => `${id}: ${nodes.length} of ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
}
