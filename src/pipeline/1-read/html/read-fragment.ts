import type { ReadBlock } from '../formats/format.ts'
import type { PageBlock } from './list-blocks.ts'
import { listBlocks, selectorOf } from './list-blocks.ts'
import { parsePage } from './parse-page.ts'

/** True for text that holds tags of HTML. */
export function isMarkup(text: string): boolean {
  return /<(?:p|div|br|h[1-6]|ul|ol|li|blockquote|table|span|a|strong|em|b|i|img|figure)\b[^<>]{0,800}\/?>/i.test(text)
}

/**
 * The blocks of a piece of HTML that is the article and nothing else, as the content of a feed. Captions, and lines of
 * links at the end, are set aside.
 */
export function readFragment(html: string): ReadBlock[] {
  return layFragment(listBlocks(parsePage(`<html><body>${html}</body></html>`).body))
}

/** Blocks of a fragment with their roles. */
export function layFragment(blocks: readonly PageBlock[]): ReadBlock[] {
  const last = blocks.findLastIndex((block) => !isAllLink(block))
  return blocks.map((block, index): ReadBlock => {
    const { text, tag, element } = block
    const laid = { text, place: { element: selectorOf(element) } }
    if (element.closest('figure, figcaption')) return { ...laid, role: 'aside', kind: 'caption', rule: 'read/caption' }
    if (isAllLink(block) && (index > last || block.words <= 12) && !/[.!?]$/.test(text))
      return { ...laid, role: 'aside', kind: 'related', rule: 'read/links-only' }
    return { ...laid, role: /^h[1-6]$/.test(tag) ? 'heading' : 'paragraph' }
  })
}

const isAllLink = ({ words, linkWords }: PageBlock) => words > 0 && linkWords / words > 0.8
