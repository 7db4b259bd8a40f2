import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setStaleAside, takeLock } from './lock.ts'
import { identify, isRunning, readHolder } from './lock-holder.ts'

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

test('a lock that somebody deleted can be let go, and one in no folder cannot be taken', () => {
  const release = takeLock(workshop) as () => void
  rmSync(join(workshop, 'lock'))
  expect(release).not.toThrow()
  expect(() => takeLock(join(workshop, 'none'))).toThrow('ENOENT')
})

const dead = spawnSync(process.execPath, ['-e', '']).pid

test.each([
  ['a process that has ended', JSON.stringify({ pid: dead })],
  ['a process whose number was given to another', JSON.stringify({ pid: process.pid, started: '1' })],
  ['nobody: the file is empty', ''],
  ['nobody: the file is damaged', '{"pid"'],
  ['nobody: the file is another’s', '7'],
])('the lock of %s is void', (_, text) => {
  writeFileSync(join(workshop, 'lock'), text)
  expect(takeLock(workshop)).toBeTypeOf('function')
  expect(readdirSync(workshop)).toEqual(['lock'])
})

test.each<[string, string | undefined, { pid: number } | undefined, string[]]>([
  ['the void lock', '{"pid":7}', { pid: 7 }, []],
  ['a damaged lock', '{', undefined, []],
  ['a lock that was taken meanwhile', '{"pid":8}', { pid: 7 }, ['lock']],
  ['a lock that was taken meanwhile from nobody', '{"pid":8}', undefined, ['lock']],
  ['no lock', undefined, { pid: 7 }, []],
])('%s is set aside, or put back', (_, text, seen, left) => {
  if (text !== undefined) writeFileSync(join(workshop, 'lock'), text)
  setStaleAside(join(workshop, 'lock'), join(workshop, 'lock.9'), seen)
  expect(readdirSync(workshop)).toEqual(left)
  if (left.length > 0) expect(readFileSync(join(workshop, 'lock'), 'utf8')).toBe(text)
})

test('what cannot be set aside is told', () => {
  writeFileSync(join(workshop, 'lock'), '')
  expect(() => setStaleAside(join(workshop, 'lock'), join(workshop, 'none/lock.9'), undefined)).not.toThrow()
  expect(() => setStaleAside(join(workshop, 'lock'), join(workshop, 'lock/9'), undefined)).toThrow('ENOTDIR')
})

test.runIf(process.platform === 'linux')('a process is known by when it started, whatever its name', async () => {
  const program = join(workshop, ') S 1 2 3')
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
  writeFileSync(join(workshop, 'lock'), text)
  expect(readHolder(join(workshop, 'lock'))).toEqual(holder)
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
  expect(
    spawnSync('sh', ['-c', `${start.repeat(6)}wait`, process.execPath, RACER, workshop, tries], { encoding: 'utf8' }),
  ).toMatchObject({ stdout: 'lock ' })
  expect(existsSync(join(workshop, 'lock'))).toBe(true)
  rmSync(tries, { recursive: true })
})
