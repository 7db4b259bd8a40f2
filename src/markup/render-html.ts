import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { AnnotationTag, Inline, InlineTag } from './vocabulary.ts'

/** Target of an id: its address, and its kind where it is an entity. */
export interface LinkTarget {
  /** Address from the site's root, as `/people/ines-okafor-3k9m2p7x/`, with the site's base before it. */
  readonly href: string
  /** Kind of the entity. */
  readonly type: string
}

/**
 * Renders marked-up words to HTML. Every character of text is escaped; the only elements are
 * `a.entity`, `.date`, `q.quotation` and `span.figure`.
 *
 * Every mention of an entity by name but the first is marked as a repeat, so that it can be drawn faint; words that only refer
 * to an entity (with a `form`) do not count.
 *
 * @param find gives the target of an entity's id; throws when there is none, so that no link is lost silently
 * @param hasCard whether the page holds a preview card of an entity
 */
export function renderHtml(
  words: readonly Inline[],
  find: (id: string) => LinkTarget,
  hasCard: (id: string) => boolean = () => false,
): string {
  const rendering = { find, hasCard, named: new Set<string>() }
  return toHtml(words.map((node) => render(node, rendering)))
}

interface Rendering {
  readonly find: (id: string) => LinkTarget
  readonly hasCard: (id: string) => boolean
  /** Entities named so far. */
  readonly named: Set<string>
}

function render(node: Inline, rendering: Rendering): ElementContent {
  if ('text' in node) return { type: 'text', value: node.text }
  const children = node.children.map((child) => render(child, rendering))
  return RENDERERS[node.tag](node, children, rendering)
}

type Renderer = (node: InlineTag, children: ElementContent[], rendering: Rendering) => Element

const RENDERERS: Record<AnnotationTag, Renderer> = {
  Quote: ({ attributes }, children) => h('q', { class: 'quotation', dataBy: attributes['by'] }, children),
  Figure: (_, children) => h('span', { class: 'figure' }, children),
  When: ({ attributes }, children) => renderDate(attributes, children),
  Entity: ({ attributes }, children, rendering) => h('a', linkAttributes(attributes, rendering), children),
}

function linkAttributes(
  { form, certainty, to }: Readonly<Record<string, string>>,
  { find, hasCard, named }: Rendering,
) {
  const { href, type } = find(to!)
  const isNaming = form === undefined
  const isRepeat = isNaming && named.has(to!)
  if (isNaming) named.add(to!)
  return {
    class: 'entity',
    href,
    dataType: type,
    dataForm: form,
    dataCertainty: certainty,
    ...(isRepeat && { dataAgain: true }),
    ...(hasCard(to!) && { dataCard: `card-${to}` }),
  }
}

const DAY_MONTH_OR_YEAR = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/
const DAY_OF_ANY_YEAR = /^XXXX-(\d\d-\d\d)$/

/**
 * A `time` element only for a single day, month or year: HTML has no intervals, so these use `data-from` and
 * `data-to`.
 */
function renderDate({ from, to, edtf = '', certainty }: Readonly<Record<string, string>>, children: ElementContent[]) {
  const dateTime = DAY_MONTH_OR_YEAR.test(edtf) ? edtf : DAY_OF_ANY_YEAR.exec(edtf)?.[1]
  const isKnown = dateTime !== undefined && dateTime === edtf
  const interval = isKnown ? {} : { dataFrom: from, dataTo: to, dataEdtf: edtf || undefined }
  const data = { ...interval, dataCertainty: certainty }
  return dateTime === undefined
    ? h('span', { class: 'date', ...data }, children)
    : h('time', { class: 'date', dateTime, ...data }, children)
}
