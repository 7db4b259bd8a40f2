import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { noCache } from '../../cache/result-cache.ts'
import { dossierSettings } from '../../model/dossier.ts'
import { registerEntry } from '../../model/register.ts'
import { sidecar } from '../../model/source.ts'
import { buildDossier } from '../../pipeline/build-dossier.ts'
import { pathOf } from './package-files.ts'

const CREATE = pathOf('packages/create-dossier/create.mjs')
let folder: string
beforeAll(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'create-')), 'mine')
  const tarball = join(folder, '../dossier-0.1.0.tgz')
  writeFileSync(tarball, 'the engine')
  execFileSync(process.execPath, [CREATE, folder, '--engine', tarball])
})
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

test('the new dossier builds without a problem', async () => {
  const { problems, dossier } = await buildDossier(folder, { cache: noCache, engine: '', report: () => {} })
  expect(problems).toEqual([])
  expect(dossier.entities.map(({ name }) => name)).toContain('Ines Okafor')
  expect(dossier.sources).toHaveLength(1)
})

test.each<[file: string, name: string, schema: z.ZodType]>([
  ['seeds/dossier.yml', 'dossier', dossierSettings],
  ['seeds/articles/example.yml', 'sidecar', sidecar],
  ['seeds/register/names.yml', 'register', registerEntry.array()],
])('%s names its schema and fits it', (file, name, schema) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const [, path] = /^# yaml-language-server: \$schema=(\S+)/.exec(text)!
  expect(join(file, '..', path!)).toBe(`node_modules/dossier/schemas/${name}.json`)
  expect(existsSync(pathOf(`schemas/${name}.json`))).toBe(true)
  expect(schema.safeParse(parse(text)).error).toBeUndefined()
})

test.each(['.github/workflows/dossier.yml', '.gitlab-ci.yml'])('%s checks, builds and compares', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  expect(() => parse(text, { uniqueKeys: true })).not.toThrow()
  for (const command of ['check', 'build', 'diff']) expect(text).toContain(`npx dossier ${command}`)
})

test('files that git must not keep are ignored, and the tarball of the engine is in the folder', () => {
  expect(readFileSync(join(folder, '.gitignore'), 'utf8').split('\n')).toEqual([
    ...['node_modules/', 'dist/', '.dossier/', 'dossier.zip', 'dossier.zip.tsq', ''],
  ])
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  expect(dependencies.dossier).toBe('file:vendor/dossier-0.1.0.tgz')
  expect(readFileSync(join(folder, 'vendor/dossier-0.1.0.tgz'), 'utf8')).toBe('the engine')
})

test.each<[args: string[], code: number, told: RegExp]>([
  [[], 2, /^Usage/],
  [['a', 'b'], 2, /^Usage/],
  [['a', '--wrong'], 2, /^Usage/],
  [['a', '--engine', 'nowhere.tgz'], 1, /^There is no file/],
])('%j is wrong usage', (args, code, told) => {
  const { status, stderr } = spawnSync(process.execPath, [CREATE, ...args], { encoding: 'utf8' })
  expect([status, told.test(stderr)]).toEqual([code, true])
})

test('a folder that holds something is left alone', () => {
  const { status, stderr } = spawnSync(process.execPath, [CREATE, folder], { encoding: 'utf8' })
  expect([status, /Nothing was written/.test(stderr)]).toEqual([1, true])
})
