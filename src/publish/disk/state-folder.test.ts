import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStateFolder } from './lock.ts'

let root: string
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'dossier-stateFolder-'))))
afterEach(() => rmSync(root, { recursive: true }))

const stateFolder = () => join(root, 'd/.dossier')
const open = () => openStateFolder(join(root, 'd'))

test('files of an earlier build stay', () => {
  mkdirSync(join(root, 'd'))
  expect(open()).toBe(stateFolder())
  writeFileSync(join(stateFolder(), 'kept'), '')
  open()
  expect(readdirSync(stateFolder())).toEqual(['home', 'kept'])
  expect(readdirSync(join(root, 'd'))).toEqual(['.dossier'])
})

test('the state folder of a copied dossier is not trusted', () => {
  mkdirSync(join(root, 'other'))
  openStateFolder(join(root, 'other'))
  writeFileSync(join(root, 'other/.dossier/publishing.json'), '[]')
  cpSync(join(root, 'other'), join(root, 'd'), { recursive: true })
  expect(readdirSync(stateFolder())).toEqual(['home', 'publishing.json'])
  open()
  expect(readdirSync(stateFolder())).toEqual(['home'])
})

test.each<[string, (place: string) => void]>([
  ['a folder without a name', (place) => mkdirSync(place)],
  ['a file', (place) => writeFileSync(place, '')],
  ['a pipe', (place) => execFileSync('mkfifo', [place])],
  ['a folder named by a pipe', (place) => mkdirSync(place) ?? execFileSync('mkfifo', [join(place, 'home')])],
  ['a link to a folder of others', (place) => symlinkSync(join(root, 'precious'), place)],
  [
    'a folder with links to such',
    (place) => mkdirSync(place) ?? symlinkSync(join(root, 'precious'), join(place, 'analysis')),
  ],
  ['a link to nothing', (place) => symlinkSync(join(root, 'nowhere'), place)],
])('%s is replaced, and nothing outside is touched', (_, make) => {
  mkdirSync(join(root, 'precious'))
  mkdirSync(join(root, 'd'))
  writeFileSync(join(root, 'precious/novel.txt'), 'words')
  make(stateFolder())
  open()
  expect(readdirSync(stateFolder())).toEqual(['home'])
  expect(readdirSync(join(root, 'd'))).toEqual(['.dossier'])
  expect(readFileSync(join(root, 'precious/novel.txt'), 'utf8')).toBe('words')
})

test('a dossier that is not there gets none', () => {
  expect(open).toThrow(/ENOENT/)
  expect(existsSync(join(root, 'd'))).toBe(false)
})
