import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import type { PermalinkRecord } from '../model/permalink.ts'
import { assignAddresses } from '../pipeline/6-address/assign-addresses.ts'
import { writeRecord } from '../test/samples/record-text.ts'
import { sampleDossier, sampleSource } from '../test/samples/sample-dossier.ts'
import { escapeJson } from '../text/escape.ts'
import { checkPublished, checkPublishedFile } from './check-published.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-published-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const build = (texts: readonly string[], headline: string, record: PermalinkRecord) =>
  assignAddresses(sampleDossier([sampleSource('a.txt', { texts, headline })]), record, []).value.record
const first = build(
  ['The ferry to <Ostholm> was cancelled on Friday.', 'Its owner blamed the wind.'],
  'Ferry cancelled',
  [],
)
const edited = ['The ferry to <Ostholm> was cancelled on Friday & Saturday.', 'Its owner blamed the tide.']
const second = build(edited, 'Ferry stays in port', first)
const reset = build(edited, 'Ferry stays in port', [])

function check(text: string, record: PermalinkRecord) {
  const file = join(folder, 'published.json')
  writeFileSync(file, text)
  return checkPublishedFile(record, file)
}

test('a record that was carried on breaks nothing, the copy that readers get neither', () => {
  expect(check(writeRecord(first), second)).toEqual([])
  expect(check(escapeJson(writeRecord(second)), second)).toEqual([])
})

test('a large record is published as gzip', () => {
  const file = join(folder, 'published.json')
  writeFileSync(file, gzipSync(writeRecord(first)))
  expect(checkPublishedFile(second, file)).toEqual([])
  expect(checkPublishedFile(reset, file)).not.toEqual([])
})

test('a record that was reset is found out, each address with its line', () => {
  const problems = check(writeRecord(second), reset)
  expect(problems.map(({ severity }) => severity)).toContain('error')
  expect(problems.some(({ reason }) => reason.includes('/sources/ferry-'))).toBe(true)
  expect(problems.every(({ hint }) => hint?.includes('content/permalinks.json'))).toBe(true)
})

test.each([
  ['[]\n', /empty/],
  ['<!doctype html>\n<p>Not found</p>\n', /Unexpected text/],
  ['[\n{"id":"x"}\n]\n', /./],
])('%j is no record', (text, reason) => {
  expect(check(text, second)).toEqual([
    expect.objectContaining({
      severity: 'error',
      file: join(folder, 'published.json'),
      reason: expect.stringMatching(reason),
      hint: expect.stringContaining('data/permalinks.json'),
    }),
  ])
})

test.each([['nowhere.json'], ['.'], ['pipe.json']])('%s is no file', (name) => {
  if (name === 'pipe.json') execFileSync('mkfifo', [join(folder, name)])
  expect(checkPublishedFile(second, join(folder, name))).toMatchObject([
    { rule: 'build/published', reason: expect.stringContaining('No such file') },
  ])
})

test('a record that was published in parts is read as one', () => {
  const out = join(folder, 'site')
  mkdirSync(join(out, 'data'), { recursive: true })
  const lines = writeRecord(first).split(/(?<=\n)/)
  for (const [number, part] of [lines.slice(0, 2), lines.slice(2)].entries())
    writeFileSync(join(out, `data/permalinks-00${number + 1}.json.gz`), gzipSync(escapeJson(part.join(''))))
  const published = { lines: writeRecord(first).trimEnd().split('\n'), record: first }
  expect(checkPublished({ record: second, published }, out)).toEqual([])
  expect(checkPublished({ record: reset, published }, out)).not.toEqual([])
  expect(checkPublished({ record: reset, published: { lines: [], record: [] } }, out)).toEqual(
    checkPublished({ record: reset, published }, out),
  )
})
