import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { joinCrc } from './join-crc.ts'

test.each([
  ['', ''],
  ['', 'Harbour'],
  ['Harbour', ''],
  ['Harbour', ' closes'],
  ['a'.repeat(70_000), 'é'.repeat(100_001)],
])('the sum of %j and %j is that of their text', (first, second) => {
  expect(joinCrc(crc32(first), crc32(second), Buffer.byteLength(second))).toBe(crc32(first + second))
})
