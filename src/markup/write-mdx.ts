import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import { writeFrontMatter } from './front-matter.ts'
import type { Inline } from './inline.ts'

/** A passage ready to be written: its id and its marked-up words. */
export interface MarkedPassage {
  readonly id: string
  readonly words: readonly Inline[]
}

const writer = remark().use(remarkMdx).freeze()

/**
 * Writes a file of a content collection: front matter, then one passage a line.
 *
 * The body is serialised from a tree, never joined from strings, so that no character of a seed becomes syntax; and
 * each line begins with its passage's tag, so that none begins like an import or an export.
 */
export function writeMdx(frontMatter: object, passages: readonly MarkedPassage[]): string {
  const tree: Root = { type: 'root', children: passages.map(paragraphOf) }
  return `${writeFrontMatter(frontMatter)}\n${writer.stringify(tree)}`
}

function paragraphOf({ id, words }: MarkedPassage): Paragraph {
  return { type: 'paragraph', children: [elementOf('Passage', { id }, words)] }
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly Inline[],
): MdxJsxTextElement {
  return {
    type: 'mdxJsxTextElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: children.map(phrasingOf),
  }
}

function phrasingOf(node: Inline): PhrasingContent {
  return 'text' in node ? { type: 'text', value: node.text } : elementOf(node.tag, node.attributes, node.children)
}
