import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { openBrowser } from '../acceptance/open-browser.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { listPages, type SitePage } from './site-page.ts'

/** One picture: a page on a screen of this size, in CSS pixels. */
interface Shot {
  readonly name: string
  /** An address, or the section whose fullest page is shown. */
  readonly address?: string
  readonly section?: string
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

const WIDE = { width: 1280, height: 860, theme: 'light' } as const
const SHOTS: readonly Shot[] = [
  { name: 'home', address: '/', ...WIDE },
  { name: 'source', section: '/sources/', ...WIDE },
  { name: 'source-phone', section: '/sources/', width: 390, height: 860, theme: 'dark' },
  { name: 'entity', section: '/people/', ...WIDE },
  { name: 'comparison', address: '/disagreements/', ...WIDE },
  { name: 'search', address: '/search/?q=Astana+ceasefire', ...WIDE },
]
const COLOURS = 64

/** Takes the pictures of a built site that the README shows, so that they never go stale: small PNG files of few colours. */
export async function takePictures(dist: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const pages = listPages(dist)
  const site = await serveFolder(dist)
  const browser = await openBrowser('--hide-scrollbars')
  const page = await browser.newPage()
  for (const { name, address, section = '', width, height, theme } of SHOTS) {
    await page.setViewport({ width, height })
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ])
    await page.goto(site.url + (address ?? findFullest(pages, section)), { waitUntil: 'networkidle0' })
    await page.evaluate('document.activeElement.blur()')
    const picture = await page.screenshot()
    await sharp(picture)
      .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9 })
      .toFile(join(folder, `${name}.png`))
  }
  await browser.close()
  await site.close()
}

/** The longest page of a section; the first of equals. */
function findFullest(pages: readonly SitePage[], section: string): string {
  const inside = pages.filter(({ path }) => path.startsWith(section) && path !== section && !/\/v\d+\/$/.test(path))
  return inside.reduce((best, one) => (one.html.length > best.html.length ? one : best)).path
}

if (import.meta.main) await takePictures(process.argv[2] ?? 'dist', process.argv[3] ?? 'src/pictures')
