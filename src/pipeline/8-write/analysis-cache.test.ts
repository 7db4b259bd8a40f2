import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAnalysisCache } from './analysis-cache.ts'

test('gives back what was written, nothing for what is damaged, and forgets what was not used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-cache-'))
  const first = openAnalysisCache(folder)
  expect(first.read('a')).toBeUndefined()
  first.write('a', { x: 1 })
  first.write('b', [2])
  writeFileSync(join(folder, 'b'), 'damaged')
  const second = openAnalysisCache(folder)
  expect(second.read('a')).toEqual({ x: 1 })
  expect(second.read('b')).toBeUndefined()
  const third = openAnalysisCache(folder)
  third.read('a')
  third.sweep()
  expect(readdirSync(folder)).toEqual(['a'])
})

test('a folder that is not there is an empty cache', () => {
  const cache = openAnalysisCache(join(tmpdir(), 'dossier-no-such-folder'))
  expect(cache.read('a')).toBeUndefined()
  cache.sweep()
})
