import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Inline, InlineTag } from './nest-annotations.ts'
import type { AnnotationTag } from './vocabulary.ts'

/** Where an id leads and what stands there. */
export interface LinkTarget {
  /** Address from the site's root, as `/people/ines-okafor-3k9m2p7x/`, with the site's base before it. */
  readonly href: string
  /** Kind of the entity. */
  readonly type: string
}

/**
 * Renders marked-up words to HTML. Every character of text is escaped; the only elements are
 * `a.entity`, `time.date`, `q.quotation` and `span.figure`.
 *
 * @param find gives the target of an entity's id; throws when there is none, so that no link is lost silently
 */
export function renderHtml(words: readonly Inline[], find: (id: string) => LinkTarget): string {
  return toHtml(words.map((node) => render(node, find)))
}

function render(node: Inline, find: (id: string) => LinkTarget): ElementContent {
  if ('text' in node) return { type: 'text', value: node.text }
  return RENDERERS[node.tag](
    node,
    node.children.map((child) => render(child, find)),
    find,
  )
}

type Renderer = (node: InlineTag, children: ElementContent[], find: (id: string) => LinkTarget) => Element

const RENDERERS: Record<AnnotationTag, Renderer> = {
  Quote: ({ attributes }, children) => h('q', { class: 'quotation', dataBy: attributes['by'] }, children),
  Figure: (_, children) => h('span', { class: 'figure' }, children),
  When: ({ attributes }, children) => h('time', timeAttributes(attributes), children),
  Entity: ({ attributes }, children, find) => {
    const { form, certainty, to } = attributes
    const { href, type } = find(to!)
    return h(
      'a',
      { class: 'entity', href, dataType: type, dataId: to, dataForm: form, dataCertainty: certainty },
      children,
    )
  },
}

/** `datetime` only for a single day, month or year: HTML has no intervals, so these stand in `data-from` and `data-to`. */
function timeAttributes({ from, to, edtf, certainty }: Readonly<Record<string, string>>) {
  const dateTime = edtf && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(edtf) ? edtf : undefined
  return { class: 'date', dateTime, dataFrom: from, dataTo: to, dataEdtf: edtf, dataCertainty: certainty }
}
