import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer-core'
import type { Limits } from './limits.ts'
import type { Breach } from './site-page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Every rule of WCAG 2.2 AA, and axe's own advice. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/**
 * The screens on which axe runs, with its rules or rule sets there: a theme changes only colours, and a narrow screen
 * what is visible and how close links are. Colours are checked there only in elements that no other screen shows.
 */
const SCREENS = [
  { name: 'light', theme: 'light', isNarrow: false, rules: ALL },
  { name: 'dark', theme: 'dark', isNarrow: false, rules: ['color-contrast', 'link-in-text-block'] },
  {
    name: 'narrow',
    theme: 'light',
    isNarrow: true,
    rules: ['target-size', 'scrollable-region-focusable'],
  },
] as const
/** Pages that are open at one time. */
const TABS = 2
const WIDE = { width: 1280, height: 900 }

/** Counts layout shifts from the first moment of a page. */
const WATCH_SHIFTS = `window.shifted = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifted += entry.value }).observe({ type: 'layout-shift', buffered: true })`

const isPlainLatin = (font: string) => font.includes('-latin-wght-')

/** Finds targets smaller than a finger; links within a sentence are as high as its lines. */
const FIND_SMALL = `(least) => {
  const isInSentence = (element) =>
    element.closest('.passage, blockquote, svg, .unseen') ||
    [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim().length > 1)
  const isSmall = (element) => {
    const boxes = [...element.getClientRects()]
    const reaches = (side) => Math.max(...boxes.map((box) => box[side])) > least - 1
    return boxes.length > 0 && !(reaches('width') && reaches('height'))
  }
  return [...document.querySelectorAll('a[href], button, select, summary, label:has(input)')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInSentence(element) && isSmall(element))
    .map((element) => element.outerHTML.slice(0, 120))
}`

/** Notes what the wide screen does not show, and finds what of it the narrow one does. */
const NOTE_UNSEEN = `window.unseen = [...document.body.querySelectorAll('*')].filter((element) => !element.checkVisibility({ visibilityProperty: true })), 0`
const NEWLY_SEEN = `window.unseen.filter((element) => element.checkVisibility({ visibilityProperty: true }))`

/** Opens pages in a real browser and reports what a reader would suffer, page by page: see the rules it names. */
export async function checkInBrowser(
  browser: Browser,
  url: string,
  paths: readonly string[],
  limits: Limits,
): Promise<Breach[]> {
  const breaches = new Map<string, Breach[]>()
  const waiting = [...paths]
  const work = async () => {
    const page = await openTab(browser)
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      breaches.set(path, await checkOnePage(page, url, path, limits))
    await page.close()
  }
  await Promise.all(Array.from({ length: TABS }, work))
  return paths.flatMap((path) => breaches.get(path) ?? [])
}

async function openTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.setBypassCSP(false)
  for (const script of [WATCH_SHIFTS, AXE]) await page.evaluateOnNewDocument(script)
  return page
}

async function checkOnePage(page: Page, url: string, path: string, limits: Limits): Promise<Breach[]> {
  const seen: Breach[] = []
  const report = (rule: string, reason: string) => seen.push({ page: path, rule, reason })
  const fonts = new Map<string, number>()
  const watch = watchPage(page, url, report, (file, bytes) => fonts.set(file, bytes))
  await page.setViewport(WIDE)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
  await page.goto(url + path, { waitUntil: 'load' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  const shifted = (await page.evaluate('window.shifted')) as number
  if (shifted > limits.layout_shift) report('page/shift', `the layout shifts by ${shifted.toFixed(4)}`)
  const bytes = [...fonts.values()].reduce((sum, size) => sum + size, 0)
  const allowed = limits.fonts + ([...fonts.keys()].every(isPlainLatin) ? 0 : limits.fonts_beyond_latin)
  if (bytes > allowed) report('page/fonts', `fonts take ${bytes} bytes, expected at most ${allowed}`)
  await page.evaluate(NOTE_UNSEEN)
  for (const { name, theme, isNarrow, rules } of SCREENS) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    if (isNarrow) await page.setViewport({ ...WIDE, width: limits.narrowest })
    for (const reason of await askAxe(page, rules)) report('page/accessible', `${name}: ${reason}`)
  }
  for (const reason of await askAxe(page, ['color-contrast'], NEWLY_SEEN))
    report('page/accessible', `narrow: ${reason}`)
  const width = (await page.evaluate('document.documentElement.scrollWidth')) as number
  if (width > limits.narrowest) report('page/wide', `${width} pixels wide on a screen of ${limits.narrowest}`)
  const small = (await page.evaluate(`(${FIND_SMALL})(${limits.tap_target})`)) as string[]
  if (small.length > 0)
    report('page/tap', `${small.length} smaller than ${limits.tap_target} pixels, as ${small.slice(0, 3).join(' ')}`)
  watch.stop()
  return seen
}

/** Listens for what must not happen: requests to other origins, errors, dialogs; and collects the fonts. */
function watchPage(
  page: Page,
  url: string,
  report: (rule: string, reason: string) => void,
  addFont: (file: string, bytes: number) => void,
) {
  const onRequest = (request: { url: () => string }) =>
    request.url().startsWith(url) || request.url().startsWith('data:') || report('page/remote', request.url())
  const onConsole = (message: { type: () => string; text: () => string }) =>
    message.type() === 'error' && report('page/error', message.text())
  const onResponse = (response: { url: () => string; headers: () => Record<string, string> }) =>
    response.url().endsWith('.woff2') && addFont(response.url(), Number(response.headers()['content-length'] ?? 0))
  page.on('request', onRequest).on('console', onConsole).on('response', onResponse)
  return { stop: () => page.off('request', onRequest).off('console', onConsole).off('response', onResponse) }
}

/**
 * Without `preload`, which fetches stylesheets again for a rule that is not used.
 *
 * @param within an expression for the elements to check
 */
async function askAxe(page: Page, runOnly: readonly string[], within = '[document]'): Promise<string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })
  const asked = `((include) => include.length > 0 ? axe.run({ include }, ${options}) : { violations: [] })(${within})`
  const { violations } = (await page.evaluate(asked)) as AxeResults
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length} of ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary?.split('\n')[1]?.trim() ?? ''}`,
  )
}
