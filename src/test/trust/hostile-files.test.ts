import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { writeFiles } from '../../publish/write-files.ts'
import { openBrowser } from '../acceptance/open-browser.ts'
import { addPages } from '../acceptance/make-dossier.ts'
import type { HostileFile } from './make-files.ts'
import { HOSTILE_FILES, makeFiles } from './make-files.ts'
import { watchPages } from './watch-pages.fixture.ts'

const CLI = fileURLToPath(new URL('../../cli.ts', import.meta.url))
const nest = mkdtempSync(join(tmpdir(), 'dossier-hostile-'))
afterAll(() => rmSync(nest, { recursive: true }))

const root = join(nest, 'dossier')

/** Builds the dossier of hostile files in a separate process, and returns its result. */
function build() {
  const env = { ...process.env, CANARY: join(nest, 'canary') }
  const { status, stdout } = spawnSync(process.execPath, [CLI, 'build', '--root', root, '--json'], {
    encoding: 'utf8',
    env,
    cwd: nest,
    maxBuffer: 1 << 28,
  })
  return { status, problems: JSON.parse(stdout).problems as { file: string; rule: string; severity: string }[] }
}

const isUntouched = () =>
  readdirSync(nest).every((name) => !name.startsWith('canary')) && !existsSync('/tmp/dossier-canary')

test('each hostile file is accepted or refused with a reason, and stops no other', { timeout: 600_000 }, () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(40)
  writeFiles(root, [{ path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' }])
  makeFiles(root, HOSTILE_FILES)
  addPages(root)
  const { status, problems } = build()
  expect(status).toBe(1)
  const told = Map.groupBy(problems, ({ file }) => file)
  const became = HOSTILE_FILES.map(({ path, rule }) => {
    const own = told.get(`seeds/${path}`) ?? []
    const refusals = own.filter((problem) => problem.severity === 'error' || problem.rule === rule)
    return [path, [...new Set(refusals.map((problem) => problem.rule))]]
  })
  expect(became).toEqual(HOSTILE_FILES.map(({ path, rule }) => [path, rule === undefined ? [] : [rule]]))
  expect(isUntouched()).toBe(true)
})

/** Text that a browser could read as markup, or a page compiler as code. */
const holdsMarkup = ({ path, content }: HostileFile) => /[<{]/.test(`${path}${String(content)}`)

/** Findings of the first build are taken from its cache. */
test('the accepted files make a site, and none of them runs code', { timeout: 600_000 }, async () => {
  const accepted = HOSTILE_FILES.filter(({ rule }) => rule === undefined)
  for (const { path, rule } of HOSTILE_FILES)
    if (rule !== undefined) rmSync(join(root, 'seeds', path), { recursive: true, force: true })
  const { status, problems } = build()
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(status).toBe(0)
  const sources: { file: string; address: string }[] = JSON.parse(
    readFileSync(join(root, 'dist/data/sources.json'), 'utf8'),
  )
  expect(sources.map(({ file }) => file).toSorted()).toEqual(
    accepted
      .filter(({ isCopy }) => !isCopy)
      .map(({ path }) => `seeds/${path}`)
      .toSorted(),
  )
  expect(readdirSync(nest).toSorted()).toEqual(['dossier'])
  const browser = await openBrowser()
  const ofMarkup = new Set(accepted.filter(holdsMarkup).map(({ path }) => `seeds/${path}`))
  const pages = sources.filter(({ file }) => ofMarkup.has(file)).map(({ address }) => address)
  expect(pages.length).toBeGreaterThan(7)
  const sample = [...pages, '/', '/sources/', '/search/', '/data/']
  expect(await watchPages(join(root, 'dist'), browser, sample)).toEqual({
    pages: sample.length,
    violations: [],
    dialogs: [],
    foreign: [],
  })
  await browser.close()
  expect(isUntouched()).toBe(true)
})
