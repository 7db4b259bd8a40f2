import matter from 'gray-matter'
import { parseDocument, stringify } from 'yaml'
import type { MarkedPassage } from './vocabulary.ts'

/** The front matter of a file, and its body. */
export interface FrontMatter {
  readonly data: unknown
  /** The text after the closing `---` line. */
  readonly body: string
}

/** Generated front matter lists every passage of a source; no real file comes near this length. */
const MAX_LENGTH = 4_194_304

/**
 * Splits a file into front matter and body. The only use of gray-matter. A file must begin with a line of exactly
 * `---`,
 * so that none of gray-matter's code engines is chosen; the front matter is YAML 1.2 core schema without aliases or
 * tags.
 *
 * @throws Error with a message for the reader when the front matter is not plain YAML
 */
export function readFrontMatter(text: string): FrontMatter {
  return splitFile(text, readYaml)
}

/** Splits a file like `readFrontMatter`, and leaves the front matter unread. */
export function skipFrontMatter(text: string): FrontMatter {
  return splitFile(text, () => ({}))
}

function splitFile(text: string, yaml: (text: string) => object): FrontMatter {
  if (!/^---\r?\n/.test(text))
    throw new Error('Unexpected front matter, expected YAML between two lines of exactly "---"')
  const { data, content } = matter(text, { engines: { yaml } })
  return { data, body: content }
}

/** How the library writes it. */
export const WRITING = {
  schema: 'core',
  version: '1.2',
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  lineWidth: 0,
  aliasDuplicateObjects: false,
} as const

/** Writes front matter: every string quoted, keys in the order given, one line a scalar, closed by `---`. */
export function writeFrontMatter(data: object): string {
  return `---\n${writePlain(data) ?? stringify(data, WRITING)}---\n`
}

/** A key that needs no quotation marks; `y` and `no` are words in YAML 1.2. */
const PLAIN_KEY = /^(?!(?:null|true|false)$)[a-z][a-z0-9]*$/i
/** A string that YAML may fold or escape in another way than JSON. */
const SPECIAL = /[\p{Cc}\u2028\u2029\p{Cs}]/u

/**
 * The text that `stringify` gives for plain data, in a twentieth of the time: half of the writing of MDX was front
 * matter.
 *
 * @returns nothing for what holds anything else, such as a string of two lines
 */
function writePlain(data: object): string | undefined {
  const lines: string[] = []
  return writeBlock(data, '', '', lines) && lines.length > 0 ? `${lines.join('\n')}\n` : undefined
}

/** @param lead written before the first line instead of the indent, as the marker of a list item */
function writeBlock(block: object, indent: string, lead: string, lines: string[]): boolean {
  const isList = Array.isArray(block)
  let before = lead
  for (const [key, value] of Object.entries(block)) {
    if (value === undefined && !isList) continue
    if (!isList && !PLAIN_KEY.test(key)) return false
    const head = `${before}${isList ? '-' : `${key}:`}`
    const scalar = writeScalar(value)
    if (scalar !== undefined) lines.push(`${head} ${scalar}`)
    else if (typeof value !== 'object' || value === null) return false
    else if (isList && !writeBlock(value, `${indent}  `, `${head} `, lines)) return false
    else if (!isList && (lines.push(head), !writeBlock(value, `${indent}  `, `${indent}  `, lines))) return false
    before = indent
  }
  return true
}

function writeScalar(value: unknown): string | undefined {
  if (typeof value === 'string') return SPECIAL.test(value) ? undefined : JSON.stringify(value)
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? String(value) : undefined
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value)) return value.length === 0 ? '[]' : undefined
  return Object.values(value).every((one) => one === undefined) ? '{}' : undefined
}

function readYaml(text: string): object {
  if (text.length > MAX_LENGTH) throw new Error(`Unexpected front matter of ${text.length} characters`)
  const document = parseDocument(`${text}\n`, { stringKeys: true })
  const [error] = [...document.errors, ...document.warnings]
  if (error) throw new Error(error.message)
  return document.toJS({ maxAliasCount: 0 })
}

/** A page of a content collection before it was serialised to MDX. */
export interface PageTree {
  /** Front matter. */
  readonly entry: unknown
  readonly passages: readonly MarkedPassage[]
}

/** The file of a page under `content/`. */
export function nameMdx(collection: string, { slug, id }: { readonly slug: string; readonly id: string }): string {
  return `${collection}/${slug}-${id}.mdx`
}

/** The file of a page's tree, beside that of its MDX: `people/ada-vale-aaaaaaaa.json`. */
export function nameTree(mdx: string): string {
  return mdx.replace(/mdx$/, 'json')
}

/** A tree as a file of two lines of JSON, so that its entry can be read without its passages. */
export function writeTree({ entry, passages }: PageTree): string {
  return `${JSON.stringify(entry)}\n${JSON.stringify(passages)}\n`
}

/** The front matter of a tree that `writeTree` wrote, as JSON. */
export function cutTreeEntry(text: string): string {
  return text.slice(0, text.indexOf('\n'))
}

/** The passages of a tree that `writeTree` wrote. */
export function readTreePassages(text: string): readonly MarkedPassage[] {
  return JSON.parse(text.slice(text.indexOf('\n')))
}
