import type { AnnotationTag } from './vocabulary.ts'

/** Marked-up words: text, or a tag around more of the same. */
export type Inline = { readonly text: string } | InlineTag
export interface InlineTag {
  readonly tag: AnnotationTag
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Inline[]
}

/** The words without their tags. */
export function textOf(words: readonly Inline[]): string {
  return words.map((node) => ('text' in node ? node.text : textOf(node.children))).join('')
}

/** Every tag in reading order, an outer one before those inside it. */
export function listTags(words: readonly Inline[]): InlineTag[] {
  return words.flatMap((node) => ('text' in node ? [] : [node, ...listTags(node.children)]))
}
