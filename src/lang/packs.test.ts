import { expect, test } from 'vitest'
import { packFor } from './packs.ts'

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['eng', undefined],
  ['fr', undefined],
  ['', undefined],
])('the pack for "%s" is %s', (language, expected) => {
  expect(packFor(language)?.language).toBe(expected)
})
