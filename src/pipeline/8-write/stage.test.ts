import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

test.each(['d/dist', 'web/site'])('stages lie on the file system of their target, never share a name, and are swept: %s', (target) => {
  const out = join(root, target)
  const workshop = join(root, 'd/.dossier')
  const stages = [makeStage(workshop, out), makeStage(workshop, out)]
  expect(new Set(stages.flatMap(({ root: folder, out: site }) => [folder, site])).size).toBe(4)
  writeFiles(dirname(out), [{ path: 'other', text: 'kept' }])
  sweepStages(workshop, out)
  expect(readdirSync(workshop)).toEqual([])
  expect(readdirSync(dirname(out)).filter((name) => name !== '.dossier')).toEqual(['other'])
})

const rows: [string, string[], string, number][] = [
  ['nothing there yet', ['seeds/x'], 'dist', 0],
  ['an empty folder', ['seeds/x', 'dist/'], 'dist', 0],
  ['what a build made', ['seeds/x', 'dist/data/sources.json', 'content/dossier.json'], 'dist', 0],
  ['a person’s own files for the site', ['seeds/x', 'dist/novel.txt'], 'dist', 1],
  ['a person’s own files in content', ['seeds/x', 'content/novel.txt'], 'dist', 1],
  ['the dossier itself', ['seeds/x'], '.', 1],
  ['a folder around the dossier', ['seeds/x'], '..', 1],
  ['the seeds', ['seeds/x'], 'seeds', 1],
  ['a folder in the seeds', ['seeds/x'], 'seeds/site', 1],
  ['a folder with a name that begins alike', ['seeds/x'], 'seeds-site', 0],
]

test.each(rows)('a build replaces %s or refuses', (_, files, out, count) => {
  for (const path of files) if (path.endsWith('/')) mkdirSync(join(root, 'd', path))
  writeFiles(join(root, 'd'), files.filter((path) => !path.endsWith('/')).map((path) => ({ path, text: 'x' })))
  expect(refuseTargets(join(root, 'd'), join(root, 'd', out))).toHaveLength(count)
})
