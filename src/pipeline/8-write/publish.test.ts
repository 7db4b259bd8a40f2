import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { publish, resumePublishing } from './publish.ts'
import { writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-publish-'))
  writeFiles(root, [{ path: 'dist/a', text: 'old' }, { path: 'dist.next/a', text: 'new' }])
})

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const move = () => ({ staged: join(root, 'dist.next'), target: join(root, 'dist') })

test('a finished folder takes the place of the published one and leaves nothing behind', () => {
  publish(join(root, '.dossier'), [move()])
  expect(read('dist/a')).toBe('new')
  expect(readdirSync(root).sort()).toEqual(['.dossier', 'dist'])
})

test('a first publication needs no published folder', () => {
  publish(join(root, '.dossier'), [{ staged: join(root, 'dist.next'), target: join(root, 'out/site') }])
  expect(read('out/site/a')).toBe('new')
})

test('a publication that was cut off after the journal is completed', () => {
  mkdirSync(join(root, '.dossier'))
  writeFileSync(join(root, '.dossier/publishing.json'), JSON.stringify([move()]))
  resumePublishing(join(root, '.dossier'))
  expect(read('dist/a')).toBe('new')
  expect(existsSync(join(root, '.dossier/publishing.json'))).toBe(false)
})

test('without a journal the published folder is left alone', () => {
  resumePublishing(join(root, '.dossier'))
  expect(read('dist/a')).toBe('old')
})

test.each(['../x', 'a/../../x', '/etc/x'])('a path that leads outside is refused: %s', (path) => {
  expect(() => writeFiles(join(root, 'dist'), [{ path, text: 'x' }])).toThrow('expected one inside')
})
