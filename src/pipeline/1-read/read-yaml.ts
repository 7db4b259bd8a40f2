import type { Document } from 'yaml'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem, Reported } from '../../model/problem.ts'
import { nearestName } from '../../text/nearest-name.ts'

/** A YAML file as far as it could be read, with the line of every part of it. */
export interface ReadYaml<T> extends Reported<T | undefined> {
  /** The line (from 1) at which the value at a path stands. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Reads a file that a person wrote in YAML 1.2 (core schema: a date stays a string) and checks it against its schema.
 *
 * @param file name for the problems, relative to the dossier's root
 * @param text the file's text
 * @param schema what it must hold
 * @returns the value, or every problem with its line, and for an unknown key the nearest known one
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): ReadYaml<T> {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, prettyErrors: false })
  const lineOf = (path: readonly PropertyKey[]) => lines.linePos(offsetOf(document, path)).line
  const broken = [...document.errors, ...document.warnings].map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0])
    return { file, line, column: col, severity: 'error', rule: 'read/yaml', reason: error.message, hint: hintFor(error.code) }
  })
  if (broken.length > 0) return { value: undefined, problems: broken, lineOf }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {}, { reportInput: true })
  if (parsed.success) return { value: parsed.data, problems: [], lineOf }
  return { value: undefined, problems: parsed.error.issues.map((issue) => problemOf(file, issue, schema, lineOf)), lineOf }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function hintFor(code: string): string {
  if (code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY') return 'Put text that holds a colon in quotation marks: key: "text: more"'
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces.'
  return 'Write one "key: value" a line; put text with special characters in quotation marks.'
}

function problemOf(file: string, issue: z.core.$ZodIssue, schema: z.ZodType, lineOf: (path: readonly PropertyKey[]) => number): Problem {
  const unknown = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : undefined
  const path = unknown === undefined ? issue.path : [...issue.path, unknown]
  const where = path.length > 0 ? `${path.map(String).join('.')}: ` : ''
  const hint = unknown === undefined ? undefined : hintForKey(unknown, schema, issue.path)
  return { file, line: lineOf(path), severity: 'error', rule: 'read/schema', reason: where + issue.message, ...(hint && { hint }) }
}

function hintForKey(key: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const known = keysAt(schema, path)
  const near = nearestName(key, known)
  return near ? `${near}: …` : `Known keys: ${known.join(', ')}`
}

interface Definition {
  readonly def: { readonly type: string; readonly shape?: Record<string, z.ZodType>; readonly element?: z.ZodType; readonly innerType?: z.ZodType }
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema as unknown as Definition
  if (def.innerType) return keysAt(def.innerType, path)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(def.shape ?? {})
  const next = def.element ?? def.shape?.[String(step)]
  return next ? keysAt(next, rest) : []
}
