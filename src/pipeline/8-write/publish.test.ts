import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realDisk } from './disk.ts'
import type { Disk } from './disk.ts'
import { publish, resumePublishing } from './publish.ts'
import { writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-publish-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const workshop = () => join(root, '.dossier')
const moves = () => ['content', 'dist'].map((name) => ({ staged: join(workshop(), 'next', name), target: join(root, name) }))
const fill = (folder: string, text: string) => writeFiles(join(root, folder), [{ path: 'a', text }, { path: 'b/c', text }])

/** `old`, `new`, `none` where the folder is missing, or what was mixed. */
function read(name: string): string {
  if (!existsSync(join(root, name))) return 'none'
  return [...new Set(['a', 'b/c'].map((file) => readFileSync(join(root, name, file), 'utf8')))].join(' and ')
}

const state = () => [read('content'), read('dist')]

function prepare(isFirst: boolean): void {
  rmSync(root, { recursive: true })
  for (const name of ['content', 'dist']) {
    fill(`.dossier/next/${name}`, 'new')
    if (!isFirst) fill(name, 'old')
  }
}

const CALLS = ['identify', 'exists', 'makeFolder', 'write', 'flush', 'flushNames', 'rename', 'exchange', 'remove'] as const

interface Fault {
  /** The call that fails, counted from 0. */
  readonly at: number
  /** The call does its work before it fails, as when the process is killed between two calls. */
  readonly isDone: boolean
  /** Every later call fails too: the process is dead. */
  readonly isKilled: boolean
}

/** A disk that counts its calls and fails at one of them. */
function makeFaulty(disk: Disk, { at, isDone, isKilled }: Fault): { disk: Disk; count: () => number } {
  let count = 0
  const wrap = (call: (...args: never[]) => unknown) => (...args: never[]) => {
    const turn = count++
    const fails = turn === at || (isKilled && turn > at)
    if (fails && !(isDone && turn === at)) throw new Error('EIO')
    const result = call(...args)
    if (fails) throw new Error('EIO')
    return result
  }
  const faulty = Object.fromEntries(CALLS.map((name) => [name, wrap(disk[name] as never)])) as unknown as Disk
  return { disk: faulty, count: () => count }
}

/** Three renames that no failure comes between stand for an exchange; `exchange-folders.test.ts` tests the true one. */
function exchange(one: string, other: string): boolean {
  for (const [from, to] of [[one, `${one}.x`], [other, one], [`${one}.x`, other]] as const) renameSync(from, to)
  return true
}

const nothing = () => undefined
const withExchange: Disk = { ...realDisk, write: writeFileSync, flush: nothing, flushNames: nothing, exchange }
const withoutExchange: Disk = { ...withExchange, exchange: () => false }

const faults = [false, true].flatMap((isDone) => [false, true].map((isKilled) => ({ isDone, isKilled })))
const rows = [false, true].flatMap((isFirst) => faults.map((fault) => ({ ...fault, isFirst })))

/** Publishes once for each call there is, with a failure at that call. */
function failEverywhere(disk: Disk, { isFirst, isDone, isKilled }: (typeof rows)[number], look: (at: number) => void): number {
  for (let at = 0; ; at += 1) {
    prepare(isFirst)
    const faulty = makeFaulty(disk, { at, isDone, isKilled })
    try {
      publish(workshop(), moves(), faulty.disk)
    } catch {
      look(at)
    }
    if (faulty.count() <= at) return at
    resumePublishing(workshop(), disk)
    const after = state()
    expect(new Set(after).size, `after the next run, call ${at}: ${after.join()}`).toBe(1)
    expect(isFirst ? ['none', 'new'] : ['old', 'new']).toContain(after[0])
    expect(existsSync(join(workshop(), 'publishing.json'))).toBe(false)
  }
}

test.each(rows)('a failure at any call leaves whole folders, exchanged in one step: %j', (row) => {
  const count = failEverywhere(withExchange, row, () => {
    for (const one of state()) expect(row.isFirst ? ['none', 'new'] : ['old', 'new']).toContain(one)
  })
  expect(count).toBeGreaterThan(8)
})

test.each(rows)('a failure at any call leaves whole folders, exchanged by renames: %j', (row) => {
  failEverywhere(withoutExchange, row, () => {
    for (const one of state()) expect(['none', 'old', 'new']).toContain(one)
  })
})

test.each([withExchange, withoutExchange])('a call that fails once takes everything back', (disk) => {
  failEverywhere(disk, { isFirst: false, isDone: false, isKilled: false }, () => expect(state()).toEqual(['old', 'old']))
})

test.each([[realDisk, false], [realDisk, true], [withoutExchange, false]])('finished folders take their places', (disk, isFirst) => {
  prepare(isFirst)
  publish(workshop(), moves(), disk)
  expect(state()).toEqual(['new', 'new'])
  expect(readdirSync(workshop())).toEqual(['next'])
})

test('without a journal the published folders are left alone', () => {
  prepare(false)
  resumePublishing(workshop())
  expect(state()).toEqual(['old', 'old'])
})

test.each(['../x', 'a/../../x', '/etc/x', '..'])('a path that leads outside is refused: %s', (path) => {
  expect(() => writeFiles(join(root, 'dist'), [{ path, text: 'x' }])).toThrow('expected one inside')
})
