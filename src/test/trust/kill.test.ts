import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('publications that are killed leave whole folders: a sample of the bench', { timeout: 60_000 }, () => {
  const bench = fileURLToPath(new URL('./kill.bench.ts', import.meta.url))
  const { status, stdout } = spawnSync(process.execPath, [bench, '--publications', '6', '--builds', '0'], {
    encoding: 'utf8',
  })
  expect(stdout).toContain('6 publications killed with signal 9: 0 half-published, 0 missing')
  expect(status).toBe(0)
})
