import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exchangeFolders } from './exchange-folders.ts'

const root = mkdtempSync(join(tmpdir(), 'dossier-exchange-'))

test.each(['plain', "it's; $HOME `x` 100%", '-rf', '12', 'Ωé 名'])('two folders change places, or nothing happens: %s', (name) => {
  const folders = [join(root, name), join(root, `${name}.next`)] as const
  for (const folder of folders) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'name'), folder)
  }
  const isExchanged = exchangeFolders(...folders)
  const [one, other] = folders.map((folder) => readFileSync(join(folder, 'name'), 'utf8'))
  expect([one, other]).toEqual(isExchanged ? folders.toReversed() : [...folders])
  if (process.platform === 'linux' && process.arch === 'x64') expect(isExchanged).toBe(true)
  for (const folder of folders) rmSync(folder, { recursive: true })
})

test('what is not there is not exchanged', () => {
  mkdirSync(join(root, 'a'))
  expect(exchangeFolders(join(root, 'a'), join(root, 'b'))).toBe(false)
  rmSync(root, { recursive: true })
})
