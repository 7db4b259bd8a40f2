import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseTargets } from './refuse-targets.ts'
import { makeStage, sweepStages } from './stage.ts'
import { writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-stage-'))
  mkdirSync(join(root, 'd/.dossier'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

test.each([
  ['d/dist', /^d\/\.dossier\/next-\w{6}\/site$/],
  ['web/site', /^web\/\.site\.next-\w{6}\/site$/],
])('stages lie on the file system of their target, never share a name, and are swept: %s', (target, place) => {
  const out = join(root, target)
  const workshop = join(root, 'd/.dossier')
  const stages = [makeStage(workshop, out), makeStage(workshop, out)]
  for (const stage of stages) {
    expect(relative(root, stage.out)).toMatch(place)
    expect([readdirSync(stage.root), readdirSync(dirname(stage.out))]).toEqual([[], []])
  }
  for (const name of ['lock.12', 'lock.12.stale', 'cache/lock.1']) writeFiles(workshop, [{ path: name, text: '' }])
  expect(new Set(stages.flatMap(({ root: folder, out: site }) => [folder, site])).size).toBe(4)
  writeFiles(dirname(out), [{ path: 'other', text: 'kept' }])
  mkdirSync(`${workshop}.new-a1B2c3`)
  sweepStages(workshop, out)
  expect(readdirSync(join(root, 'd')).filter((name) => name.startsWith('.dossier'))).toEqual(['.dossier'])
  expect(readdirSync(workshop)).toEqual(['cache'])
  expect(readdirSync(dirname(out)).filter((name) => name !== '.dossier')).toEqual(['other'])
  expect(() => sweepStages(join(root, 'none'), join(root, 'no/site'))).not.toThrow()
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
      rule: 'write/not-ours',
      reason,
      hint,
    }))
  expect(refuseTargets(join(root, 'd'), out)).toEqual(expected)
})
