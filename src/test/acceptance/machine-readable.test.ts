import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listPages } from '../check/site-page.ts'
import { dossiers } from './dossiers.ts'

const dist = join(dossiers.digests, 'dist')
/** Pages that lead on to another are about nothing. */
const pages = listPages(dist)
  .filter(({ html }) => !html.includes('id="moved-to"'))
  .map(({ path, html }) => ({
    path,
    data: [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, text = '']) =>
      JSON.parse(text),
    ),
  }))

const PAGE = ['name', 'description', 'inLanguage', 'url', 'isPartOf', 'mainEntity']
/** The types of schema.org that the pages use, with the properties that it gives them and the pages use. */
const VOCABULARY: Readonly<Record<string, readonly string[]>> = {
  WebPage: PAGE,
  CollectionPage: PAGE,
  SearchResultsPage: PAGE,
  Dataset: ['name', 'description', 'inLanguage', 'license', 'url', 'temporalCoverage', 'distribution'],
  DataDownload: ['name', 'encodingFormat', 'contentUrl'],
  NewsArticle: ['headline', 'inLanguage', 'url', 'author', 'publisher', 'datePublished', 'isBasedOn', 'mentions'],
  Quotation: ['text', 'creator', 'isPartOf'],
  Claim: ['name', 'text', 'temporalCoverage', 'spatialCoverage', 'appearance'],
  Person: ['name', 'url', 'description', 'alternateName', 'sameAs'],
  Organization: ['name', 'url', 'description', 'alternateName', 'sameAs'],
  Place: ['name', 'url', 'description', 'alternateName', 'sameAs', 'geo'],
  Event: ['name', 'url', 'description', 'alternateName', 'sameAs'],
  CreativeWork: ['name', 'url', 'description', 'alternateName', 'sameAs'],
  GeoCoordinates: ['latitude', 'longitude'],
}

/** Terms that are not in schema.org, with their place. */
function listFaults(value: unknown, at: string): string[] {
  if (Array.isArray(value))
    return value.length === 0 ? [`${at} is empty`] : value.flatMap((item) => listFaults(item, at))
  if (value === null || value === '') return [`${at} is empty`]
  if (typeof value !== 'object') return []
  const { '@type': type, '@context': _, ...properties } = value as Record<string, unknown>
  const known = VOCABULARY[String(type)]
  if (!known) return [`${at} is of the type ${type}`]
  return Object.entries(properties).flatMap(([name, inner]) =>
    known.includes(name) ? listFaults(inner, `${at}.${name}`) : [`${at} has ${name}`],
  )
}

test('every page describes itself once, in the words of schema.org', () => {
  for (const { path, data } of pages) {
    expect(data, path).toHaveLength(1)
    expect(data[0]['@context']).toBe('https://schema.org')
    expect(listFaults(data[0], path)).toEqual([])
  }
})

test.each([
  ['/', 'WebPage', 'Dataset'],
  ['/search/', 'SearchResultsPage', undefined],
  ['/people/', 'CollectionPage', undefined],
  ['/sources/[0-9a-z-]+/$', 'WebPage', 'NewsArticle'],
  ['/people/.', 'WebPage', 'Person'],
  ['/places/.', 'WebPage', 'Place'],
  ['/timeline/[0-9a-z-]+/$', 'WebPage', 'Claim'],
  ['/quotations/.', 'WebPage', 'Quotation'],
  ['/data/', 'WebPage', 'Dataset'],
])('%s is a %s about a %s', (pattern, type, about) => {
  const found = pages.filter(
    ({ path }) => path === pattern || (/[.$]$/.test(pattern) && new RegExp(`^${pattern}`).test(path)),
  )
  expect(found).not.toEqual([])
  for (const { data } of found) expect([data[0]['@type'], data[0].mainEntity?.['@type']]).toEqual([type, about])
})

test('the feed and the sitemap name pages that are there', () => {
  const paths = new Set(pages.map(({ path }) => path))
  const feed = readFileSync(join(dist, 'feed.xml'), 'utf8')
  const sitemap = readFileSync(join(dist, 'sitemap.xml'), 'utf8')
  const named = [...feed.matchAll(/<link href="([^"]+)"/g), ...sitemap.matchAll(/<loc>([^<]+)/g)].map(
    ([, address = '']) => address,
  )
  expect(named.filter((address) => !paths.has(address))).toEqual([])
  expect(feed.match(/<entry>/g)).toHaveLength(5)
})
