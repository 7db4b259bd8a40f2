import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { KEYS, LENGTH } from './entries.fixture.ts'
import { noCache, openCache, rememberResults, withStore } from './result-cache.ts'

const WRITER = fileURLToPath(new URL('./write-entries.fixture.ts', import.meta.url))

test('returns written values, ignores damaged entries, and sweeps unused ones', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'dossier-cache-')), 'a/b')
  const first = openCache(folder)
  expect(first.read('a')).toBeUndefined()
  first.write('a', { x: 1 })
  first.write('b', [2])
  writeFileSync(join(folder, 'b'), 'damaged')
  writeFileSync(join(folder, 'c'), `${'0'.repeat(64)}[3]`)
  mkdirSync(join(folder, 'd/e'), { recursive: true })
  const second = openCache(folder)
  expect(second.read('a')).toEqual({ x: 1 })
  expect(['b', 'c', 'd'].map(second.read)).toEqual([undefined, undefined, undefined])
  const third = openCache(folder)
  third.read('a')
  third.write('f', 6)
  third.sweep()
  expect(readdirSync(folder)).toEqual(['a', 'f'])
})

test('a missing folder is an empty cache', () => {
  const cache = openCache(join(tmpdir(), 'dossier-no-such-folder'))
  expect(cache.read('a')).toBeUndefined()
  expect(cache.sweep).not.toThrow()
})

test('a disk that cannot be written stops nothing', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'dossier-cache-')), 'file')
  writeFileSync(file, '')
  const cache = openCache(file)
  cache.write('a', 1)
  expect(cache.read('a')).toBeUndefined()
})

test('a store can be read from its folder alone; a damaged entry is reported and counts as absent', () => {
  const [store, mine, yours] = ['store', 'mine', 'yours'].map((name) =>
    join(mkdtempSync(join(tmpdir(), 'dossier-cache-')), name),
  )
  withStore(openCache(mine!), openCache(store!)).write('a', 1)
  writeFileSync(join(store!, 'b'), `${'0'.repeat(64)}[3]`)
  const damaged: string[] = []
  const cache = withStore(
    openCache(yours!),
    openCache(store!, (path) => damaged.push(path)),
  )
  expect(['a', 'b', 'c'].map(cache.read)).toEqual([1, undefined, undefined])
  expect(damaged).toEqual([join(store!, 'b')])
  cache.write('b', 2)
  cache.sweep()
  expect(openCache(store!).read('b')).toBe(2)
})

test('a cache in memory returns the same objects, and drops those unused in one round', () => {
  const cache = rememberResults(noCache)
  const [a, b] = [{ x: 1 }, { x: 2 }]
  cache.write('a', a)
  cache.write('b', b)
  cache.sweep()
  expect(cache.read('a')).toBe(a)
  cache.sweep()
  expect([cache.read('a'), cache.read('b')]).toEqual([a, undefined])
})

test('two processes that write the same entries, one of them killed, leave whole ones', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-cache-'))
  const start = () => spawn(process.execPath, [WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [killed, other] = [start(), start()]
  const damaged: string[] = []
  const cache = openCache(folder, (path) => damaged.push(path))
  await Promise.all([killed, other].map((child) => once(child.stdout, 'data')))
  const ended = [killed, other].map((child) => once(child, 'exit'))
  for (let round = 0; round < 60; round += 1) {
    KEYS.forEach(cache.read)
    if (round === 20) killed.kill('SIGKILL')
    await setImmediate()
  }
  other.kill('SIGTERM')
  await Promise.all(ended)
  expect(damaged).toEqual([])
  expect(KEYS.map((key) => (cache.read(key) as string[]).length)).toEqual(KEYS.map(() => LENGTH))
  rmSync(folder, { recursive: true })
}, 60_000)
