import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { realDisk } from './disk.ts'
import type { Disk } from './disk.ts'
import { exchangeFolders, resumeExchange } from './exchange.ts'
import { writeFiles } from '../../publish/write-files.ts'

/** Memory where there is such a folder: a disk takes milliseconds to delete a tree, and here are hundreds of them. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let root: string
beforeEach(() => {
  root = mkdtempSync(join(FOLDER, 'dossier-publish-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const stateFolder = () => join(root, '.dossier')
const moves = () =>
  ['content', 'dist'].map((name) => ({ staged: join(stateFolder(), 'next', name), target: join(root, name) }))
const fill = (folder: string, text: string) =>
  writeFiles(join(root, folder), [
    { path: 'a', text },
    { path: 'b/c', text },
  ])

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

const CALLS = [
  'identify',
  'exists',
  'makeFolder',
  'write',
  'flush',
  'flushNames',
  'rename',
  'exchange',
  'remove',
] as const

interface Fault {
  /** The call that fails, counted from 0. */
  readonly at: number
  /** The call does its work before it fails, as when the process is killed between two calls. */
  readonly isDone: boolean
  /** From this call on all fail: the process is dead. */
  readonly dead: number
}

/** A disk that counts its calls, fails at one of them and dies at another; `look` is called after each that succeeds. */
function makeFaulty(disk: Disk, { at, isDone, dead }: Fault, look = () => {}): { disk: Disk; count: () => number } {
  let count = 0
  const wrap =
    (call: (...args: never[]) => unknown) =>
    (...args: never[]) => {
      const turn = count++
      const fails = turn === at || turn >= dead
      if (fails && !(isDone && turn === at)) throw new Error('EIO')
      const result = call(...args)
      if (fails) throw new Error('EIO')
      look()
      return result
    }
  const faulty = Object.fromEntries(CALLS.map((name) => [name, wrap(disk[name] as never)])) as unknown as Disk
  return { disk: faulty, count: () => count }
}

/** Three renames replace the exchange; `disk.test.ts` tests the real one. */
function exchange(one: string, other: string): boolean {
  for (const [from, to] of [
    [one, `${one}.x`],
    [other, one],
    [`${one}.x`, other],
  ] as const)
    renameSync(from, to)
  return true
}

const nothing = () => undefined
const withExchange: Disk = { ...realDisk, write: writeFileSync, flush: nothing, flushNames: nothing, exchange }
const withoutExchange: Disk = { ...withExchange, exchange: () => false }

const faults = [false, true].flatMap((isDone) => [false, true].map((isKilled) => ({ isDone, isKilled })))
const rows = [false, true].flatMap((isFirst) => faults.map((fault) => ({ ...fault, isFirst })))

/** Publishes once for each call there is, with a failure at that call. */
function failEverywhere(
  disk: Disk,
  { isFirst, isDone, isKilled }: (typeof rows)[number],
  look: (at: number) => void,
): number {
  for (let at = 0; ; at += 1) {
    prepare(isFirst)
    const faulty = makeFaulty(disk, { at, isDone, dead: isKilled ? at : Infinity })
    try {
      exchangeFolders(stateFolder(), moves(), faulty.disk)
    } catch {
      look(at)
    }
    if (faulty.count() <= at) return at
    resumeExchange(stateFolder(), disk)
    const after = state()
    expect(new Set(after).size, `after the next run, call ${at}: ${after.join()}`).toBe(1)
    expect(isFirst ? ['none', 'new'] : ['old', 'new']).toContain(after[0])
    expect(existsSync(join(stateFolder(), 'publishing.json'))).toBe(false)
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

const taking = [withExchange, withoutExchange].flatMap((disk) => [false, true].map((isFirst) => ({ disk, isFirst })))

test.each(taking)('a call that fails once takes everything back', ({ disk, isFirst }) => {
  failEverywhere(disk, { isFirst, isDone: false, isKilled: false }, () => {
    expect(state()).toEqual(isFirst ? ['none', 'none'] : ['old', 'old'])
    expect(existsSync(join(stateFolder(), 'publishing.json'))).toBe(false)
  })
})

test.each([withExchange, withoutExchange])(
  'a process that dies while it takes everything back leaves one state to the next run',
  (disk) => {
    for (let at = 6; at <= 20; at += 1) {
      for (let dead = at + 1; ; dead += 1) {
        prepare(false)
        const faulty = makeFaulty(disk, { at, isDone: true, dead })
        try {
          exchangeFolders(stateFolder(), moves(), faulty.disk)
        } catch {
          resumeExchange(stateFolder(), disk)
        }
        expect(new Set(state()).size, `failed at ${at}, dead at ${dead}: ${state().join()}`).toBe(1)
        if (faulty.count() <= dead) break
      }
    }
  },
)

test('folders that can be exchanged are never missing, also while they are given back', () => {
  for (let at = 0; at < 30; at += 1) {
    prepare(false)
    const { disk } = makeFaulty(withExchange, { at, isDone: true, dead: Infinity }, () =>
      expect(state()).not.toContain('none'),
    )
    try {
      exchangeFolders(stateFolder(), moves(), disk)
    } catch (error) {
      expect(String(error)).toContain('EIO')
    }
  }
})

test.each([
  [realDisk, false],
  [realDisk, true],
  [withoutExchange, false],
])('finished folders take their places, and the former theirs', (disk, isFirst) => {
  prepare(isFirst)
  exchangeFolders(stateFolder(), moves(), disk)
  expect(state()).toEqual(['new', 'new'])
  expect(['content', 'dist'].map((name) => read(`.dossier/next/${name}`))).toEqual(
    isFirst ? ['none', 'none'] : ['old', 'old'],
  )
  expect(readdirSync(stateFolder())).toEqual(['next'])
})

test('a site may go into folders that are not there yet', () => {
  prepare(true)
  const target = join(root, 'web/site/dist')
  exchangeFolders(stateFolder(), [{ staged: join(stateFolder(), 'next/dist'), target }])
  expect(read('web/site/dist')).toBe('new')
})

test('without a journal the published folders do not change', () => {
  prepare(false)
  resumeExchange(stateFolder())
  expect(state()).toEqual(['old', 'old'])
})

test('everything is flushed before the first folder moves, and the moves before the journal is deleted', () => {
  prepare(false)
  const calls: string[] = []
  const note =
    (name: keyof Disk) =>
    (...args: never[]) => {
      calls.push(`${name} ${args.map((path: string) => path.slice(root.length + 1).split('\n')[0]).join(' ')}`.trim())
      return (withExchange[name] as (...all: never[]) => unknown)(...args)
    }
  const noted = Object.fromEntries(CALLS.map((name) => [name, note(name)])) as unknown as Disk
  exchangeFolders(stateFolder(), moves(), noted)
  expect(calls.filter((call) => /^(?:flush|exchange|remove|rename)/.test(call))).toEqual([
    'flush .dossier/next/content',
    'flush .dossier/next/dist',
    'rename .dossier/publishing.json.new .dossier/publishing.json',
    'flushNames .dossier',
    'exchange .dossier/next/content content',
    'exchange .dossier/next/dist dist',
    'flushNames',
    'flushNames',
    'remove .dossier/publishing.json',
  ])
})
