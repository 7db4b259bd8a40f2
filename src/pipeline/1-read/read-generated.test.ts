import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readGenerated, readRecordLines, readVersions } from './read-dossier.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-generated-'))
  mkdirSync(join(root, 'content'))
})
afterEach(() => rmSync(root, { recursive: true }))

const place = () => join(root, 'content/permalinks.json')

test('its text, or none', () => {
  expect(readGenerated(root, 'content/permalinks.json')).toEqual({ value: undefined, problems: [] })
  writeFileSync(place(), '[]\n')
  expect(readGenerated(root, 'content/permalinks.json')).toEqual({ value: '[]\n', problems: [] })
})

test('the lines of the record, anew for every loop, or none', () => {
  expect(readRecordLines(root, 'content/permalinks.json')).toEqual({ value: undefined, problems: [] })
  writeFileSync(place(), '[]\n')
  const { value, problems } = readRecordLines(root, 'content/permalinks.json')
  expect(problems).toEqual([])
  for (const _ of [1, 2]) expect([...value!]).toEqual(['[]'])
  rmSync(place())
  expect(() => [...value!]).toThrow('content/permalinks.json: Unexpected ENOENT')
})

test.each<[string, () => void]>([
  ['a link', () => symlinkSync('/etc/hostname', place())],
  ['a folder', () => mkdirSync(place())],
  ['a pipe, which would be waited for', () => void execFileSync('mkfifo', [place()])],
])('%s in its place is a problem', (_, make) => {
  make()
  for (const read of [readGenerated, readRecordLines])
    expect(read(root, 'content/permalinks.json')).toMatchObject({
      value: undefined,
      problems: [{ rule: 'file/not-a-file', file: 'content/permalinks.json' }],
    })
})

test('a file in place of the folder of earlier texts holds none', () => {
  writeFileSync(join(root, 'content/versions'), '')
  expect(readVersions(root)).toEqual({ value: [], problems: [] })
})
