import { readdirSync } from 'node:fs'
import { satisfies } from 'semver'
import { describe, expect, test } from 'vitest'
import { composeNotice } from './notice.ts'
import { nameOf, pathOf, readEngine, readLock, readManifest, readText } from './package-files.ts'

const { scripts, dependencies, devDependencies, optionalDependencies } = readManifest()
const lock = readLock()
const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
const listed = new Set(
  readText('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => line.split('|')[1]!.split(/[ ,:*]+/)),
)

/** Packages that a file imports, resolves or names in CSS. */
const IMPORTED =
  /(?:\bfrom\s+|\bimport\s+|\bimport\(\s*|\bresolve\(\s*|\(import\.meta\.url\)\(\s*)'((?:@[\w-]+\/)?[\w.-]+)/g
const importsOf = (text: string) => [...text.matchAll(IMPORTED)].map(([, name]) => name!)
const imported = new Set([...listSources()].flatMap((file) => importsOf(readText(file))))
const commands = new Set(Object.values(scripts).flatMap((script) => script.split(/&& |\s/)))

function* listSources(): Generator<string> {
  yield 'astro.config.mjs'
  for (const file of readdirSync(pathOf('src'), { recursive: true, encoding: 'utf8' }))
    if (/\.(?:ts|mjs|astro)$/.test(file)) yield `src/${file}`
}

function isUsed(name: string): boolean {
  const { bin = {} } = lock.packages[`node_modules/${name}`]!
  const isRun = Object.keys(bin).some((command) => commands.has(command))
  return isRun || imported.has(name) || isNeededByUsed(name)
}

/** Types of imported packages, and peer dependencies of imported packages. */
function isNeededByUsed(name: string): boolean {
  if (name.startsWith('@types/')) return name === '@types/node' || imported.has(name.slice(7))
  return [...imported].some((one) => lock.packages[`node_modules/${one}`]?.peerDependencies?.[name] !== undefined)
}

describe('each package', () => {
  test.each(all)('%s has a reason in SECURITY.md', (name) => {
    expect(listed.has(name) || (name.startsWith('@types/') && listed.has('@types/'))).toBe(true)
  })

  test.each(all)('%s is pinned exactly', (_, version) => expect(version).toMatch(/^\d+\.\d+\.\d+$/))

  test.each(all)('%s is imported, or run by a script', (name) => expect(isUsed(name)).toBe(true))
})

test('SECURITY.md gives a reason for no package that is gone', () => {
  const named = [...listed].filter((name) => /^@[\w-]+\/[\w-]+$|^[a-z][\w-]*-[\w-]+$/.test(name))
  expect(named.filter((name) => !all.some(([one]) => one === name))).toEqual([])
})

test.each([
  ["import { visit } from 'unist-util-visit'", ['unist-util-visit']],
  ["const { default: sharp } = await import('sharp')", ['sharp']],
  ["createRequire(import.meta.url).resolve('typescript/package.json')", ['typescript']],
  ['// The walk of unist-util-visit, without its visitors.', []],
  ["const reason = 'unist-util-visit'", []],
])('%s imports %j', (text, expected) => expect(importsOf(text)).toEqual(expected))

test('the Node that runs every script is one that each package asks for', () => {
  const engines = Object.keys(lock.packages).map((folder) => [nameOf(folder), readEngine(folder)] as const)
  const refused = engines.filter(([, range]) => range !== undefined && !satisfies(process.version, range))
  expect(refused).toEqual([])
  expect(engines.filter(([, range]) => range !== undefined).length).toBeGreaterThan(100)
})

test('the lock holds no engines, which npm would compare with another Node: `npm run lock`', () =>
  expect(Object.entries(lock.packages).filter(([folder, { engines }]) => folder !== '' && engines)).toEqual([]))

test('NOTICE names every package of the lock: `npm run notice`', () =>
  expect(readText('NOTICE')).toBe(composeNotice(lock)))
