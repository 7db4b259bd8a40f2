import { expect, test } from 'vitest'
import { hashFnv } from './fnv.ts'

/* From the test vectors of the FNV reference, 32 bits. */
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('FNV-1a of %j is %i', (text, hash) => {
  expect(hashFnv(text) >>> 0).toBe(hash)
})

test('another seed gives another hash', () => {
  expect(hashFnv('foobar', 1)).not.toBe(hashFnv('foobar'))
})
