import { SAXParser } from 'parse5-sax-parser'
import type { StartTag } from 'parse5-sax-parser'

/** Paths of a site's files when it is opened from disk. */
export interface PackedPlace {
  /** The site's folder on its host, as `/harbour`; empty at the root. */
  readonly base: string
  /** Path of the file within the site, as `people/amina-vale-3k9m2p7x/index.html`. */
  readonly path: string
}

/** The script that reads packed files, from the site's folder. */
export const READER = 'pack/read-packed.js'

/** No host is allowed. Browsers differ in whether `'self'` covers files on disk, so `file:` is added. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' file:",
  ...['style-src', 'img-src', 'font-src', 'form-action'].map((part) => `${part} 'self' file:`),
  "base-uri 'none'",
].join('; ')

const LINKS = new Set(['href', 'src', 'action', 'formaction', 'poster'])

/** A part of a text, in UTF-16 code units, and what takes its place. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Rewrites a page so that it can be opened from disk: its links are relative and name files, its scripts are classic
 * ones, and its content security policy is that of a pack.
 */
export function makePageRelative(html: string, place: PackedPlace): string {
  const replacements: Replacement[] = []
  let hasReader = false
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    const rewritten = rewriteTag(tag, place)
    const isFirst = isModule(tag) && !hasReader
    hasReader ||= isFirst
    replacements.push(...rewritten.map((one) => (isFirst ? { ...one, text: readerOf(place) + one.text } : one)))
  })
  parser.end(html)
  return replaceAll(html, replacements)
}

/**
 * The path from a page to what a root-relative address names; folders become their `index.html`.
 *
 * @param address as `/harbour/people/?x#y`; anything else is given back as it is
 */
export function relativeTo({ base, path }: PackedPlace, address: string): string {
  if (!address.startsWith(`${base}/`) || address.startsWith('//')) return address
  const [, target = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length + 1))!
  const file = target === '' || target.endsWith('/') ? `${target}index.html` : target
  return file === path && rest.startsWith('#') ? rest : '../'.repeat(path.split('/').length - 1) + file + rest
}

/** Rewrites `url(/...)` in a style sheet. */
export function makeStylesRelative(css: string, place: PackedPlace): string {
  return css.replaceAll(/(?<=url\(['"]?)\/[^)'"]*/g, (address) => relativeTo(place, address))
}

function rewriteTag(tag: StartTag, place: PackedPlace): Replacement[] {
  const attribute = (name: string) => tag.attrs.find((one) => one.name === name)?.value
  const { startOffset: start, endOffset: end } = tag.sourceCodeLocation!
  // A preload asks in CORS mode, which no file of the disk answers.
  if (tag.tagName === 'link' && attribute('rel') === 'preload') return [{ start, end, text: '' }]
  if (attribute('http-equiv')?.toLowerCase() === 'content-security-policy')
    return [{ start, end, text: `<meta http-equiv="content-security-policy" content="${POLICY}">` }]
  if (isModule(tag)) return [{ start, end, text: `<script defer src="${relativeTo(place, attribute('src') ?? '')}">` }]
  return tag.attrs.flatMap(({ name, value }) => rewriteAttribute(tag, name, value, place))
}

const isModule = ({ tagName, attrs }: StartTag) =>
  tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && value === 'module')

/** Inserted before the first script of a page, because deferred scripts run in document order. */
function readerOf({ base, path }: PackedPlace): string {
  const root = '../'.repeat(path.split('/').length - 1)
  return `<script defer src="${root}${READER}" data-root="${root}" data-base="${base}"></script>`
}

function rewriteAttribute(tag: StartTag, name: string, value: string, place: PackedPlace): Replacement[] {
  const changed = rewriteValue(name, value, place)
  if (changed === value) return []
  const { startOffset: start, endOffset: end } = (tag.sourceCodeLocation as TagLocation).attrs![name]!
  return [{ start, end, text: `${name}="${escapeAttribute(changed)}"` }]
}

function rewriteValue(name: string, value: string, place: PackedPlace): string {
  if (LINKS.has(name)) return relativeTo(place, value)
  return name === 'content' && value.startsWith('0; url=') ? `0; url=${relativeTo(place, value.slice(7))}` : value
}

/** Fields of a parsed tag that its declared type lacks. */
interface TagLocation {
  readonly attrs?: Readonly<Record<string, { readonly startOffset: number; readonly endOffset: number }>>
}

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  let at = 0
  const parts = replacements
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, text: part }) => {
      const before = text.slice(at, start)
      at = end
      return [before, part]
    })
  return [...parts, text.slice(at)].join('')
}
