import type { Provenance, Stated, StatedField } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ArticleData } from './json-ld.ts'
import { readJsonLd } from './json-ld.ts'

/** What a page states about its article outside the text. */
export interface PageMetadata {
  /** In order of trust: of two values for a field the first is used. */
  readonly stated: readonly Stated[]
  readonly provenance: Provenance
  /** The article as JSON-LD has it, with its body where that is there. */
  readonly data: ArticleData | undefined
}

/** Meta elements by field, the surest first; names of `name`, `property` and `itemprop`. */
const METAS: Readonly<Record<Exclude<StatedField, 'language'>, readonly string[]>> = {
  headline: ['og:title', 'twitter:title', 'headline', 'dc.title', 'citation_title', 'parsely-title', 'sailthru.title'],
  standfirst: [],
  publisher: ['og:site_name', 'article:publisher_name', 'citation_journal_title', 'dc.publisher', 'application-name'],
  authors: [
    'author',
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
    'article:author',
  ],
  date: [
    'article:published_time',
    'og:published_time',
    'datepublished',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'citation_publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'pubdate',
    'publishdate',
    'publish_date',
    'publication_date',
    'article.published',
    'date',
  ],
  url: ['og:url', 'parsely-link', 'twitter:url'],
}

/**
 * Reads what a page states in JSON-LD, in meta and link elements, in `time` elements and in the comment of the program
 * that saved it.
 *
 * @param address where it was saved from, when the file around the page says so
 */
export function readMetadata(document: Document, html: string, address?: string): PageMetadata {
  const data = readJsonLd(document)
  const saved = readSaved(html)
  const metas = indexMetas(document)
  const base = address ?? saved.url
  const stated = [
    ...headlines(document, metas, data),
    ...say('publisher', data?.publisher, 'JSON-LD publisher'),
    ...fromMetas('publisher', metas),
    ...printedPublisher(document),
    ...authors(document, metas, data),
    ...dates(document, metas, data),
    ...addresses(document, metas, data, base, saved.place),
    ...say('language', languageOf(document, metas, data), 'html lang'),
  ]
  return { stated, provenance: saved.day ? { accessed: saved.day } : {}, data }
}

type Metas = ReadonlyMap<string, readonly string[]>

function indexMetas(document: Document): Metas {
  const metas = new Map<string, string[]>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim()
    if (!content) continue
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase()
      if (name) metas.set(name, [...(metas.get(name) ?? []), content])
    }
  }
  return metas
}

function say(field: StatedField, value: string | readonly string[] | undefined, place: string): Stated[] {
  if (value === undefined || value.length === 0) return []
  return [{ field, value: typeof value === 'string' ? tidy(value) : value.map(tidy), place }]
}

const tidy = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

function fromMetas(field: Exclude<StatedField, 'language'>, metas: Metas): Stated[] {
  return METAS[field].flatMap((name) => {
    const value = metas.get(name)?.[0]
    return value ? say(field, value, `meta ${name}`) : []
  })
}

/** “Northport Gazette - printed page” above a print view. */
function printedPublisher(document: Document): Stated[] {
  const words = tidy(document.body?.textContent ?? '').slice(0, 200)
  const name =
    /^(\p{Lu}[^.|]{2,50}?)\s+[-–—|]\s+(?:printed page|print(?:er)?[- ](?:version|view|edition|friendly)|druckversion|version imprimable)/iu.exec(
      words,
    )?.[1]
  return say('publisher', name, 'printed in the page')
}

