import { expect, test } from 'vitest'
import { loadPacks, packFor, PACKS } from './packs.ts'

const FIXTURES = new URL('./fixtures/', import.meta.url)

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN', 'en'],
  ['eng', undefined],
  ['fr', undefined],
  ['und', undefined],
  ['', undefined],
])('the pack for "%s" is %s', (language, expected) => {
  expect(packFor(language)?.language).toBe(expected)
})

test('a folder with a pack is all that a language needs', async () => {
  const packs = await loadPacks(FIXTURES)
  expect([...packs.keys()]).toEqual(['eo'])
  expect(packFor('eo-FR', packs)).toBe(packs.get('eo'))
  expect(PACKS.has('eo')).toBe(false)
})
