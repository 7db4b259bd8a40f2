import type { ReadBlock } from '../formats/format.ts'
import { Refusal } from '../formats/format.ts'
import { loadDom } from '../xml/parse-xml.ts'
import type { PageBlock } from './list-blocks.ts'
import { listBlocks, selectorOf } from './list-blocks.ts'

/** Elements nested deeper than this are taken out of their parents: Readability costs the square of the depth. */
const MAX_DEPTH = 120
const MAX_ELEMENTS = 200_000
/** The parser compares each attribute of an element with those before it. */
const MAX_ATTRIBUTES = 2000
const CROWDED = new RegExp(
  `<[a-z][\\w-]{0,40}(?:\\s+[^\\s=<>"'/]{1,60}(?:=(?:"[^"]*"|'[^']*'|[^\\s"'<>]*))?){${MAX_ATTRIBUTES + 1}}`,
  'i',
)
/** UTF-16 code units of a page without the files that were put into it as `data:` addresses. */
const MAX_CHARACTERS = 12_000_000

/**
 * Reads a web page to a tree. No script of it runs and nothing is fetched.
 *
 * @throws Refusal when the page is too large
 */
export function parsePage(html: string): Document {
  const lean = html.replaceAll(DATA, 'data:,')
  if (lean.length > MAX_CHARACTERS) throw refuse(`${lean.length} characters`, MAX_CHARACTERS)
  if (CROWDED.test(lean)) throw refuse(`an element with more than ${MAX_ATTRIBUTES} attributes`, MAX_ATTRIBUTES)
  const { document } = loadDom().parseHTML(
    /<html[\s>]/i.test(lean) ? lean : `<html><head></head><body>${lean}</body></html>`,
  )
  settleBody(document)
  limitDepth(document)
  return document
}

/**
 * HTML lets a page leave out the tags of its head and body, which the parser does not put in: here they are, as every
 * reader of the tree expects them.
 */
function settleBody(document: Document): void {
  const html = document.documentElement
  const children = [...html.childNodes]
  const own = children.find((node) => node.nodeName === 'BODY')
  const head =
    children.find((node) => node.nodeName === 'HEAD') ??
    html.insertBefore(document.createElement('head'), html.firstChild)
  const body = own ?? html.appendChild(document.createElement('body'))
  const first = body.firstChild
  for (const node of children) {
    if (node === own || node === head || node.nodeType === 8) continue
    if (IN_HEAD.has(node.nodeName)) head.appendChild(node)
    else if (own && children.indexOf(node) > children.indexOf(own)) body.appendChild(node)
    else body.insertBefore(node, first)
  }
}

const IN_HEAD = new Set(['META', 'TITLE', 'LINK', 'STYLE', 'BASE', 'SCRIPT'])

/** Pictures and fonts written into the page, which no reader needs. */
const DATA = /data:[\w/+.-]{1,60}(?:;[\w=-]{1,40}){0,4},[\w+/=%-]{200,}/g

const refuse = (what: string, most: number): Refusal =>
  new Refusal({
    rule: 'read/too-large',
    reason: `Unexpected page of ${what}, expected at most ${most}`,
    hint: 'Save only the article, or paste its text into a .txt file.',
  })

/** Walks the tree without recursion and moves nodes that are too deep to their last allowed ancestor. */
function limitDepth(document: Document): void {
  let count = 0
  const open: { element: Element; depth: number }[] = [{ element: document.documentElement, depth: 0 }]
  while (open.length > 0) {
    const { element, depth } = open.pop()!
    count += 1
    if (count > MAX_ELEMENTS) throw refuse(`more than ${MAX_ELEMENTS} elements`, MAX_ELEMENTS)
    for (const child of [...element.children]) open.push({ element: child, depth: depth + 1 })
    if (depth > MAX_DEPTH && element.firstElementChild && element.parentNode) {
      const parent = element.parentNode
      while (element.firstChild) parent.insertBefore(element.firstChild, element)
      element.remove()
      for (const one of open) if (one.depth > depth) one.depth -= 1
    }
  }
}

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
    if (element.closest(HIDDEN)) return { ...laid, role: 'aside', kind: 'hidden', rule: 'boilerplate/hidden' }
    if (element.closest('figure, figcaption'))
      return { ...laid, role: 'aside', kind: 'caption', rule: 'boilerplate/caption' }
    if (isAllLink(block) && (index > last || block.words <= 12) && !/[.!?]$/.test(text))
      return { ...laid, role: 'aside', kind: 'related', rule: 'boilerplate/links-only' }
    return { ...laid, role: /^h[1-6]$/.test(tag) ? 'heading' : 'paragraph' }
  })
}

/** Newsletters hide the line that programs for mail show beside the subject. */
const HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"]'

const isAllLink = ({ words, linkWords }: PageBlock) => words > 0 && linkWords / words > 0.8
