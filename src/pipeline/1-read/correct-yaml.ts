import type { z } from 'zod'
import { nearestName } from '../../text/compare.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The likely correction of a line of broken YAML: its text in quotation marks, its tabs as spaces.
 *
 * @param line line of the file, from 1
 */
export function correctYaml(text: string, line: number): string {
  const broken = text.split(/\r?\n/)[line - 1] ?? ''
  if (/^ *\t/.test(broken)) return broken.replaceAll('\t', '  ')
  const pair = /^(\s*(?:- )?[\w-]+): (?!["'[{|>])(.+)$/.exec(broken)
  if (pair) return `${pair[1]}: ${JSON.stringify(pair[2])}`
  return 'Write one "key: value" a line; put text with special characters in quotation marks.'
}

/** The error in a value, and the corrected lines if they are known. */
export function explainIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
): { readonly reason: string; readonly hint?: string | undefined } {
  const key = issue.path.at(-1)
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    const fields = keysAt(schema, issue.path).map((field) => `${field}: …`)
    return { reason: issue.message, hint: fields.length > 0 ? `{ ${fields.join(', ')} }` : undefined }
  }
  const hintOf = (one: z.core.$ZodIssue) => (typeof key === 'string' ? correctIssue(key, one) : undefined)
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return { reason: issue.message, hint: hintOf(issue) }
  const own = issue.errors.flat()
  const expected = own.flatMap((one) => (one.code === 'invalid_type' ? [one.expected] : []))
  const hints = own.map(hintOf)
  return {
    reason: `${issue.message}${expected.length > 0 ? `: expected ${expected.join(' or ')}` : ''}`,
    hint: hints.find((hint) => hint !== undefined),
  }
}

function correctIssue(key: string, issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return chooseValue(key, issue.input, issue.values)
  if (issue.code === 'invalid_union') {
    // For a discriminated union zod gives the known values of the discriminator.
    const { options = [], input } = issue as { options?: unknown[]; input?: unknown }
    return chooseValue(key, (input as Record<string, unknown>)[key], options)
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined
  if (expected === 'array' && typeof issue.input === 'string') return `${key}: [${JSON.stringify(issue.input)}]`
  return correctValue(key, issue.input, expected)
}

/** The nearest of the values that fit, or all of them, one a line. */
function chooseValue(key: string, value: unknown, values: readonly unknown[]): string | undefined {
  const known = values.map(String)
  const near = typeof value === 'string' ? nearestName(value, known) : undefined
  return (near === undefined ? known : [near]).map((one) => `${key}: ${one}`).join('\n') || undefined
}

/**
 * The corrected line for a value that does not fit, where it is known: a date in words, a list for a text, or a
 * number such as `2019` that YAML does not read as text.
 *
 * @param expected the type that the schema expects there
 */
export function correctValue(key: string, value: unknown, expected?: string): string | undefined {
  if (typeof value === 'number' && expected === 'string') return `${key}: "${value}"`
  if (Array.isArray(value) && expected === 'string') return `${key}: ${JSON.stringify(value.join(', '))}`
  if (typeof value !== 'string') return value === undefined ? `${key}: "…"` : undefined
  const date = readWrittenDate(value)
  return date === undefined ? undefined : `${key}: ${date}`
}

/** "14 March 2023", "March 14, 2023" and "14/03/2023" as `YYYY-MM-DD`, when there is one way to read it. */
function readWrittenDate(value: string): string | undefined {
  const match = /^(\w{1,9})[ ./-]+(\w{1,9}),?[ ./-]+(\d{4})$/.exec(value)
  if (!match) return undefined
  const [a, b, year] = [match[1]!, match[2]!, match[3]!]
  const readings = [
    [a, b],
    [b, a],
  ]
    .map(([day, month]) => [readDay(day!), readMonth(month!)])
    .filter(([day, month]) => day && month)
  const dates = new Set(readings.map(([day, month]) => `${year}-${month}-${day}`))
  return dates.size === 1 ? [...dates][0] : undefined
}

const readDay = (part: string) => (/^(?:0?[1-9]|[12]\d|3[01])$/.test(part) ? part.padStart(2, '0') : undefined)

function readMonth(part: string): string | undefined {
  if (/^(?:0?[1-9]|1[0-2])$/.test(part)) return part.padStart(2, '0')
  const at = MONTHS.indexOf(part.slice(0, 3).toLowerCase())
  return at < 0 ? undefined : `${at + 1}`.padStart(2, '0')
}

interface Definition {
  readonly def: {
    readonly shape?: Record<string, z.ZodType>
    readonly element?: z.ZodType
    readonly innerType?: z.ZodType
  }
}

/** Suggestion for a key that the schema does not know: the nearest in spelling, or all that it knows. */
export function hintForKey(key: string, schema: z.ZodType, path: readonly PropertyKey[]): string {
  const known = keysAt(schema, path)
  const near = nearestName(key, known)
  return near ? `${near}: …` : `Known keys: ${known.join(', ')}`
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { def } = schema as unknown as Definition
  if (def.innerType) return keysAt(def.innerType, path)
  const [step, ...rest] = path
  if (step === undefined) return Object.keys(def.shape ?? {})
  const next = def.element ?? def.shape?.[String(step)]
  return next ? keysAt(next, rest) : []
}
