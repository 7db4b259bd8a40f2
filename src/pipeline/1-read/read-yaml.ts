import type { Document } from 'yaml'
import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem, Reported } from '../../model/problem.ts'
import { removeDeceiving } from '../../text/characters.ts'
import { correctYaml, explainIssue, hintForKey } from './correct-yaml.ts'

type Path = readonly PropertyKey[]

/** The YAML of a file, with the line (from 1) of the value at a path. */
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
 * Reads a file that holds a list. An item that does not fit its schema is reported and does not hide the others.
 *
 * @returns the valid items, each with the line it begins at
 */
export function readYamlList<T>(file: string, text: string, schema: z.ZodType<T>): Reported<ReadItem<T>[]> {
  const parsed = parseYaml(file, text)
  if (parsed.problems.length > 0) return { value: [], problems: parsed.problems }
  if (!Array.isArray(parsed.raw ?? [])) {
    const reason = 'Unexpected mapping, expected a list: "- " before each entry'
    return {
      value: [],
      problems: [
        { file, line: 1, severity: 'error', rule: 'file/schema', reason, hint: `- ${text.trim().split('\n')[0]}` },
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

/** An item of a list that a person wrote, with the list that holds it and the line it begins at. */
export interface ReadItem<T> {
  readonly item: T
  readonly line: number
}

/**
 * Reads a file with lists of several items among its other fields. An invalid item hides neither the other items nor
 * the
 * other fields.
 *
 * @param schema of the file without these lists
 * @param lists paths of the lists in the raw value
 * @param schemaOf schema of a raw item
 */
export function readYamlWithLists<T, I>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  lists: {
    readonly key: string
    readonly within: (raw: unknown) => Path[]
    readonly schemaOf: (raw: unknown) => z.ZodType<I>
  },
): Reported<{ readonly value: T | undefined; readonly items: readonly (ReadItem<I> & { readonly path: Path })[] }> {
  const parsed = parseYaml(file, text)
  if (parsed.problems.length > 0) return { value: { value: undefined, items: [] }, problems: parsed.problems }
  const raw = parsed.raw ?? {}
  const taken = lists.within(raw).flatMap((path) => takeList(raw, path, lists.key))
  const items = taken.map(({ path, item }) => ({
    path,
    line: parsed.lineOf(path),
    ...check(file, parsed, item, lists.schemaOf(item), path),
  }))
  const rest = check(file, parsed, raw, schema, [])
  return {
    value: {
      value: rest.value,
      items: items.flatMap(({ path, line, value }) => (value === undefined ? [] : [{ path, line, item: value }])),
    },
    problems: [...rest.problems, ...items.flatMap(({ problems }) => problems)],
  }
}

/** Removes the items of a list from a raw value; a value that is not a list stays, so that the schema rejects it. */
function takeList(raw: unknown, at: Path, key: string): { path: Path; item: unknown }[] {
  const holder = at.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown>)[step], raw)
  const list = (holder as Record<string, unknown> | null)?.[key]
  if (!Array.isArray(list)) return []
  delete (holder as Record<string, unknown>)[key]
  return list.map((item: unknown, index) => ({ path: [...at, key, index], item }))
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
      problems: [{ file, line: 1, severity: 'error', rule: 'file/yaml', reason }],
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
      rule: 'file/yaml',
      reason: error.message,
      hint: correctYaml(text, line),
    }
  })
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line
  return { raw: problems.length > 0 ? undefined : toPlain(document), problems, lineOf }
}

/** YAML may write an invisible character as an escape: it is removed as well. */
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
    const { reason, hint } =
      key === undefined
        ? explainIssue(issue, schema)
        : {
            reason: 'Unexpected key, expected one of those that are known here',
            hint: hintForKey(key, schema, issue.path),
          }
    return {
      file,
      line: lineOf([...at, ...path]),
      severity: 'error',
      rule: 'file/schema',
      reason: `${path.map((part) => `${String(part)}: `).join('')}${reason}`,
      ...(hint && { hint }),
    }
  })
}
