import type { Document } from 'yaml'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem, Reported } from '../../model/problem.ts'
import { removeDeceiving } from '../../text/invisible.ts'
import { correctValue, correctYaml } from './correct-yaml.ts'
import { hintForKey } from './known-keys.ts'

type Path = readonly PropertyKey[]

/** YAML as it stands in a file, with the line (from 1) of the value at a path. */
interface ParsedYaml {
  readonly raw: unknown
  readonly problems: readonly Problem[]
  readonly lineOf: (path: Path) => number
}

/**
 * Reads a file that a person wrote in YAML 1.2 (core schema: a date stays a string) and checks it against its schema.
 *
 * @param file name for the problems, relative to the dossier's root
 * @returns the value, or every problem with its line and the corrected text
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): Reported<T | undefined> {
  const parsed = parseYaml(file, text)
  if (parsed.problems.length > 0) return { value: undefined, problems: parsed.problems }
  return check(file, parsed, parsed.raw ?? {}, schema, [])
}

/**
 * Reads a file that holds a list. An item that does not fit its schema is a problem of its own and hides no other.
 *
 * @returns the items that fit, each with the line it begins at
 */
export function readYamlList<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
): Reported<{ item: T; line: number }[]> {
  const parsed = parseYaml(file, text)
  if (parsed.problems.length > 0) return { value: [], problems: parsed.problems }
  if (!Array.isArray(parsed.raw ?? [])) {
    const reason = 'Unexpected mapping, expected a list: "- " before each entry'
    return {
      value: [],
      problems: [
        { file, line: 1, severity: 'error', rule: 'read/schema', reason, hint: `- ${text.trim().split('\n')[0]}` },
      ],
    }
  }
  const items = ((parsed.raw ?? []) as unknown[]).map((raw, index) => ({
    ...check(file, parsed, raw, schema, [index]),
    line: parsed.lineOf([index]),
  }))
  return {
    value: items.flatMap(({ value, line }) => (value === undefined ? [] : [{ item: value, line }])),
    problems: items.flatMap(({ problems }) => problems),
  }
}

/** A file nested so deep that the parser gives up, or with aliases, is a problem like any other. */
function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter()
  try {
    return readDocument(file, text, lines)
  } catch (error) {
    const reason = `Unexpected YAML, expected plain values: ${(error as Error).message}`
    return {
      raw: undefined,
      problems: [{ file, line: 1, severity: 'error', rule: 'read/yaml', reason }],
      lineOf: () => 1,
    }
  }
}

function readDocument(file: string, text: string, lines: LineCounter): ParsedYaml {
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const problems = [...document.errors, ...document.warnings].map((error): Problem => {
    const { line, col } = lines.linePos(error.pos[0])
    return {
      file,
      line,
      column: col,
      severity: 'error',
      rule: 'read/yaml',
      reason: error.message,
      hint: correctYaml(text, line),
    }
  })
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line
  return { raw: problems.length > 0 ? undefined : toPlain(document), problems, lineOf }
}

/** YAML may write a deceiving character as an escape: none comes through. */
function toPlain(document: Document): unknown {
  return document.toJS({
    maxAliasCount: 0,
    reviver: (_, value) => (typeof value === 'string' ? removeDeceiving(value) : value),
  })
}

function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function check<T>(
  file: string,
  { lineOf }: ParsedYaml,
  raw: unknown,
  schema: z.ZodType<T>,
  at: Path,
): Reported<T | undefined> {
  const parsed = schema.safeParse(raw, { reportInput: true })
  if (parsed.success) return { value: parsed.data, problems: [] }
  return {
    value: undefined,
    problems: parsed.error.issues.flatMap((issue) => problemsOf(file, issue, schema, at, lineOf)),
  }
}

function problemsOf(
  file: string,
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  at: Path,
  lineOf: (path: Path) => number,
): Problem[] {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
  return unknown.map((key) => {
    const path = key === undefined ? issue.path : [...issue.path, key]
    const reason = `${path.map((part) => `${String(part)}: `).join('')}${key === undefined ? issue.message : 'Unexpected key, expected one of those that are known here'}`
    const expected = issue.code === 'invalid_type' ? issue.expected : undefined
    const hint =
      key === undefined ? correctValue(String(path.at(-1)), issue.input, expected) : hintForKey(key, schema, issue.path)
    return {
      file,
      line: lineOf([...at, ...path]),
      severity: 'error',
      rule: 'read/schema',
      reason,
      ...(hint && { hint }),
    }
  })
}
