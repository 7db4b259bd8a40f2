import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from './any-text.fixture.ts'
import { safeJson } from './escape.ts'

test.each([
  ['</script>', '"\\u003c/script\\u003e"'],
  ['<!--', '"\\u003c!--"'],
  ['a & b', '"a \\u0026 b"'],
  ['a\u2028b\u2029', '"a\\u2028b\\u2029"'],
  ['a\u0000\u007f\u0085', '"a\\u0000\\u007f\\u0085"'],
  ['\u202e\ufeff', '"\\u202e\\ufeff"'],
  ['"é 東 🗺', '"\\"é 東 🗺"'],
])('%j', (text, written) => {
  expect(safeJson(text)).toBe(written)
})

test('a reader gets the same value, and no risky character is written', () => {
  const value = fc.jsonValue({ stringUnit: anyText({ minLength: 1, maxLength: 1 }) })
  fc.assert(
    fc.property(value, (any) => {
      expect(JSON.parse(safeJson(any))).toEqual(JSON.parse(JSON.stringify(any)))
      expect(safeJson(any)).not.toMatch(/[<>&\p{Cc}\u2028\u2029]/u)
    }),
  )
})