/** The page's own first-level heading comes before the titles made for search engines and social media. */
function headlines(document: Document, metas: Metas, data: ArticleData | undefined): Stated[] {
  const titles = [...say('headline', data?.headline, 'JSON-LD headline'), ...fromMetas('headline', metas)]
  const title = tidy(document.querySelector('title')?.textContent ?? '')
  const all = [...document.querySelectorAll('h1')]
  const heads = (all.length > 0 ? all : [...document.querySelectorAll('h2')].slice(0, 3))
    .map((head) => tidy(head.textContent ?? ''))
    .filter(Boolean)
  const known = [...titles.map(({ value }) => String(value)), title].map(fold).filter(Boolean)
  const own =
    heads.find((head) => known.some((one) => one === fold(head))) ??
    heads.find(
      (head) => fold(head).length > 12 && known.some((one) => one.includes(fold(head)) || fold(head).includes(one)),
    ) ??
    (heads.length === 1 && heads[0]!.split(' ').length >= 3 ? heads[0] : undefined)
  return [
    ...say('headline', own, 'h1'),
    ...titles.map((one) => ({ ...one, value: withoutSite(String(one.value), metas, data) })),
    ...say('headline', title && withoutSite(title, metas, data), 'title'),
  ]
}

/** “Headline | Northport Gazette” without the publisher's name. */
function withoutSite(title: string, metas: Metas, data: ArticleData | undefined): string {
  const parts = title.split(/\s+[|–—·»:-]\s+/)
  if (parts.length < 2) return title
  const sites = [data?.publisher, metas.get('og:site_name')?.[0]].flatMap((one) => (one ? [fold(one)] : []))
  const last = fold(parts.at(-1)!)
  const isSite = sites.some(
    (site) => last === site || (last.length > 3 && (site.includes(last) || last.includes(site))),
  )
  return isSite || (/\s[|]\s[^|]{2,40}$/.test(title) && parts.at(-1)!.split(' ').length <= 4)
    ? title.slice(0, title.length - parts.at(-1)!.length).replace(/(?<!\s)\s+[|–—·»:-]\s*$/, '')
    : title
}

const fold = (words: string) =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase()

function authors(document: Document, metas: Metas, data: ArticleData | undefined): Stated[] {
  const site = new Set([data?.publisher, metas.get('og:site_name')?.[0]].flatMap((one) => (one ? [fold(one)] : [])))
  const take = (raw: readonly string[], place: string): Stated[] => {
    const names = [...new Set(raw.flatMap(splitAuthors))].filter((name) => isAuthor(name) && !site.has(fold(name)))
    return say('authors', names, place)
  }
  const bylines = [...document.querySelectorAll(BYLINES)].slice(0, 3).map((one) => tidy(one.textContent ?? ''))
  return [
    ...take(data?.authors ?? [], 'JSON-LD author'),
    ...METAS.authors.flatMap((name) => take(metas.get(name) ?? [], `meta ${name}`)),
    ...take([...new Set(bylines)], 'byline'),
  ]
}

const BYLINES =
  '[rel~=author], [itemprop=author] [itemprop=name], [itemprop=author]:not(meta), .byline-name, .author-name, .article__author, .c-byline__author'

