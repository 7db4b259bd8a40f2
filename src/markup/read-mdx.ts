import type { Node, Nodes } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import type { Problem } from '../model/problem.ts'
import type { FrontMatter } from './page-file.ts'
import { readFrontMatter, skipFrontMatter } from './page-file.ts'
import { readPlainPassage } from './plain-mdx.ts'
import type { Inline, MarkedPassage, TagName } from './vocabulary.ts'
import { isAnnotationTag, isAttributeOf, NESTING, VOCABULARY } from './vocabulary.ts'

/** A file of a content collection, read back. */
export interface ReadMdx {
  readonly data: unknown
  readonly passages: readonly MarkedPassage[]
  /** Everything in the file that is outside the closed vocabulary; when there is any, `passages` is empty. */
  readonly problems: readonly Problem[]
}

const reader = remark().use(remarkMdx).freeze()

/**
 * Reads a generated MDX file as data. Only the closed vocabulary is accepted: a file with any other
 * tag, an expression, an import or export, a heading, a link … is refused with file and line.
 *
 * @param file name for the problems, relative to the dossier's root
 */
export function readMdx(file: string, text: string): ReadMdx {
  return readBody(file, text, readFrontMatter)
}

/** The passages of a file whose front matter is known to be what was composed: YAML takes most of the time of reading. */
export function readMdxPassages(file: string, text: string): Omit<ReadMdx, 'data'> {
  return readBody(file, text, skipFrontMatter)
}

function readBody(file: string, text: string, split: (text: string) => FrontMatter): ReadMdx {
  try {
    const { data, body } = split(text)
    const known = readPassages(body)
    if (known) return { data, passages: known, problems: [] }
    const linesBefore = text.slice(0, text.length - body.length).split('\n').length - 1
    const refusals: Refusal[] = []
    const passages = readWithLibrary(body, refusals)
    const problems = refusals.map(({ node, reason }) => problemOf(file, node, linesBefore, reason))
    return { data, passages: problems.length > 0 ? [] : passages, problems }
  } catch (error) {
    return { data: {}, passages: [], problems: [problemOf(file, undefined, 0, String(error))] }
  }
}

/** The passages of a body of plain lines and of lines that the library accepts; nothing where anything is refused. */
function readPassages(body: string): MarkedPassage[] | undefined {
  if (!/^\n(?:<Passage [^\n]+\n(?:\n|$))+$/.test(body)) return undefined
  const passages: MarkedPassage[] = []
  for (const line of body.trim().split('\n\n')) {
    const refusals: Refusal[] = []
    const plain = readPlainPassage(line)
    const read = plain ? [plain] : readWithLibrary(line, refusals)
    if (refusals.length > 0 || read.length !== 1) return undefined
    passages.push(read[0]!)
  }
  return passages
}

/** The passages of a body as the library reads it. */
export function readWithLibrary(body: string, refusals: Refusal[]): MarkedPassage[] {
  return reader.parse(body).children.flatMap((node) => passageOf(node, refusals))
}

interface Refusal {
  readonly node: Node
  readonly reason: string
}

function problemOf(file: string, node: Node | undefined, linesBefore: number, reason: string): Problem {
  const line = node?.position && { line: node.position.start.line + linesBefore, column: node.position.start.column }
  const hint = 'Files under content/ are written by the build: delete the change and build again.'
  return { file, ...line, severity: 'error', rule: 'page/closed-vocabulary', reason, hint }
}

function passageOf(node: Nodes, refusals: Refusal[]): MarkedPassage[] {
  const element = node.type === 'paragraph' && node.children.length === 1 ? node.children[0]! : node
  if (element.type !== 'mdxJsxTextElement' || element.name !== 'Passage') {
    refusals.push({ node, reason: `Unexpected ${node.type}, expected a line with one <Passage>` })
    return []
  }
  const { id } = attributesOf(element, 'Passage', refusals)
  return [{ id: id!, words: element.children.flatMap((child) => inlineOf(child, refusals)) }]
}

function inlineOf(node: Nodes, refusals: Refusal[]): Inline[] {
  if (node.type === 'text') return [{ text: node.value }]
  if (node.type === 'mdxJsxTextElement' && isAnnotationTag(node.name)) {
    const attributes = attributesOf(node, node.name, refusals)
    return [{ tag: node.name, attributes, children: node.children.flatMap((child) => inlineOf(child, refusals)) }]
  }
  refusals.push({ node, reason: `Unexpected ${describe(node)}, expected text or one of ${NESTING.join(', ')}` })
  return []
}

function describe(node: Nodes): string {
  return 'name' in node ? `<${node.name ?? ''}>` : node.type
}

function attributesOf(element: MdxJsxTextElement, tag: TagName, refusals: Refusal[]): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const attribute of element.attributes) {
    const isLiteral = attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
    if (isLiteral && isAttributeOf(tag, attribute.name)) attributes[attribute.name] = attribute.value as string
    else refusals.push({ node: element, reason: `Unexpected attribute on <${tag}>, expected literal ${allowed(tag)}` })
  }
  for (const name of VOCABULARY[tag].required)
    if (!(name in attributes)) refusals.push({ node: element, reason: `Missing attribute ${name} on <${tag}>` })
  return attributes
}

function allowed(tag: TagName): string {
  return [...VOCABULARY[tag].required, ...VOCABULARY[tag].optional].join(', ') || 'nothing'
}
