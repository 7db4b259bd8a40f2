import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeStagingArea, refuseTargets, sweepStagingAreas } from './exchange.ts'
import { writeFiles } from '../write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-staging-'))
  mkdirSync(join(root, 'd/.dossier'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([
  ['d/dist', /^d\/\.dossier\/next-\w{6}\/site$/],
  ['web/site', /^web\/\.site\.next-\w{6}\/site$/],
])('staging areas lie on the file system of their target, have unique names, and are swept: %s', (target, place) => {
  const out = join(root, target)
  const stateFolder = join(root, 'd/.dossier')
  const areas = [makeStagingArea(stateFolder, out), makeStagingArea(stateFolder, out)]
  for (const area of areas) {
    expect(relative(root, area.site)).toMatch(place)
    expect([readdirSync(area.root), readdirSync(dirname(area.site))]).toEqual([[], []])
  }
  for (const name of ['lock.12', 'lock.12.stale', 'cache/lock.1']) writeFiles(stateFolder, [{ path: name, text: '' }])
  expect(new Set(areas.flatMap(({ root: folder, site }) => [folder, site])).size).toBe(4)
  writeFiles(dirname(out), [{ path: 'other', text: 'kept' }])
  mkdirSync(`${stateFolder}.new-a1B2c3`)
  sweepStagingAreas(stateFolder, out)
  expect(readdirSync(join(root, 'd')).filter((name) => name.startsWith('.dossier'))).toEqual(['.dossier'])
  expect(readdirSync(stateFolder)).toEqual(['cache'])
  expect(readdirSync(dirname(out)).filter((name) => name !== '.dossier')).toEqual(['other'])
  expect(() => sweepStagingAreas(join(root, 'none'), join(root, 'no/site'))).not.toThrow()
})

const inside = (out: string) => `Unexpected folder ${out} for the site: it holds the dossier itself, or lies in it`
const files = (out: string) => `Unexpected files in ${out}, expected an empty folder or a site that a build made`
const CONTENT = 'Unexpected files in content/, expected what a build wrote: a build replaces this folder'

const rows: [string, string[], string, ((out: string) => string)[]][] = [
  ['nothing there yet', ['seeds/x'], 'dist', []],
  ['an empty folder', ['seeds/x', 'dist/'], 'dist', []],
  ['what a build made', ['seeds/x', 'dist/data/sources.json', 'content/dossier.json'], 'dist', []],
  ['a person’s own files for the site', ['seeds/x', 'dist/novel.txt'], 'dist', [files]],
  ['a person’s own files in content', ['seeds/x', 'content/novel.txt'], 'dist', [() => CONTENT]],
  ['a person’s own files in both', ['seeds/x', 'content/novel.txt', 'dist/novel.txt'], 'dist', [files, () => CONTENT]],
  ['the dossier itself', ['seeds/x'], '.', [inside]],
  ['a folder around the dossier', ['seeds/x'], '..', [inside]],
  ['the seeds', ['seeds/x'], 'seeds', [inside]],
  ['a folder in the seeds', ['seeds/x'], 'seeds/site', [inside]],
  ['the generated files', ['seeds/x', 'content/dossier.json'], 'content', [inside]],
  ['a folder in the generated files', ['seeds/x'], 'content/site', [inside]],
  ['a folder with a name that begins alike', ['seeds/x'], 'seeds-site', []],
]

test.each(rows)('a build replaces %s or refuses', (_, paths, name, reasons) => {
  for (const path of paths) if (path.endsWith('/')) mkdirSync(join(root, 'd', path))
  writeFiles(
    join(root, 'd'),
    paths.filter((path) => !path.endsWith('/')).map((path) => ({ path, text: 'x' })),
  )
  const out = join(root, 'd', name)
  const hint = 'Move these files to another place, or name another folder: --out site'
  const expected = reasons
    .map((reason) => reason(out))
    .map((reason) => ({
      file: reason === CONTENT ? 'content' : out,
      severity: 'error',
      rule: 'build/not-ours',
      reason,
      hint,
    }))
  expect(refuseTargets(join(root, 'd'), out)).toEqual(expected)
})
