import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './lock.ts'

let workshop: string
beforeEach(() => {
  workshop = mkdtempSync(join(tmpdir(), 'dossier-lock-'))
})
afterEach(() => rmSync(workshop, { recursive: true }))

test('a second build is told who builds; when the first has ended it may', () => {
  const release = takeLock(workshop)
  expect(takeLock(workshop)).toBe(process.pid)
  expect(readdirSync(workshop)).toEqual(['lock'])
  ;(release as () => void)()
  expect(readdirSync(workshop)).toEqual([])
  expect(takeLock(workshop)).toBeTypeOf('function')
})

const dead = spawnSync(process.execPath, ['-e', '']).pid

test.each([
  ['a process that has ended', JSON.stringify({ pid: dead })],
  ['a process whose number was given to another', JSON.stringify({ pid: process.pid, started: '1' })],
  ['nobody: the file is empty', ''],
  ['nobody: the file is damaged', '{"pid"'],
])('the lock of %s is void', (_, text) => {
  writeFileSync(join(workshop, 'lock'), text)
  expect(takeLock(workshop)).toBeTypeOf('function')
  expect(readdirSync(workshop)).toEqual(['lock'])
})

/** Takes the lock, tells whether it has it, and stays until six have tried: then none began after another had ended. */
const RACER = `
import { readdirSync, writeFileSync } from 'node:fs'
import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
const [workshop, tries] = process.argv.slice(1)
if (typeof takeLock(workshop) === 'function') process.stdout.write('lock ')
writeFileSync(tries + '/' + process.pid, '')
const wait = setInterval(() => { if (readdirSync(tries).length === 6) clearInterval(wait) }, 20)
setTimeout(() => process.exit(), 20_000).unref()
`

test('of many processes at once one has the lock', () => {
  writeFileSync(join(workshop, 'lock'), JSON.stringify({ pid: dead }))
  const tries = mkdtempSync(join(tmpdir(), 'dossier-tries-'))
  const start = '"$0" --input-type=module -e "$1" "$2" "$3" &\n'
  expect(spawnSync('sh', ['-c', `${start.repeat(6)}wait`, process.execPath, RACER, workshop, tries], { encoding: 'utf8' })).toMatchObject({ stdout: 'lock ' })
  expect(existsSync(join(workshop, 'lock'))).toBe(true)
  rmSync(tries, { recursive: true })
})
