import { parseArgs } from 'node:util'
import type { Browser } from 'puppeteer-core'
import { openBrowser } from '../acceptance/open-browser.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { checkInBrowser } from './check-in-browser.ts'
import { checkLinks } from './check-links.ts'
import { checkMarkup } from './check-markup.ts'
import { checkSizes, isOfSource, measurePage } from './check-sizes.ts'
import { readLimits } from './limits.ts'
import { listPages, samplePages, type Breach } from './site-page.ts'

const SAMPLE = 1

/**
 * Checks every page of a built site: links, markup and sizes on the files; accessibility in both themes, layout
 * shift, fonts, other origins and the narrowest screen in a browser.
 *
 * @param isSample take only one page of each kind into the browser and the validator
 * @param opened a browser that stays open; by default one is opened for this
 */
export async function checkPageQuality(
  folder: string,
  isSample = false,
  opened?: Browser,
): Promise<{ breaches: Breach[]; figures: string[] }> {
  const limits = readLimits()
  const pages = listPages(folder)
  const looked = isSample ? samplePages(pages, SAMPLE) : pages
  const sizes = pages.map((page) => measurePage(folder, page))
  const site = await serveFolder(folder)
  const browser = opened ?? (await openBrowser())
  try {
    const seen = await checkInBrowser(
      browser,
      site.url,
      looked.map(({ path }) => path),
      limits,
    )
    const breaches = [
      ...checkLinks(folder, pages),
      ...(await checkMarkup(looked)),
      ...checkSizes(sizes, limits),
      ...seen,
    ]
    const [heaviest] = sizes.filter(({ path }) => isOfSource(path)).toSorted((a, b) => b.html + b.css - a.html - a.css)
    const [other] = sizes.filter(({ path }) => !isOfSource(path)).toSorted((a, b) => b.html - a.html)
    const figures = [
      `${pages.length} pages, ${looked.length} of them opened in a browser in two themes`,
      ...(heaviest
        ? [
            `heaviest source page: ${heaviest.html} bytes of HTML and ${heaviest.css} of CSS after gzip, ${heaviest.words} words (${heaviest.path})`,
          ]
        : []),
      ...(other ? [`heaviest other page: ${other.html} bytes of HTML after gzip (${other.path})`] : []),
      `scripts outside search: ${Math.max(0, ...sizes.filter(({ path }) => path !== '/search/').map(({ script }) => script))} bytes after gzip`,
    ]
    return { breaches, figures }
  } finally {
    if (!opened) await browser.close()
    await site.close()
  }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'boolean', default: false } },
  })
  const { breaches, figures } = await checkPageQuality(positionals[0] ?? 'dist', values.sample)
  for (const { page, rule, reason } of breaches) console.error(`${page} ${rule}: ${reason}`)
  for (const figure of figures) console.log(figure)
  console.log(breaches.length === 0 ? 'No breach.' : `${breaches.length} breaches.`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
