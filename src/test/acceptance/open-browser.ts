import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { launch } from 'puppeteer-core'
import { bundledBrowser } from './bundled-browser.ts'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Pages of all tests share one process: a new one for each page takes longer than most of them. */
const ONE_PROCESS = '--renderer-process-limit=1'

/** The tests keep every core busy: without threads to share its work a page takes a quarter less of the processor. */
const ONE_THREAD = ['--js-flags=--single-threaded', '--num-raster-threads=1']

/** No request leaves the machine: these switch off what a browser asks of its maker at every start. */
const QUIET = [
  ONE_PROCESS,
  ...ONE_THREAD,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Opens a real browser without a window: the program that `CHROME_PATH` names, then an installed Chrome or Chromium,
 * then the bundled one. `CHROME_PATH=bundled`, which continuous integration sets, asks for the bundled one at once.
 *
 * @param more further switches
 */
export async function openBrowser(...more: string[]): Promise<Browser> {
  const installed = process.env['CHROME_PATH'] ?? findInstalled()
  return installed === undefined || installed === 'bundled'
    ? openBundled(more)
    : launch({ executablePath: installed, args: [...QUIET, ...more], headless: true })
}

function openBundled(more: readonly string[]): Promise<Browser> {
  const args = [...QUIET, ...more, '--no-zygote', '--in-process-gpu', '--font-render-hinting=none']
  return launch({ ...bundledBrowser(), args, headless: 'shell' })
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find((path) =>
    existsSync(path),
  )
}
