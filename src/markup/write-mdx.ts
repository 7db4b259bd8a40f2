import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import type { Range } from '../model/passage.ts'
import { writeFrontMatter } from './page-file.ts'
import { writePlainPassage } from './plain-mdx.ts'
import type { AnnotationTag, Inline, MarkedPassage } from './vocabulary.ts'
import { NESTING } from './vocabulary.ts'
import { partitionPoint } from '../text/partition-point.ts'

const writer = remark().use(remarkMdx).freeze()

/**
 * Writes a file of a content collection: front matter, then one passage a line.
 *
 * The body is serialised from a tree, never joined from strings, so that no character of a seed becomes syntax; and
 * each line begins with its passage's tag, so that none begins like an import or an export.
 */
export function writeMdx(frontMatter: object, passages: readonly MarkedPassage[]): string {
  return `${writeFrontMatter(frontMatter)}\n${writePassages(passages)}`
}

function writePassages(passages: readonly MarkedPassage[]): string {
  const lines = passages.map((passage) => writePlainPassage(passage) ?? writeWithLibrary([passage]).trimEnd())
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`
}

/** The body of a file as the library writes it, for all passages. */
export function writeWithLibrary(passages: readonly MarkedPassage[]): string {
  return writer.stringify({ type: 'root', children: passages.map(paragraphOf) } satisfies Root)
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

/** A range of a passage's text (UTF-16 code units) that is to be wrapped in a tag. */
export interface Annotation extends Range {
  readonly tag: AnnotationTag
  readonly attributes: Readonly<Record<string, string>>
}

/**
 * Turns stand-off ranges over a text into nested tags.
 *
 * Tags nest in the fixed order of `NESTING`. An annotation that crosses the edge of an outer one is
 * cut there into parts with the same attributes; of two that overlap with the same tag, the one that
 * starts first (the longer, if both start together) keeps its range and the other loses the shared words.
 *
 * @param text the passage's text; the tags' texts joined give exactly this text again
 * @param annotations in any order; empty ones are left out
 */
export function nestAnnotations(text: string, annotations: readonly Annotation[]): Inline[] {
  const layers = NESTING.map((tag) => separate(annotations.filter((one) => one.tag === tag)))
  return nestLayer(text, { start: 0, end: text.length }, layers)
}

function nestLayer(text: string, within: Range, layers: readonly Annotation[][]): Inline[] {
  const [outer, ...inner] = layers
  if (within.start >= within.end) return []
  if (!outer) return [{ text: text.slice(within.start, within.end) }]
  const pieces: Inline[][] = []
  let at = within.start
  for (const { start, end, tag, attributes } of clip(outer, within)) {
    pieces.push(nestLayer(text, { start: at, end: start }, inner), [
      { tag, attributes, children: nestLayer(text, { start, end }, inner) },
    ])
    at = end
  }
  return [...pieces, nestLayer(text, { start: at, end: within.end }, inner)].flat()
}

/** The parts of one tag's annotations that are within a range. They are in order and do not overlap: binary search. */
function clip(annotations: readonly Annotation[], within: Range): Annotation[] {
  const behind = partitionPoint(annotations.length, (at) => annotations[at]!.start <= within.start)
  const clipped: Annotation[] = []
  for (
    let index = Math.max(0, behind - 1);
    index < annotations.length && annotations[index]!.start < within.end;
    index += 1
  ) {
    const one = annotations[index]!
    clipped.push({ ...one, start: Math.max(one.start, within.start), end: Math.min(one.end, within.end) })
  }
  return clipped.filter((one) => one.start < one.end)
}

/** Sorts annotations of one tag and takes shared words from the later one, which may leave it none. */
function separate(annotations: readonly Annotation[]): Annotation[] {
  const sorted = annotations.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let reached = 0
  return sorted.map((one) => {
    const start = Math.max(one.start, reached)
    reached = Math.max(one.end, reached)
    return { ...one, start }
  })
}
