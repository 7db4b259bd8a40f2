import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeChange, openSeedWriter } from './write-seeds.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-desk-'))
  mkdirSync(join(root, 'seeds/register'), { recursive: true })
  writeFileSync(join(root, 'seeds/register/people.yml'), '- name: A\n')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a write is shown with its line and can be undone', () => {
  const writer = openSeedWriter(root)
  const [people, sidecar] = ['seeds/register/people.yml', 'seeds/articles/a.yml']
  expect(writer.write([{ path: people, text: '- name: A\n- name: B\n' }])).toEqual([
    { file: people, line: 2, added: '- name: B', removed: '' },
  ])
  writer.write([{ path: sidecar, text: 'date: 2019\n' }])
  expect(writer.last()).toEqual([sidecar])
  expect(writer.undo()).toEqual({ files: [sidecar] })
  expect(existsSync(join(root, sidecar))).toBe(false)
  expect(writer.undo()).toEqual({ files: [people] })
  expect(readFileSync(join(root, people), 'utf8')).toBe('- name: A\n')
  expect(writer.undo()).toMatchObject({ reason: expect.stringContaining('nothing') })
})

test('a file that was changed since is not restored', () => {
  const writer = openSeedWriter(root)
  const path = 'seeds/register/people.yml'
  writer.write([{ path, text: '- name: B\n' }])
  writeFileSync(join(root, path), '- name: C\n')
  expect(writer.undo()).toMatchObject({ reason: expect.stringContaining(path) })
  expect(readFileSync(join(root, path), 'utf8')).toBe('- name: C\n')
})

test.each([
  'content/dossier.json',
  '../x.yml',
  'seeds/../content/x.yml',
  '/etc/x.yml',
  'seeds/pages/index.mdx',
  'seedsx/a.yml',
  'seeds/linked/a.yml',
  'seeds/link.yml',
])('%s is not written', (path) => {
  symlinkSync(tmpdir(), join(root, 'seeds/linked'))
  symlinkSync(join(root, 'other.yml'), join(root, 'seeds/link.yml'))
  expect(() => openSeedWriter(root).write([{ path, text: 'x: 1\n' }])).toThrow(/^Unexpected/)
})

test.each([
  ['', 'a\nb\n', 1, 'a\nb', ''],
  ['a\nc\n', 'a\nb\nc\n', 2, 'b', ''],
  ['a\n', 'a\na\n', 2, 'a', ''],
  ['a: []\n', 'a:\n  - 1\n', 1, 'a:\n  - 1', 'a: []'],
  ['a\nb\nc\n', 'a\nc\n', 2, '', 'b'],
])('%j to %j', (before, after, line, added, removed) => {
  expect(describeChange('f', before, after)).toEqual({ file: 'f', line, added, removed })
})
