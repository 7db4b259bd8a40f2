import type { AnnotationTag, Inline, InlineTag } from './vocabulary.ts'

/** Target of an id: its address, and its kind where it is an entity. */
export interface LinkTarget {
  /** Address from the site's root, as `/people/ines-okafor-3k9m2p7x/`, with the site's base before it; none on its own page. */
  readonly href?: string
  /** Kind of the entity. */
  readonly type: string
}

/**
 * Renders marked-up words to HTML. Every character of text is escaped; the only elements are
 * `.entity`, `.date`, `q.quotation` and `span.figure`. Written by hand: a tree of elements would take five times as long.
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
  return renderAll(words, rendering)
}

interface Rendering {
  readonly find: (id: string) => LinkTarget
  readonly hasCard: (id: string) => boolean
  /** Entities named so far. */
  readonly named: Set<string>
}

function renderAll(words: readonly Inline[], rendering: Rendering): string {
  return words.map((node) => ('text' in node ? escapeText(node.text) : renderTag(node, rendering))).join('')
}

function renderTag({ tag, attributes, children }: InlineTag, rendering: Rendering): string {
  /* What is inside is rendered first: a name in a name is the first. */
  const inner = renderAll(children, rendering)
  const [name, written] = ELEMENTS[tag](attributes, rendering)
  return `<${name}${Object.entries(written).map(writeAttribute).join('')}>${inner}</${name}>`
}

/** Attributes in their order: `true` is written as the name alone, and what is undefined is left out. */
type Attributes = Readonly<Record<string, string | true | undefined>>

function writeAttribute([name, value]: readonly [string, string | true | undefined]): string {
  if (value === undefined) return ''
  return value === true ? ` ${name}` : ` ${name}="${value.replace(/[\0"&'`]/g, referTo)}"`
}

/** Text as HTML, between tags only: quotation marks stay as they are. */
export const escapeText = (text: string): string => text.replace(/[<&]/g, referTo)

const referTo = (mark: string): string => `&#x${mark.charCodeAt(0).toString(16).toUpperCase()};`

type Given = Readonly<Record<string, string>>

/** The element of each tag, and its attributes. */
const ELEMENTS: Record<AnnotationTag, (given: Given, rendering: Rendering) => [name: string, Attributes]> = {
  Quote: ({ by }) => ['q', { class: 'quotation', 'data-by': by }],
  Figure: () => ['span', { class: 'figure' }],
  When: describeDate,
  Entity: describeEntity,
}

function describeEntity({ form, certainty, to }: Given, { find, hasCard, named }: Rendering): [string, Attributes] {
  const { href, type } = find(to!)
  const isNaming = form === undefined
  const isRepeat = isNaming && named.has(to!)
  if (isNaming) named.add(to!)
  const attributes = {
    class: 'entity',
    href,
    'data-type': type,
    'data-form': form,
    'data-certainty': certainty,
    'data-again': isRepeat || undefined,
    'data-card': hasCard(to!) ? `card-${to}` : undefined,
  }
  return [href === undefined ? 'span' : 'a', attributes]
}

const DAY_MONTH_OR_YEAR = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/
const DAY_OF_ANY_YEAR = /^XXXX-(\d\d-\d\d)$/

/**
 * A `time` element only for a single day, month or year: HTML has no intervals, so these use `data-from` and
 * `data-to`.
 */
function describeDate({ from, to, edtf = '', certainty }: Given): [string, Attributes] {
  const datetime = DAY_MONTH_OR_YEAR.test(edtf) ? edtf : DAY_OF_ANY_YEAR.exec(edtf)?.[1]
  const isKnown = datetime !== undefined && datetime === edtf
  const interval = isKnown ? {} : { 'data-from': from, 'data-to': to, 'data-edtf': edtf || undefined }
  return [
    datetime === undefined ? 'span' : 'time',
    { class: 'date', datetime, ...interval, 'data-certainty': certainty },
  ]
}
