import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { REPOSITORY } from './make-dossier.ts'

/** Checked beside the other tests: the type checker keeps one core busy. */
test('npm run types finds no error', { timeout: 300_000 }, async () => {
  const isWindows = process.platform === 'win32'
  const run = promisify(execFile)('npm', ['run', 'types'], { cwd: REPOSITORY, encoding: 'utf8', shell: isWindows })
  const { stdout } = await run.catch(({ stdout, stderr }) => ({ stdout: `${stdout}${stderr}` }))
  expect(stdout).toMatch(/- 0 errors\s+- 0 warnings/)
})
