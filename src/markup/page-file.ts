import matter from 'gray-matter'
import { parseDocument, stringify } from 'yaml'
import type { MarkedPassage } from './vocabulary.ts'

/** What stands between the `---` lines of a file, and the rest. */
export interface FrontMatter {
  readonly data: unknown
  /** The text after the closing `---` line. */
  readonly body: string
}

/** Generated front matter lists every passage of a source; nothing near this length is honest. */
const MAX_LENGTH = 4_194_304

/**
 * Splits a file into front matter and body. The only door to gray-matter: a file begins with a line of exactly `---`,
 * so that none of its engines of code is ever chosen, and what follows is YAML 1.2 core schema without aliases or tags.
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

/** The front matter of a tree that `writeTree` wrote. */
export function readTreeEntry(text: string): unknown {
  return JSON.parse(text.slice(0, text.indexOf('\n')))
}

/** The passages of a tree that `writeTree` wrote. */
export function readTreePassages(text: string): readonly MarkedPassage[] {
  return JSON.parse(text.slice(text.indexOf('\n')))
}
