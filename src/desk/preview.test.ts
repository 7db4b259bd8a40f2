import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchSeeds } from './preview.ts'

let folder: string
let stop: () => void
let changes = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-watch-'))
  mkdirSync(join(folder, 'articles'))
  writeFileSync(join(folder, 'articles/a.yml'), '')
  changes = 0
  stop = watchSeeds(folder, () => (changes += 1))
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
/** As the desk and most editors save. */
const replace = (file: string, text: string) => {
  write('articles/.new', text)
  renameSync(join(folder, 'articles/.new'), join(folder, file))
}
const heard = (count: number) => vi.waitFor(() => expect(changes).toBe(count), { timeout: 5000, interval: 10 })

test('each replacement of one file is a change, and so is a write into it afterwards', async () => {
  for (const count of [1, 2, 3]) {
    replace('articles/a.yml', String(count))
    await heard(count)
  }
  write('articles/a.yml', 'x')
  await heard(4)
  rmSync(join(folder, 'articles/a.yml'))
  await heard(5)
})

test('files of a new folder are followed', async () => {
  mkdirSync(join(folder, 'register'))
  await heard(1)
  write('register/people.yml', '')
  await heard(2)
  rmSync(join(folder, 'register'), { recursive: true })
  await heard(3)
  mkdirSync(join(folder, 'register'))
  await heard(4)
  write('register/people.yml', '')
  await heard(5)
})

test('what an editor writes beside a file is no change', async () => {
  write('articles/.a.yml.swp', '')
  write('articles/a.yml~', '')
  await wait(120)
  expect(changes).toBe(0)
})
