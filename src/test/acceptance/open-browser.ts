import { existsSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { launch } from 'puppeteer-core'

const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** No request leaves the machine: these switch off what a browser asks of its maker at every start. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Opens a real browser without a window: `CHROME_PATH`, then an installed Chrome or Chromium, then the one that ships
 * in a package, with the system libraries it needs.
 *
 * @param more further switches
 */
export async function openBrowser(...more: string[]): Promise<Browser> {
  const installed = process.env['CHROME_PATH'] ?? findInstalled()
  if (installed !== undefined && installed !== 'bundled')
    return launch({ executablePath: installed, args: [...QUIET, ...more], headless: true })
  const { executablePath, env } = await unpackBundled()
  return launch({
    executablePath,
    args: [...QUIET, ...more, '--no-zygote', '--font-render-hinting=none'],
    headless: 'shell',
    env,
  })
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find((path) =>
    existsSync(path),
  )
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium`. It is made for a service that lacks the usual libraries, and unpacks
 * those only when these variables say that it runs there.
 */
async function unpackBundled() {
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/chromium')
  mkdirSync(folder, { recursive: true })
  const before = { ...process.env }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return { executablePath: await chromium.executablePath(), env: { ...process.env, TMPDIR: before['TMPDIR'] } }
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}
