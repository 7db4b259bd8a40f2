import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression of the source code, and where it stands. */
export interface SourcePattern {
  /** File and line. */
  readonly at: string
  readonly source: string
  readonly flags: string
}

/** Every literal regular expression in the programs of a folder. */
export function listPatterns(folder: string): SourcePattern[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.ts$/.test(file) && !/\.(?:test|bench|fixture)\.ts$/.test(file),
  )
  return files.toSorted().flatMap((file) => {
    const program = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true)
    return literalsIn(program).map((node) => {
      const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.getText(program)) ?? []
      return { at: `${file}:${program.getLineAndCharacterOfPosition(node.getStart(program)).line + 1}`, source, flags }
    })
  })
}

function literalsIn(program: ts.SourceFile): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(program)
  return found
}
