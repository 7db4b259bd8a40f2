import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAnalysisCache } from './analysis-cache.ts'

test('gives back what was written, nothing for what is damaged, and forgets what was not used', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'dossier-cache-')), 'a/b')
  const first = openAnalysisCache(folder)
  expect(first.read('a')).toBeUndefined()
  first.write('a', { x: 1 })
  first.write('b', [2])
  writeFileSync(join(folder, 'b'), 'damaged')
  writeFileSync(join(folder, 'c'), `${'0'.repeat(64)}[3]`)
  mkdirSync(join(folder, 'd/e'), { recursive: true })
  const second = openAnalysisCache(folder)
  expect(second.read('a')).toEqual({ x: 1 })
  expect(['b', 'c', 'd'].map(second.read)).toEqual([undefined, undefined, undefined])
  const third = openAnalysisCache(folder)
  third.read('a')
  third.write('f', 6)
  third.sweep()
  expect(readdirSync(folder)).toEqual(['a', 'f'])
})

test('a folder that is not there is an empty cache', () => {
  const cache = openAnalysisCache(join(tmpdir(), 'dossier-no-such-folder'))
  expect(cache.read('a')).toBeUndefined()
  expect(cache.sweep).not.toThrow()
})

test('a disk that takes nothing stops nothing', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dossier-cache-')), 'file')
  writeFileSync(file, '')
  const cache = openAnalysisCache(file)
  cache.write('a', 1)
  expect(cache.read('a')).toBeUndefined()
})
