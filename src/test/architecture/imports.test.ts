import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../..', import.meta.url))

/** Each folder with the folders it may import from; its own files are always allowed. */
const OPEN_TO: Readonly<Record<string, readonly string[]>> = {
  model: [],
  text: ['model'],
  lang: ['model', 'text'],
  markup: ['model', 'text'],
  cite: ['model', 'text'],
  export: ['model', 'text', 'markup', 'cite'],
  'pipeline/1-read': ['model', 'text', 'lang'],
  'pipeline/2-clean': ['model', 'text', 'lang'],
  'pipeline/3-find': ['model', 'text', 'lang'],
  'pipeline/4-resolve': ['model', 'text', 'lang'],
  'pipeline/5-relate': ['model', 'text', 'lang'],
  'pipeline/6-address': ['model', 'text', 'lang'],
  'pipeline/7-compose': ['model', 'text', 'lang', 'markup'],
  cache: ['model', 'text'],
  schemas: ['model', 'text', 'commands', 'pipeline'],
  pipeline: ['model', 'text', 'lang', 'cache', 'pipeline/*', 'export'],
  figures: ['model', 'text'],
  'site/loader': ['model', 'text', 'markup'],
  'site/scripts': ['model', 'text', 'site/text'],
  'site/styles': [],
  'site/text': ['model'],
  'site/pages': ['model', 'text', 'cite', 'figures', 'site', 'site/*'],
  site: [
    'model',
    'text',
    'lang',
    'markup',
    'cite',
    'figures',
    'site/loader',
    'site/scripts',
    'site/styles',
    'site/text',
  ],
  publish: ['model', 'text', 'markup', 'cache', 'figures', 'pipeline', 'pipeline/*'],
  review: ['model', 'text', 'lang'],
  desk: ['model', 'text', 'cache', 'review', 'publish', 'pipeline', 'pipeline/*'],
  'desk/page': ['desk'],
  pack: ['model', 'text', 'publish'],
  commands: ['model', 'text', 'cache', 'desk', 'diff', 'pack', 'pipeline', 'pipeline/*', 'publish', 'review'],
  diff: ['model', 'text', 'markup'],
  astro: ['model', 'text', 'cache', 'pipeline/1-read', 'publish'],
  train: ['model', 'text', 'lang', 'pipeline/*', 'figures'],
  '': ['commands', 'cache', 'diff', 'model', 'pipeline', 'publish'],
}

const isProgram = (file: string) =>
  /\.(?:ts|astro)$/.test(file) && !/\.(?:test|bench|fixture)\.ts$/.test(file) && !file.startsWith('test/')
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(isProgram)

const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, path]) =>
    normalize(join(dirname(file), path!)),
  )

/** The folder of a file: the longest name in `OPEN_TO` that its path begins with. */
const folderOf = (file: string) =>
  Object.keys(OPEN_TO)
    .filter((folder) => folder === '' || file.startsWith(`${folder}/`))
    .reduce((a, b) => (b.length > a.length ? b : a))

const isOpen = (from: string, to: string) =>
  from === to ||
  OPEN_TO[from]!.some((folder) => folder === to || (folder.endsWith('/*') && to.startsWith(folder.slice(0, -1))))

describe('imports go one way', () => {
  test.each(files)('%s', (file) => {
    const closed = importsOf(file).filter((path) => !isOpen(folderOf(file), folderOf(path)))
    expect(
      closed,
      `${folderOf(file) || 'src'} may import from ${OPEN_TO[folderOf(file)]!.join(', ') || 'nowhere'}`,
    ).toEqual([])
  })
})

test('no cycles', () => {
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' -> ')]
    if (done.has(file)) return []
    const cycles = importsOf(file).flatMap((next) => visit(next, [...path, file]))
    done.add(file)
    return cycles
  }
  expect(files.flatMap((file) => visit(file, []))).toEqual([])
})

test.each([
  ['astro', /^(?:site\/|astro\/|desk\/serve\.ts$)/],
  ['gray-matter', /^markup\/page-file\.ts$/],
])('only its own folder imports %s', (name, allowed) => {
  const users = files.filter(
    (file) =>
      new RegExp(`from '${name}[/:']`).test(readFileSync(join(SRC, file), 'utf8')) ||
      new RegExp(`from '${name}'`).test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(users.filter((file) => !allowed.test(file))).toEqual([])
})

test('nothing written depends on the clock, on chance or on the locale', () => {
  const forbidden = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\.localeCompare\b|\.toLocale\w+\(|\bIntl\./
  const users = files.filter(
    (file) => !file.startsWith('site/scripts/') && forbidden.test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(users).toEqual([])
})

test('no stage, export or page writes to the disk', () => {
  const writes = /\b(?:writeFileSync|appendFileSync|mkdirSync|renameSync|rmSync|cpSync|linkSync|createWriteStream)\b/
  const writers = /^(?:publish|desk|cache|pack|train|schemas|astro|commands|site\/prerender)\/|^pipeline\/store\.ts$/
  const users = files.filter((file) => writes.test(readFileSync(join(SRC, file), 'utf8')))
  expect(users.length).toBeGreaterThan(10)
  expect(users.filter((file) => !writers.test(file))).toEqual([])
})

test('no page looks for tags in HTML: annotations come from the trees of the passages', () => {
  const literal =
    /(?<=[=(,:?&|]\s*|\breturn\s)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*(?<!\(\?)<[a-z/][^\n]*\//
  expect(literal.test("html.replace(/<span[^>]*>/g, '')")).toBe(true)
  const users = files.filter((file) => file.startsWith('site/') && literal.test(readFileSync(join(SRC, file), 'utf8')))
  expect(users).toEqual([])
})

test('a kind of entity is named in five files of the site and the model', () => {
  const all = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  const kinds = ['person', 'organisation', 'place', 'event', 'work', 'object']
  const users = all.filter((file) => {
    if (!/\.(?:ts|astro|css)$/.test(file) || /\.test\.ts$|^(?:lang|test|train)\//.test(file)) return false
    const code = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '')
    return kinds.every((kind) => new RegExp(`\\b${kind}\\b`).test(code))
  })
  expect(users.toSorted()).toEqual([
    'model/kind.ts',
    'site/styles/evidence.css',
    'site/styles/tokens.css',
    'site/text/en.ts',
  ])
})

test('no folder or file is called utils, helpers or common', () => {
  expect(files.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|managers?|misc)(?:\/|\.)/.test(file))).toEqual([])
})
