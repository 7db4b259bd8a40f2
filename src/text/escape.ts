/**
 * Writes XML by hand: xast-util-to-xml leaves "]]>" in a text as it is and passes on characters that XML forbids, so that
 * what it writes is not always well-formed.
 */

/** An element of an XML document; children that are undefined are left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

/** Makes an element. Attributes without a value are left out. */
export function element(
  name: string,
  attributes: XmlElement['attributes'] = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children }
}

/** An element around a text; nothing for no text. */
export function textElement(
  name: string,
  text: string | undefined,
  attributes: XmlElement['attributes'] = {},
): XmlElement[] {
  return text === undefined || text === '' ? [] : [element(name, attributes, [text])]
}

/** Writes a document; an element that holds only elements is indented, so that no space is added to a text. */
export function writeXml(root: XmlElement): string {
  return `${XML_HEAD}${writeElement(root, '\n')}\n`
}

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The text around the children of a root element that has some, which are written one by one, each with `writeChild`. */
export function writeRoot({ name, attributes }: XmlElement): { head: string; foot: string } {
  return { head: `${XML_HEAD}<${writeTag(name, attributes)}>\n`, foot: `</${name}>\n` }
}

/** A child of the root on lines of its own. */
export const writeChild = (child: XmlElement): string => `  ${writeElement(child, '\n  ')}\n`

/** @param line line break and indentation of the element; nothing within a text */
function writeElement({ name, attributes, children }: XmlElement, line: string): string {
  const opening = writeTag(name, attributes)
  if (children.length === 0) return `<${opening}/>`
  const isMixed = line === '' || children.some((child) => typeof child === 'string')
  const inner = isMixed ? '' : `${line}  `
  const content = children.map(
    (child) => inner + (typeof child === 'string' ? escape(child) : writeElement(child, inner)),
  )
  return `<${opening}>${content.join('')}${isMixed ? '' : line}</${name}>`
}

const writeTag = (name: string, attributes: XmlElement['attributes']): string =>
  name + Object.entries(attributes).map(writeAttribute).join('')

function writeAttribute([name, value]: readonly [string, string | undefined]): string {
  return value === undefined ? '' : ` ${name}="${escape(value)}"`
}

/** Control characters, halves of pairs and the characters that XML 1.0 forbids. */
const ILLEGAL = /[\p{Cc}\uFFFE\uFFFF]|\p{Cs}/gu
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(ILLEGAL, '')
    .replace(/[&<>"]/g, (mark) => ESCAPES[mark]!)
}

/** Characters that end a script element or a line of script, and those that nobody sees. */
const RISKY = /[<>&\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g

/**
 * JSON that is safe in a page, a script or a terminal: brackets, ampersands, line separators, control characters and
 * directional marks are escaped. Parsers read exactly the same value.
 */
export function safeJson(value: unknown): string {
  return escapeJson(JSON.stringify(value))
}

/** The same of JSON that is written already. */
export function escapeJson(json: string): string {
  return json.replace(RISKY, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
