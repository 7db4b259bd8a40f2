import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { areUntouched, HASH_RECORD, writeManifest } from './manifest.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-manifest-'))
const out = join(root, 'dist')
const content = join(root, 'content')
const record = { last: join(root, HASH_RECORD), next: join(root, HASH_RECORD), program: 'one' }
afterAll(() => rmSync(root, { recursive: true }))

test.each<[what: string, program: string, change: () => void, isUntouched: boolean]>([
  ['nothing', 'one', () => {}, true],
  ['a file of the collections', 'one', () => writeFileSync(join(content, 'permalinks.json'), '[{}]\n'), false],
  ['a file of the site', 'one', () => writeFileSync(join(out, 'data/permalinks.json'), '[{}]\n'), false],
  ['a missing file', 'one', () => rmSync(join(out, 'data/permalinks.json')), false],
  ['the program', 'two', () => {}, false],
])('files of the last build are untouched until something changes: %s', (_, program, change, isUntouched) => {
  for (const folder of ['seeds', 'content', 'dist/data']) mkdirSync(join(root, folder), { recursive: true })
  const files = [join(content, 'permalinks.json'), join(out, 'data/permalinks.json')]
  for (const file of files) writeFileSync(file, '[]\n')
  writeManifest(root, content, out, record)
  change()
  expect(areUntouched({ root, out }, files, { ...record, program })).toBe(isUntouched)
})
