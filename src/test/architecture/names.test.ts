import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import type { ESTree } from 'rolldown/utils'
import { Visitor } from 'rolldown/utils'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../..', import.meta.url))
/**
 * The texts of the site are in `site/text` by the part of the page that shows them, so its names are those of the
 * parts.
 */
const isProgram = (file: string) =>
  file.endsWith('.ts') && !/\.(?:test|bench|fixture|d)\.ts$/.test(file) && !/^(?:test|site\/text)\//.test(file)
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(isProgram).toSorted()
const parsed = files.map((file) => ({ file, program: parseAst(readFileSync(SRC + file, 'utf8'), { lang: 'ts' }) }))

/** Names that a framework, or the interface of a language pack, gives a meaning in every file that exports them. */
const GIVEN = new Set(['pack', 'GET', 'getStaticPaths', 'default', 'collections'])

/** The names that a file declares and exports, without re-exports. */
function exportedNames({ body }: ESTree.Program): string[] {
  return body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null
    if (!declared) return []
    const named = declared.type === 'VariableDeclaration' ? declared.declarations : [declared]
    return named.flatMap(({ id }) => (id?.type === 'Identifier' ? id.name : []))
  })
}

/** The lists of strings that `z.enum([...])` spells out, each as one text. */
function enumLists(program: ESTree.Program): string[] {
  const found: string[] = []
  const visitor = new Visitor({
    CallExpression({ callee, arguments: [list] }) {
      const isEnum =
        callee.type === 'MemberExpression' &&
        callee.object.type === 'Identifier' &&
        callee.object.name === 'z' &&
        callee.property.type === 'Identifier' &&
        callee.property.name === 'enum'
      if (!isEnum || list?.type !== 'ArrayExpression') return
      const members = list.elements.flatMap((one) => (one?.type === 'Literal' ? String(one.value) : []))
      if (members.length > 0) found.push(members.toSorted().join(' | '))
    },
  })
  visitor.visit(program)
  return found
}

/** Entries that occur in a list more than once, with their files. */
function repeated(read: (program: ESTree.Program) => string[]): Record<string, string[]> {
  const pairs = parsed.flatMap(({ file, program }) => read(program).map((name) => ({ name, file })))
  const groups = [...Map.groupBy(pairs, ({ name }) => name)].filter(([, of]) => of.length > 1)
  return Object.fromEntries(groups.map(([name, of]) => [name, of.map(({ file }) => file)]))
}

test('an exported name has one meaning', () => {
  const names = parsed.flatMap(({ program }) => exportedNames(program))
  expect(names.length).toBeGreaterThan(1000)
  expect(repeated((program) => [...new Set(exportedNames(program))].filter((name) => !GIVEN.has(name)))).toEqual({})
})

test('an enum is spelt once', () => {
  expect(parsed.flatMap(({ program }) => enumLists(program)).length).toBeGreaterThan(5)
  expect(repeated(enumLists)).toEqual({})
})

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const known = new Set(readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((path) => basename(path)))

test.each(['CONTRIBUTING.md', ...globSync('src/**/README.md', { cwd: ROOT }).toSorted()])(
  '%s names files that are there',
  (page) => {
    const named = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/`([\w./-]+\.ts)`/g)].map(([, path]) => path!)
    expect(named.filter((path) => !known.has(basename(path)))).toEqual([])
  },
)
