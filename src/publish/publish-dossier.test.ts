import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStateFolder, takeLock } from './disk/lock.ts'
import { publishDossier } from './publish-dossier.ts'
import { writeFiles } from './write-files.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dossier-publish-'))
  writeFiles(root, [
    { path: 'seeds/dossier.yml', text: 'title: Harbour\ndescription: Who signed what?\n' },
    { path: 'seeds/articles/000.txt', text: 'Ines Okafor signed the contract on 2 May 2019.\n' },
    { path: 'content/dossier.json', text: 'published' },
    { path: 'dist/data/sources.json', text: 'published' },
  ])
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const steps: string[] = []
const publish = (changes: { out?: string; strict?: boolean } = {}) =>
  publishDossier({
    root,
    out: join(root, changes.out ?? 'dist'),
    strict: changes.strict ?? false,
    verify: false,
    report: (step) => steps.push(step),
  })

function expectUnchanged(): void {
  for (const path of ['content/dossier.json', 'dist/data/sources.json'])
    expect(readFileSync(join(root, path), 'utf8')).toBe('published')
}

test('a folder that a build did not make is refused before anything is read', async () => {
  steps.length = 0
  expect(await publish({ out: 'seeds' })).toMatchObject({ value: undefined, problems: [{ rule: 'build/not-ours' }] })
  expect(steps).toEqual([])
  expectUnchanged()
})

test('a second build is refused with the first one’s process, whose lock stays', async () => {
  const release = takeLock(openStateFolder(root)) as () => void
  const { value, problems } = await publish()
  expect([value, problems.map(({ rule }) => rule)]).toEqual([undefined, ['build/busy']])
  expect(existsSync(join(root, '.dossier/lock'))).toBe(true)
  release()
  expectUnchanged()
})

test('an error in the dossier publishes nothing and leaves no staging area', async () => {
  writeFileSync(join(root, 'seeds/dossier.yml'), 'title: [\n')
  const { value, problems } = await publish()
  expect(value).toBeUndefined()
  expect(problems.map(({ severity }) => severity)).toContain('error')
  expectUnchanged()
  expect(readdirSync(join(root, '.dossier')).filter((name) => /^(?:next-|lock)/.test(name))).toEqual([])
})

test('a warning stops publication only when asked to', async () => {
  writeFiles(root, [{ path: 'seeds/articles/001.txt', text: 'Ines \u041Ekafor signed it.\n' }])
  const { value, problems } = await publish({ strict: true })
  expect(value).toBeUndefined()
  expect(new Set(problems.map(({ severity }) => severity))).toEqual(new Set(['warning']))
  expectUnchanged()
})

test('a failure of the disk is a problem with its path', async () => {
  rmSync(root, { recursive: true })
  mkdirSync(root)
  writeFileSync(join(root, 'file'), '')
  const { problems } = await publishDossier({
    root: join(root, 'nowhere'),
    out: join(root, 'out'),
    strict: false,
    verify: false,
    report: () => {},
  })
  expect(problems).toMatchObject([{ rule: 'build/disk', severity: 'error', file: expect.stringContaining('nowhere') }])
})
