import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../..', import.meta.url))
/** What the site says stands in `site/text` by the part of the page it is said on, so its names are those of the parts. */
const isProgram = (file: string) =>
  file.endsWith('.ts') && !/\.(?:test|bench|fixture|d)\.ts$/.test(file) && !/^(?:test|site\/text)\//.test(file)
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(isProgram).toSorted()
const parsed = files.map((file) => ({
  file,
  root: ts.createSourceFile(file, readFileSync(SRC + file, 'utf8'), ts.ScriptTarget.Latest, true),
}))

/** Names that a framework, or the interface of a language pack, gives a meaning in every file that exports them. */
const GIVEN = new Set(['pack', 'GET', 'getStaticPaths', 'default', 'collections'])

/** The names that a file declares and exports; what it only passes on is not its own. */
function exportedNames(root: ts.SourceFile): string[] {
  return root.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText(root))
    return 'name' in statement ? [(statement.name as ts.Identifier).text] : []
  })
}

/** The lists of strings that `z.enum([...])` spells out, each as one text. */
function enumLists(root: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const list = ts.isCallExpression(node) && node.expression.getText(root) === 'z.enum' ? node.arguments[0] : undefined
    const members = list && ts.isArrayLiteralExpression(list) ? list.elements.filter(ts.isStringLiteral) : []
    if (members.length > 0)
      found.push(
        members
          .map(({ text }) => text)
          .toSorted()
          .join(' | '),
      )
    ts.forEachChild(node, visit)
  }
  visit(root)
  return found
}

/** Entries of a list that stand in it more than once, with the files they stand in. */
function repeated(read: (root: ts.SourceFile) => string[]): Record<string, string[]> {
  const pairs = parsed.flatMap(({ file, root }) => read(root).map((name) => ({ name, file })))
  const groups = [...Map.groupBy(pairs, ({ name }) => name)].filter(([, of]) => of.length > 1)
  return Object.fromEntries(groups.map(([name, of]) => [name, of.map(({ file }) => file)]))
}

test('an exported name has one meaning', () => {
  expect(repeated((root) => [...new Set(exportedNames(root))].filter((name) => !GIVEN.has(name)))).toEqual({})
})

test('an enum is spelt once', () => expect(repeated(enumLists)).toEqual({}))
