import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BuildFolders, findLastBuild, keepLastBuild } from './last-build.ts'

const last = {
  value: { title: 'Harbour', hasSite: true, sources: 1, names: 2, quotations: 3, datedEvents: 4 },
  problems: [],
}

let folders: BuildFolders
const write = (path: string, text: string) => writeFileSync(join(folders.root, path), text)

beforeEach(() => {
  const root = mkdtempSync(join(tmpdir(), 'dossier-last-'))
  folders = { root, out: join(root, 'dist'), stateFolder: join(root, '.dossier') }
  for (const folder of ['seeds', 'content', 'dist', '.dossier']) mkdirSync(join(root, folder))
  write('seeds/a.txt', 'one')
  write('content/a.mdx', 'one')
  write('dist/index.html', 'one')
  keepLastBuild(folders, last)
})
afterEach(() => rmSync(folders.root, { recursive: true }))

test('files that were not edited count as unchanged', () => {
  expect(findLastBuild(folders)).toEqual(last)
})

test('a seed with another time and the same bytes changes nothing', () => {
  utimesSync(join(folders.root, 'seeds/a.txt'), 1, 1)
  expect(findLastBuild(folders)).toEqual(last)
})

test.each<[string, () => void]>([
  ['a seed has other bytes of the same length', () => write('seeds/a.txt', 'two')],
  ['a seed came', () => write('seeds/b.txt', '')],
  ['a seed went', () => rmSync(join(folders.root, 'seeds/a.txt'))],
  ['a generated file was edited', () => write('content/a.mdx', 'two')],
  ['a page was edited', () => write('dist/index.html', 'other')],
  ['a page went', () => rmSync(join(folders.root, 'dist/index.html'))],
  ['the site went', () => rmSync(join(folders.root, 'dist'), { recursive: true })],
  ['what is kept is damaged', () => write('.dossier/last-build.json', '{"key":')],
  ['nothing is kept', () => rmSync(join(folders.root, '.dossier/last-build.json'))],
])('it is built again when %s', (_, change) => {
  change()
  expect(findLastBuild(folders)).toBeUndefined()
})

test('another folder for the site is another build', () => {
  expect(findLastBuild({ ...folders, out: join(folders.root, 'elsewhere') })).toBeUndefined()
})
