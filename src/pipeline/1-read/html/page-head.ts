import type { Stated, StatedField } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ArticleData } from './json-ld.ts'
import { readLabel } from '../labels.ts'

const ADDRESS = readLabel('address', 'i')

/** Meta elements by field, the surest first; names of `name`, `property` and `itemprop`. */
export const METAS: Readonly<Record<Exclude<StatedField, 'language'>, readonly string[]>> = {
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

/** Contents of meta elements, by their names. */
export type Metas = ReadonlyMap<string, readonly string[]>

/** Reads every meta element of a page. */
export function indexMetas(document: Document): Metas {
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

/** A value as the page states it; nothing where it is empty. */
export function say(field: StatedField, value: string | readonly string[] | undefined, place: string): Stated[] {
  if (value === undefined || value.length === 0) return []
  return [{ field, value: typeof value === 'string' ? tidy(value) : value.map(tidy), place }]
}

/** Words with single spaces. */
export const tidy = (words: string) => words.replaceAll(/\s+/g, ' ').trim()

/** The values of a field in meta elements, the most reliable first. */
export function fromMetas(field: Exclude<StatedField, 'language'>, metas: Metas): Stated[] {
  return METAS[field].flatMap((name) => {
    const value = metas.get(name)?.[0]
    return value ? say(field, value, `meta ${name}`) : []
  })
}

/** The canonical address, without what campaigns add to it. One that is the whole site's does not name the article. */
export function listAddresses(
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
  return ADDRESS.exec(words)?.[1]
}

/** Where and when a page was saved. */
export interface SavedPage {
  readonly url?: string
  readonly day?: string
  readonly place: string
}

/** The comments that SingleFile and browsers write into a page that they save. */
export function readSavedPage(html: string): SavedPage {
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
