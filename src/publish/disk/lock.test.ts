import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, isRunning, readHolder, removeStale, takeLock } from './lock.ts'

let stateFolder: string
beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), 'dossier-lock-'))
})
afterEach(() => rmSync(stateFolder, { recursive: true }))

test('a second build is refused with the first one’s process; when that has ended it may run', () => {
  const release = takeLock(stateFolder)
  expect(takeLock(stateFolder)).toBe(process.pid)
  expect(readdirSync(stateFolder)).toEqual(['lock'])
  ;(release as () => void)()
  expect(readdirSync(stateFolder)).toEqual([])
  expect(takeLock(stateFolder)).toBeTypeOf('function')
})

test('a lock that somebody deleted can be released, and one in a missing folder cannot be taken', () => {
  const release = takeLock(stateFolder) as () => void
  rmSync(join(stateFolder, 'lock'))
  expect(release).not.toThrow()
  expect(() => takeLock(join(stateFolder, 'none'))).toThrow('ENOENT')
})

const dead = spawnSync(process.execPath, ['-e', '']).pid

test.each([
  ['a process that has ended', JSON.stringify({ pid: dead })],
  ['a process whose number was given to another', JSON.stringify({ pid: process.pid, started: '1' })],
  ['nobody: the file is empty', ''],
  ['nobody: the file is damaged', '{"pid"'],
  ['nobody: the file is another’s', '7'],
])('the lock of %s is void', (_, text) => {
  writeFileSync(join(stateFolder, 'lock'), text)
  expect(takeLock(stateFolder)).toBeTypeOf('function')
  expect(readdirSync(stateFolder)).toEqual(['lock'])
})

test.each<[string, string | undefined, { pid: number } | undefined, string[]]>([
  ['the void lock', '{"pid":7}', { pid: 7 }, []],
  ['a damaged lock', '{', undefined, []],
  ['a lock that was taken meanwhile', '{"pid":8}', { pid: 7 }, ['lock']],
  ['a lock that was taken meanwhile from nobody', '{"pid":8}', undefined, ['lock']],
  ['no lock', undefined, { pid: 7 }, []],
])('%s is set aside, or put back', (_, text, seen, left) => {
  if (text !== undefined) writeFileSync(join(stateFolder, 'lock'), text)
  removeStale(join(stateFolder, 'lock'), join(stateFolder, 'lock.9'), seen)
  expect(readdirSync(stateFolder)).toEqual(left)
  if (left.length > 0) expect(readFileSync(join(stateFolder, 'lock'), 'utf8')).toBe(text)
})

test('a folder that cannot be moved away is reported', () => {
  writeFileSync(join(stateFolder, 'lock'), '')
  expect(() => removeStale(join(stateFolder, 'lock'), join(stateFolder, 'none/lock.9'), undefined)).not.toThrow()
  expect(() => removeStale(join(stateFolder, 'lock'), join(stateFolder, 'lock/9'), undefined)).toThrow('ENOTDIR')
})

test.runIf(process.platform === 'linux')('a process is known by when it started, whatever its name', async () => {
  const program = join(stateFolder, ') S 1 2 3')
  copyFileSync('/bin/sleep', program)
  const child = spawn(program, ['30'])
  const holder = identify(child.pid!)
  expect(uptime() - Number(holder.started) / 100).toBeLessThan(20)
  expect(isRunning(holder)).toBe(true)
  expect(isRunning({ pid: child.pid! })).toBe(false)
  child.kill()
  await new Promise((resolve) => child.on('exit', resolve))
  expect(isRunning(holder)).toBe(false)
  expect(identify(child.pid!)).toEqual({ pid: child.pid })
})

test.each([
  ['{"pid":7,"started":"1"}', { pid: 7, started: '1' }],
  ['{"pid":"7"}', undefined],
  ['null', undefined],
  ['{', undefined],
])('a lock of %s', (text, holder) => {
  writeFileSync(join(stateFolder, 'lock'), text)
  expect(readHolder(join(stateFolder, 'lock'))).toEqual(holder)
})

/**
 * Takes the lock, prints whether it got it, and waits until six have tried, so that none begins after another has
 * ended.
 */
const RACER = `
import { readdirSync, writeFileSync } from 'node:fs'
import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
const [stateFolder, tries] = process.argv.slice(1)
if (typeof takeLock(stateFolder) === 'function') process.stdout.write('lock ')
writeFileSync(tries + '/' + process.pid, '')
const wait = setInterval(() => { if (readdirSync(tries).length === 6) clearInterval(wait) }, 20)
setTimeout(() => process.exit(), 20_000).unref()
`

test('one of many concurrent processes has the lock', () => {
  writeFileSync(join(stateFolder, 'lock'), JSON.stringify({ pid: dead }))
  const tries = mkdtempSync(join(tmpdir(), 'dossier-tries-'))
  const start = '"$0" --input-type=module -e "$1" "$2" "$3" &\n'
  expect(
    spawnSync('sh', ['-c', `${start.repeat(6)}wait`, process.execPath, RACER, stateFolder, tries], {
      encoding: 'utf8',
    }),
  ).toMatchObject({ stdout: 'lock ' })
  expect(existsSync(join(stateFolder, 'lock'))).toBe(true)
  rmSync(tries, { recursive: true })
})
