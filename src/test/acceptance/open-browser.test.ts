import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, expect, test, vi } from 'vitest'
import { openBrowser } from './open-browser.ts'

const MODULE = new URL('bundled-browser.ts', import.meta.url).href

afterEach(() => vi.unstubAllEnvs())

test('the bundled browser lays out text fields, in its own font at every launch', async () => {
  vi.stubEnv('CHROME_PATH', 'bundled')
  const first = await measureField()
  expect(first).toBeGreaterThan(0)
  expect(await measureField()).toBe(first)
})

/** Width in CSS pixels of a text in a page with a field. A browser without a font crashes on the field. */
async function measureField(): Promise<number> {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto('data:text/html,<!doctype html><html lang=en><input><b>Harbour dues, 1914</b>')
    return await page.$eval('b', (text) => text.getBoundingClientRect().width)
  } finally {
    await browser.close()
  }
}

test('three processes that unpack the bundled browser at once can all start it, and leave one copy', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'dossier-browser-'))
  try {
    const versions = await Promise.all([1, 2, 3].map(() => printVersion(cache)))
    expect(versions[0]).toMatch(/^\S+ \d+\.\d+/u)
    expect(new Set(versions).size).toBe(1)
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^chromium-\d+\.\d+\.\d+$/u)])
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
})

async function printVersion(cache: string): Promise<string> {
  const code = `
    import { execFileSync } from 'node:child_process'
    import { bundledBrowser } from ${JSON.stringify(MODULE)}
    const { executablePath, env } = bundledBrowser(${JSON.stringify(cache)})
    process.stdout.write(execFileSync(executablePath, ['--version', '--no-sandbox'], { env }))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])
  return stdout
}
