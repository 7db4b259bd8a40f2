import type { Stated, StatedField } from '../../../model/extracted.ts'

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

/** What meta elements hold, by their names. */
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

/** What the meta elements of a field hold, the surest first. */
export function fromMetas(field: Exclude<StatedField, 'language'>, metas: Metas): Stated[] {
  return METAS[field].flatMap((name) => {
    const value = metas.get(name)?.[0]
    return value ? say(field, value, `meta ${name}`) : []
  })
}
