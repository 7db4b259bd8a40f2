import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { shareCompiled } from './share-compiled.ts'

test('a thread gets the folder of compiled modules, if there is one, and the rest of the environment', () => {
  const folder = getCompileCacheDir()
  const { NODE_COMPILE_CACHE, ...others } = shareCompiled()
  const { NODE_COMPILE_CACHE: own, ...rest } = process.env
  expect(NODE_COMPILE_CACHE).toBe(folder === undefined ? own : dirname(folder))
  expect(others).toEqual(rest)
})
