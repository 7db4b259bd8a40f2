import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { exchangeAtomically, realDisk } from './disk.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-exchange-'))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

/** A machine on which only these programs are to be found. */
function leaveOnly(...programs: string[]): string {
  const folder = mkdtempSync(join(root, 'bin-'))
  for (const name of programs)
    symlinkSync(spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim(), join(folder, name))
  vi.stubEnv('PATH', folder)
  return folder
}

test.each(['plain', "it's; $HOME `x` 100%", '-rf', '12', 'Ωé 名'])(
  'two folders change places, or nothing happens: %s',
  (name) => {
    const folders = [join(root, name), join(root, `${name}.next`)] as const
    for (const folder of folders) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'name'), folder)
    }
    const isExchanged = exchangeAtomically(...folders)
    const [one, other] = folders.map((folder) => readFileSync(join(folder, 'name'), 'utf8'))
    expect([one, other]).toEqual(isExchanged ? folders.toReversed() : [...folders])
    if (process.platform === 'linux' && process.arch === 'x64') expect(isExchanged).toBe(true)
    for (const folder of folders) rmSync(folder, { recursive: true })
  },
)

test.runIf(process.platform === 'linux').each<[string[], boolean]>([
  [[], false],
  [['perl'], true],
])('with %j alone', (programs, expected) => {
  const folders = [mkdtempSync(join(root, 'one-')), mkdtempSync(join(root, 'other-'))] as const
  for (const folder of folders) writeFileSync(join(folder, 'name'), folder)
  leaveOnly(...programs)
  expect(exchangeAtomically(...folders)).toBe(expected)
  expect(readFileSync(join(folders[0], 'name'), 'utf8')).toBe(folders[expected ? 1 : 0])
})

test('an mv that can exchange folders is the only call', () => {
  writeFileSync(join(leaveOnly('perl'), 'mv'), '#!/bin/sh\nfor one in "$@"; do echo "$one" >> "$3/args"; done\n', {
    mode: 0o755,
  })
  const [one, other] = [mkdtempSync(join(root, 'one-')), mkdtempSync(join(root, 'other-'))]
  expect(exchangeAtomically(one, other)).toBe(true)
  expect(readFileSync(join(one, 'args'), 'utf8').split('\n')).toEqual([
    '--exchange',
    '--no-target-directory',
    one,
    other,
    '',
  ])
})

test.each([
  { platform: 'darwin', arch: 'x64' },
  { platform: 'linux', arch: 'mips' },
])('no number of a system call is guessed: %j', (machine) => {
  const program = join(leaveOnly(), 'perl')
  writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 })
  vi.stubGlobal('process', { ...process, ...machine })
  expect(exchangeAtomically(join(root, 'a'), join(root, 'b'))).toBe(false)
})

test('the disk of this machine', () => {
  const [one, other] = [join(root, 'disk/a'), join(root, 'disk/b')]
  realDisk.makeFolder(one)
  realDisk.makeFolder(one)
  realDisk.write(join(one, 'file'), 'text')
  const identity = realDisk.identify(one)
  expect(identity).toMatch(/^\d+$/)
  realDisk.rename(one, other)
  expect([realDisk.identify(one), realDisk.identify(other), realDisk.exists(one), realDisk.exists(other)]).toEqual([
    undefined,
    identity,
    false,
    true,
  ])
  realDisk.remove(other)
  realDisk.remove(other)
  expect(realDisk.exists(other)).toBe(false)
})

test('a missing folder is not exchanged', () => {
  mkdirSync(join(root, 'a'))
  expect(exchangeAtomically(join(root, 'a'), join(root, 'b'))).toBe(false)
  rmSync(root, { recursive: true })
})
