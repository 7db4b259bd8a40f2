import type { Provenance, Stated } from '../../../model/extracted.ts'
import { foldTitle } from '../../../text/characters.ts'
import { findDay } from '../dates/find-day.ts'
import type { ArticleData } from './json-ld.ts'
import { readJsonLd } from './json-ld.ts'
import type { Metas } from './page-head.ts'
import { fromMetas, indexMetas, listAddresses, METAS, readSavedPage, say, tidy } from './page-head.ts'
import { readLabel } from '../labels.ts'

const PRINT_TITLE = readLabel('print-title', 'iu')
const BYLINE = readLabel('byline', 'iu')
const BETWEEN_NAMES = readLabel('between-names', 'iu')

/** Metadata of a page outside the text. */
export interface PageMetadata {
  /** In order of trust: of two values for a field the first is used. */
  readonly stated: readonly Stated[]
  readonly provenance: Provenance
  /** The article as JSON-LD has it, with its body where that is there. */
  readonly data: ArticleData | undefined
}

/**
 * Reads what a page states in JSON-LD, in meta and link elements, in `time` elements and in the comment of the program
 * that saved it.
 *
 * @param address where it was saved from, when the file around the page says so
 */
export function readMetadata(document: Document, html: string, address?: string): PageMetadata {
  const data = readJsonLd(document)
  const saved = readSavedPage(html)
  const metas = indexMetas(document)
  const base = address ?? saved.url
  const stated = [
    ...headlines(document, metas, data),
    ...say('publisher', data?.publisher, 'JSON-LD publisher'),
    ...fromMetas('publisher', metas),
    ...printedPublisher(document),
    ...authors(document, metas, data),
    ...dates(document, metas, data),
    ...listAddresses(document, metas, data, base, saved.place),
    ...say('language', languageOf(document, metas, data), 'html lang'),
  ]
  return { stated, provenance: saved.day ? { accessed: saved.day } : {}, data }
}

/** “Northport Gazette - printed page” above a print view. */
function printedPublisher(document: Document): Stated[] {
  const words = tidy(document.body?.textContent ?? '').slice(0, 200)
  const name = PRINT_TITLE.exec(words)?.[1]
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
  const known = [...titles.map(({ value }) => String(value)), title].map(foldTitle).filter(Boolean)
  const own =
    heads.find((head) => known.some((one) => one === foldTitle(head))) ??
    heads.find(
      (head) =>
        foldTitle(head).length > 12 &&
        known.some((one) => one.includes(foldTitle(head)) || foldTitle(head).includes(one)),
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
  const sites = [data?.publisher, metas.get('og:site_name')?.[0]].flatMap((one) => (one ? [foldTitle(one)] : []))
  const last = foldTitle(parts.at(-1)!)
  const isSite = sites.some(
    (site) => last === site || (last.length > 3 && (site.includes(last) || last.includes(site))),
  )
  return isSite || (/\s[|]\s[^|]{2,40}$/.test(title) && parts.at(-1)!.split(' ').length <= 4)
    ? title.slice(0, title.length - parts.at(-1)!.length).replace(/(?<!\s)\s+[|–—·»:-]\s*$/, '')
    : title
}

function authors(document: Document, metas: Metas, data: ArticleData | undefined): Stated[] {
  const site = new Set(
    [data?.publisher, metas.get('og:site_name')?.[0]].flatMap((one) => (one ? [foldTitle(one)] : [])),
  )
  const take = (raw: readonly string[], place: string): Stated[] => {
    const names = [...new Set(raw.flatMap(splitAuthors))].filter((name) => isAuthor(name) && !site.has(foldTitle(name)))
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
    .replace(BYLINE, '')
    .split(BETWEEN_NAMES)
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
