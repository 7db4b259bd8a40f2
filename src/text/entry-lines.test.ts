import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { entryOf, readEntries, writeEntries } from './entry-lines.ts'

test.each<[string[], string]>([
  [[], '[]\n'],
  [['a'], '[\n"a"\n]\n'],
  [['a', 'b\n'], '[\n"a",\n"b\\n"\n]\n'],
])('the list %j has one entry per line', (entries, text) => {
  const lines = [...writeEntries(entries)]
  expect(lines.join('')).toBe(text)
  expect(lines.every((line) => line.endsWith('\n'))).toBe(true)
  expect(text.split('\n').flatMap((line) => entryOf(line) ?? [])).toEqual(entries.map((one) => JSON.stringify(one)))
})

test.each([
  ['[', undefined],
  [']', undefined],
  ['[]', undefined],
  ['', undefined],
  ['{"a":1},', '{"a":1}'],
  ['{"a":1}\r', '{"a":1}'],
  ['[1],', '[1]'],
])('%j holds the entry %j', (line, entry) => expect(entryOf(line)).toBe(entry))

test('a file of entries is read line by line, packed or not; a line that is none is an error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-entries-'))
  const file = join(folder, 'list.json')
  const text = [...writeEntries([{ a: 1 }, { a: 'Łódź\n' }])].join('')
  for (const bytes of [text, gzipSync(text)]) {
    writeFileSync(file, bytes)
    expect([...readEntries(file)]).toEqual([{ a: 1 }, { a: 'Łódź\n' }])
  }
  writeFileSync(file, '[\n{"a":1},\n{"a":\n]\n')
  expect(() => [...readEntries(file)]).toThrow(`${file}:3: Unexpected text "{"a":"`)
  rmSync(folder, { recursive: true })
})
