import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { flushEach, flushFolder, flushNames } from './disk.ts'
import { writeFiles } from '../write-files.ts'

test.each([flushFolder, flushEach])('a folder is flushed with all it holds, and none is made', (flush) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-flush-'))
  writeFiles(folder, [
    { path: 'a', text: 'x' },
    { path: 'b/c/d', text: 'x' },
  ])
  flush(folder)
  expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(['a', 'b', 'b/c', 'b/c/d'])
  rmSync(folder, { recursive: true })
  expect(() => flush(folder)).toThrow('ENOENT')
  expect(() => flushNames(folder)).toThrow('ENOENT')
})
