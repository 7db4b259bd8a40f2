import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { Visitor } from 'rolldown/utils'

/** A regular expression of the source code, and its place. */
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
  return files.toSorted().flatMap((file) => patternsOf(file, readFileSync(join(folder, file), 'utf8')))
}

function patternsOf(file: string, text: string): SourcePattern[] {
  const found: SourcePattern[] = []
  const visitor = new Visitor({
    Literal(node) {
      if (!('regex' in node)) return
      const line = text.slice(0, node.start).split('\n').length
      found.push({ at: `${file}:${line}`, source: node.regex.pattern, flags: node.regex.flags })
    },
  })
  visitor.visit(parseAst(text, { lang: 'ts' }))
  return found
}