/** “By A, B and C” are three. */
export function splitAuthors(words: string): string[] {
  return words
    .replace(/^\s*(?:written |reported |story |text )?(?:by|von|par|por|di|da|door|av|af|od)[:\s]\s*/iu, '')
    .split(/,|;|\||&|\band\b|\bund\b|\bet\b|\by\b(?=\s\p{Lu})/iu)
    .map((name) => name.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function isAuthor(name: string): boolean {
  return (
    name.length <= 60 &&
    /^\p{L}/u.test(name) &&
    !/\d|https?:|@|[<>{}/\\]|\.(?:com|org|net)\b/u.test(name) &&
    !/^(?:admin|administrator|editor|editors|staff|guest|unknown|none|null|undefined|author|user|webmaster|redaktion|redaction|news desk|newsroom|staff reporter|staff writer)$/iu.test(
      name,
    ) &&
    name.split(' ').length <= 6
  )
}

function dates(document: Document, metas: Metas, data: ArticleData | undefined): Stated[] {
  const dated = (words: string | undefined, place: string): Stated[] => {
    const day = words && findDay(words)
    return day ? [{ field: 'date', value: day, place, words }] : []
  }
  const times = [...document.querySelectorAll('time[datetime], [itemprop=datePublished]')]
    .filter((time) => time.closest('article article, aside, nav, footer, [class*=comment], [class*=related]') === null)
    .map((time) => time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? '')
  return [
    ...dated(data?.date, 'JSON-LD datePublished'),
    ...METAS.date.flatMap((name) => dated(metas.get(name)?.[0], `meta ${name}`)),
    ...dated(times[0], 'time'),
  ]
}

/** The canonical address, without what campaigns add to it. One that is the whole site's does not name the article. */
function addresses(
  document: Document,
  metas: Metas,
  data: ArticleData | undefined,
  base: string | undefined,
  place: string,
): Stated[] {
  const canonical = [...document.querySelectorAll('link[rel~=canonical]')].flatMap(
    (link) => link.getAttribute('href') ?? [],
  )
  const within = base ?? metas.get('og:url')?.find((one) => /^https?:/.test(one)) ?? data?.url
  const found: Stated[] = [
    ...canonical.map((href): Stated => ({ field: 'url', value: href, place: 'link canonical' })),
    ...METAS.url.flatMap((name) => say('url', metas.get(name)?.[0], `meta ${name}`)),
    ...say('url', data?.url, 'JSON-LD mainEntityOfPage'),
    ...say('url', base, place),
    ...say('url', findPrintedAddress(document), 'printed in the page'),
  ].flatMap((one) => {
    const value = resolve(String(one.value), within)
    return value ? [{ ...one, value }] : []
  })
  const named = found.filter(({ value }) => !isWholeSite(String(value)))
  return named.length > 0 ? named : found
}

function isWholeSite(address: string): boolean {
  const { pathname, search } = new URL(address)
  return pathname.length <= 1 && search === ''
}

function resolve(href: string, base: string | undefined): string | undefined {
  try {
    const url = new URL(href.trim(), base)
    return /^https?:$/.test(url.protocol) ? stripTracking(url) : undefined
  } catch {
    return undefined
  }
}

/** An address without the parameters that campaigns and readers' programs add, and without a fragment. */
export function stripTracking(url: URL): string {
  for (const name of [...url.searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|ns_\w+|at_\w+|xtor)$/i.test(name))
      url.searchParams.delete(name)
  if (!url.hash.startsWith('#!')) url.hash = ''
  return url.href
}

/** “Find this article at: https://…” */
function findPrintedAddress(document: Document): string | undefined {
  const words = (document.body?.textContent ?? '').slice(-4000)
  return /(?:find (?:this|the) (?:article|story|page)(?: online)? at|original (?:article|url)|(?:article|source) url|printed from|retrieved from|source)\s*:?\s*(https?:\/\/[^\s<>"')]{4,400})/i.exec(
    words,
  )?.[1]
}

interface Saved {
  readonly url?: string
  readonly day?: string
  readonly place: string
}

/** The comments that SingleFile and browsers write into a page that they save. */
function readSaved(html: string): Saved {
  const head = html.slice(0, 4000)
  const singleFile = /<!--\s*Page saved with SingleFile([^]{0,1500}?)-->/.exec(head)?.[1]
  if (singleFile !== undefined) {
    const url = /(?<!\s)\s*url:\s*(\S+)/.exec(singleFile)?.[1]
    const day = findDay(/saved date:\s*([^\n]+)/.exec(singleFile)?.[1] ?? '')
    return { ...(url && { url }), ...(day && { day }), place: 'comment of SingleFile' }
  }
  const url = /<!--\s*saved from url=\(\d{4}\)(\S+)\s*-->/.exec(head)?.[1]
  return { ...(url && { url }), place: 'comment of the browser' }
}

function languageOf(document: Document, metas: Metas, data: ArticleData | undefined): string | undefined {
  const own = document.documentElement.getAttribute('lang') ?? document.body?.getAttribute('lang')
  const tag = own ?? data?.language ?? metas.get('og:locale')?.[0] ?? metas.get('content-language')?.[0]
  const match = /^([a-z]{2,3})(?:[-_]([A-Za-z]{2,4}))?/.exec(tag?.trim() ?? '')
  return match
    ? match[2]
      ? `${match[1]}-${match[2].length === 2 ? match[2].toUpperCase() : match[2]}`
      : match[1]
    : undefined
}
