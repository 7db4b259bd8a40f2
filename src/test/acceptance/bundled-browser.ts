import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGE = fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')))
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url))

/** The package's own list names only folders of the service it is made for. Without any font the browser crashes. */
const FONTS = '<fontconfig><dir prefix="relative">fonts</dir></fontconfig>\n'

/** Unpacks into `TMPDIR`; the system libraries come along only where this variable names that service. */
const UNPACK = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath()"
const SERVICE = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }

/** How to start the browser that ships in `@sparticuz/chromium`. */
export interface BundledBrowser {
  readonly executablePath: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * Makes the browser that ships in `@sparticuz/chromium` ready: unpacked once, with the libraries and fonts of the
 * package in its environment, so that it looks the same on every machine.
 *
 * @param cache folder that keeps the unpacked browser, one folder a version
 * @throws where the package has no build for this machine
 */
export function bundledBrowser(cache = CACHE): BundledBrowser {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No browser found: install Chrome or Chromium, or set CHROME_PATH to its program.')
  const folder = join(cache, `chromium-${readVersion()}`)
  if (!existsSync(folder)) unpack(folder)
  const libraries = [join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const env = { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') }
  return { executablePath: join(folder, 'chromium'), env }
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Several processes may unpack at once: each uses its own folder, and the first to rename it into place wins. */
function unpack(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true })
  const own = mkdtempSync(`${folder}-`)
  try {
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: import.meta.dirname,
      env: { ...process.env, ...SERVICE, TMPDIR: own },
    })
    writeFileSync(join(own, 'fonts/fonts.conf'), FONTS)
    renameSync(own, folder)
  } catch (error) {
    rmSync(own, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}
