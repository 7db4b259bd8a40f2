import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from './any-text.fixture.ts'
import { readChunks, splitLines, unpackChunks } from './read-lines.ts'

const chunksOf = (bytes: Buffer, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))

test.each([
  ['', []],
  ['\n', ['']],
  ['a', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\n\nb\n', ['a', '', 'b']],
  ['a\r\nb\u2028c\n', ['a\r', 'b\u2028c']],
  ['Łódź 🗺\n東京', ['Łódź 🗺', '東京']],
])('the lines of %j', (text, lines) => {
  for (const size of [1, 2, 3, 100]) expect([...splitLines(chunksOf(Buffer.from(text), size))]).toEqual(lines)
})

test('lines are those of the whole text, wherever chunks end, packed or not', () => {
  fc.assert(
    fc.property(fc.array(anyText({ maxLength: 9 })), fc.integer({ min: 1, max: 20 }), (parts, size) => {
      const bytes = Buffer.from(parts.join('\n'))
      const lines = bytes.length === 0 ? [] : bytes.toString().replace(/\n$/, '').split('\n')
      expect([...splitLines(chunksOf(bytes, size))]).toEqual(lines)
      expect([...splitLines(unpackChunks(chunksOf(gzipSync(bytes), size)))]).toEqual(lines)
    }),
  )
})

test('several packed files, one after the other, are read as one', () => {
  const packed = Buffer.concat(['a\nb', 'c\n', 'd'].map((text) => gzipSync(text)))
  for (const size of [1, 7, 1000])
    expect([...splitLines(unpackChunks(chunksOf(packed, size)))]).toEqual(['a', 'bc', 'd'])
})

test('half a packed file is an error', () => {
  const packed = gzipSync('The ferry sailed. '.repeat(100))
  expect(() => [...unpackChunks([packed.subarray(0, 20)])]).toThrow()
})

test('a file of several chunks is read whole; a line that is too long is cut', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-lines-'))
  const file = join(folder, 'file')
  writeFileSync(file, 'é'.repeat(3_000_000))
  const descriptor = openSync(file, 'r')
  expect([...splitLines(readChunks(descriptor))].map(({ length }) => length)).toEqual([3_000_000])
  closeSync(descriptor)
  rmSync(folder, { recursive: true })
  const chunks = ['abcde', 'fghij', 'k\nl'].map((text) => Buffer.from(text))
  expect([...splitLines(chunks, 9)]).toEqual(['abcdefghij', 'k', 'l'])
})
