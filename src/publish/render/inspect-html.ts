import { SAXParser } from 'parse5-sax-parser'
import type { Tag } from './read-tags.ts'
import { readPlain, readTag } from './read-tags.ts'

/** Findings of one pass over the bytes of a page. */
export interface InspectedHtml {
  /** The `id` of every element. */
  readonly ids: ReadonlySet<string>
  /** Everything in the page that could run code which is not this site's own, or ask another host for something. */
  readonly faults: readonly string[]
}

/** Attributes whose value the browser fetches, runs or follows. */
const ADDRESSES = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'background',
  'ping',
  'manifest',
  'attributionsrc',
])

/** Elements whose address is only followed when a reader wants that. */
const FOLLOWED = new Set(['a', 'area'])

/** `<link>` with one of these relations names something; the browser fetches nothing. */
const NAMING = new Set(['canonical', 'license', 'alternate', 'search', 'author', 'describedby'])

/** Elements that no page of this site has, and that embed or redirect others. */
const FORBIDDEN = new Set([
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'base',
  'portal',
  'fencedframe',
  'animate',
  'set',
  'foreignObject',
  'foreignobject',
])

/** How a page of the site leads to where it has moved. Browsers read much else as the same. */
const REDIRECT = '0; url='

/** Scripts that a browser does not run. */
const DATA_BLOCK = /^application\/(?:ld\+json|json)$/

/** Inspects a page of the rendered site in one pass, in time proportional to its length. */
export function inspectHtml(html: string): InspectedHtml {
  const ids = new Set<string>()
  const isPlain = readPlain(html, (name, attributes) => isHarmless(name, attributes, ids))
  return isPlain ? { ids, faults: [] } : inspectAll(html)
}

/** Attributes without an id, as they are written, by the element on which nothing is wrong with them: short ones recur. */
const harmless = new Map<string, Set<string>>()
const SHORT = 40
const MOST_KNOWN = 1000

/** Whether nothing is wrong with a tag that is plainly written. */
function isHarmless(name: string, attributes: string, ids: Set<string>): boolean {
  const known = attributes.length <= SHORT ? harmlessOn(name) : undefined
  if (known?.has(attributes)) return true
  const tag = readTag(name, attributes)
  if (!tag || inspectTag(tag, ids).length > 0) return false
  if (known && known.size < MOST_KNOWN && !tag.attrs.some((one) => one.name === 'id')) known.add(attributes)
  return true
}

function harmlessOn(name: string): Set<string> {
  const known = harmless.get(name) ?? new Set()
  harmless.set(name, known)
  return known
}

/** With a full tokenizer, which also gives the line of each fault. */
function inspectAll(html: string): InspectedHtml {
  const ids = new Set<string>()
  const faults: string[] = []
  const parser = new SAXParser({ sourceCodeLocationInfo: true })
  parser.on('startTag', (tag) => {
    faults.push(...inspectTag(tag, ids).map((fault) => `${fault} (line ${tag.sourceCodeLocation?.startLine})`))
  })
  parser.end(html)
  return { ids, faults }
}

function inspectTag(tag: Tag, ids: Set<string>): string[] {
  return [
    ...findDoubledId(tag, ids),
    ...inspectElement(tag),
    ...tag.attrs.flatMap(({ name, value }) => inspectAttribute(tag, name, value)),
  ]
}

function findDoubledId({ attrs }: Tag, ids: Set<string>): string[] {
  return attrs
    .filter(({ name }) => name === 'id')
    .flatMap(({ value }) => {
      const isDoubled = ids.has(value)
      ids.add(value)
      return isDoubled ? [`Unexpected second element with the id "${value}"`] : []
    })
}

function inspectElement(tag: Tag): string[] {
  const attribute = (name: string) => tag.attrs.find((one) => one.name === name)?.value
  if (FORBIDDEN.has(tag.tagName)) return [`Unexpected <${tag.tagName}>, which no page of the site has`]
  if (tag.tagName === 'script' && attribute('src') === undefined && !DATA_BLOCK.test(attribute('type') ?? ''))
    return ["Unexpected script in the page, expected one of the site's own files"]
  if (tag.tagName === 'style') return ['Unexpected style in the page, expected a file of the site']
  return []
}

function inspectAttribute(tag: Tag, name: string, value: string): string[] {
  if (name.startsWith('on')) return [`Unexpected attribute ${name} on <${tag.tagName}>: it runs code`]
  if (name === 'style' || name === 'srcdoc') return [`Unexpected attribute ${name} on <${tag.tagName}>`]
  if (name === 'srcset' || name === 'imagesrcset')
    return value.split(',').flatMap((one) => inspectAddress(tag, name, one))
  if (tag.tagName === 'meta' && name === 'content' && isRefresh(tag)) return inspectRedirect(tag, value)
  return ADDRESSES.has(name) ? inspectAddress(tag, name, value) : []
}

const isRefresh = ({ attrs }: Tag) =>
  attrs.some(({ name, value }) => name === 'http-equiv' && value.toLowerCase() === 'refresh')

function inspectRedirect(tag: Tag, value: string): string[] {
  if (!value.startsWith(`${REDIRECT}/`))
    return [`Unexpected redirect ${value.slice(0, 80)}, expected ${REDIRECT}/ and an address of the site`]
  return inspectAddress(tag, 'content', value.slice(REDIRECT.length))
}

/** The plainest addresses within the site: most of them. */
const WITHIN_SITE = /^(?:#|\/[\w?#])/

/** Browsers drop white space and control characters before they read the scheme. */
function inspectAddress(tag: Tag, name: string, value: string): string[] {
  if (WITHIN_SITE.test(value)) return []
  const bare = value.replaceAll(/[\0- \x7F]/g, '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  const isElsewhere = scheme !== undefined || /^[\\/]{2}/.test(bare)
  if (!isElsewhere) return []
  const isLink = (name === 'href' && (FOLLOWED.has(tag.tagName) || isNaming(tag))) || name === 'cite'
  const isAllowed = isLink && (scheme === 'http' || scheme === 'https' || (scheme === 'mailto' && tag.tagName === 'a'))
  return isAllowed ? [] : [`Unexpected ${name} of <${tag.tagName}> leading to ${value.slice(0, 80)}`]
}

function isNaming({ tagName, attrs }: Tag): boolean {
  const isRelation = (rel: string) =>
    rel
      .toLowerCase()
      .split(/\s/)
      .every((one) => NAMING.has(one))
  return tagName === 'link' && attrs.some(({ name, value }) => name === 'rel' && isRelation(value))
}
