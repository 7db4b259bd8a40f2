import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../acceptance/open-browser.ts'
import { serveFolder } from '../acceptance/serve-folder.ts'
import { listPages } from './site-page.ts'

/** One picture: the first page whose address begins so, on a screen of this width. */
interface Shot {
  readonly name: string
  readonly section: string
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
}

const SHOTS: readonly Shot[] = [{ name: 'source', section: '/sources/', width: 1280, height: 900, theme: 'light' }]

/** Takes the pictures of a built site that the README shows, so that they never go stale. */
export async function takePictures(dist: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const paths = listPages(dist).map(({ path }) => path)
  const site = await serveFolder(dist)
  const browser = await openBrowser('--hide-scrollbars')
  const page = await browser.newPage()
  for (const { name, section, width, height, theme } of SHOTS) {
    const path = paths.find((one) => one.startsWith(section) && one !== section)
    await page.setViewport({ width, height })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
    await page.goto(site.url + path, { waitUntil: 'networkidle0' })
    await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` })
  }
  await browser.close()
  await site.close()
}

if (import.meta.main) await takePictures(process.argv[2] ?? 'dist', process.argv[3] ?? 'src/pictures')
