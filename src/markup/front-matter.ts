import matter from 'gray-matter'
import { parseDocument, stringify } from 'yaml'

/** What stands between the `---` lines of a file, and the rest. */
export interface FrontMatter {
  readonly data: unknown
  /** The text after the closing `---` line. */
  readonly body: string
}

/** Generated front matter lists every passage of a source; nothing near this length is honest. */
const MAX_LENGTH = 4_194_304

const refuse = () => {
  throw new Error('Unexpected front matter language, expected YAML between two lines of exactly "---"')
}

const refusal = { parse: refuse, stringify: refuse }
const yaml = { parse: (text: string) => readYaml(text) as object, stringify: refuse }

/**
 * Splits a file into front matter and body. The only door to gray-matter: YAML 1.2 core schema and nothing else.
 * Code engines, aliases, tags and an opening line that is not exactly `---` are refused, and its cache is off.
 *
 * @throws Error with a message for the reader when the front matter is not plain YAML
 */
export function readFrontMatter(text: string): FrontMatter {
  if (/^\uFEFF?\s*---[^\n]*\S/.test(text) && !/^---\r?\n/.test(text)) refuse()
  if (!text.startsWith('---')) return { data: {}, body: text }
  const { data, content } = matter(text, { language: 'yaml', engines: { yaml, javascript: refusal, json: refusal } })
  return { data, body: content }
}

const WRITING = {
  schema: 'core',
  version: '1.2',
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const

/** Writes front matter: every string quoted, keys in the order given, one line a scalar, closed by `---`. */
export function writeFrontMatter(data: object): string {
  return `---\n${stringify(data, WRITING)}---\n`
}

function readYaml(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new Error(`Unexpected front matter of ${text.length} characters`)
  const document = parseDocument(text, { schema: 'core', version: '1.2', stringKeys: true })
  const [error] = [...document.errors, ...document.warnings]
  if (error) throw new Error(error.message)
  return document.toJS({ maxAliasCount: 0 }) ?? {}
}
