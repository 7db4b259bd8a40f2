import type { EntityEntry, FigureEntry, DatedEventEntry, QuotationEntry, SourceEntry } from '../../model/entry.ts'
import type { ExportedFile } from '../../model/published-file.ts'
import { KINDS } from '../../model/kind.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { listNames } from '../entity/list-mentions.ts'

/** An object of schema.org. Properties without a value are omitted. */
export type JsonLd = Record<string, unknown>

/** A page of the dossier: its type, its place in the site, and its subject. */
export function pageLd(
  page: { type: string; title: string; description: string; path: string; about?: JsonLd | undefined },
  { about }: DossierView,
  site: URL | undefined,
): JsonLd {
  return {
    '@type': page.type,
    name: page.title,
    description: page.description,
    inLanguage: about.language,
    url: absolute(page.path, site),
    isPartOf: { '@type': 'Dataset', name: about.title, url: absolute(withBase('/'), site) },
    ...(page.about && { mainEntity: page.about }),
  }
}

/** A source as the article it is. */
export function articleLd(source: SourceEntry, site: URL | undefined): JsonLd {
  const { title, authors, publisher, date, language, url, id } = source
  return {
    '@type': 'NewsArticle',
    headline: title,
    inLanguage: language,
    url: absolute(addressOf(id), site),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Person', name })) }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(date && { datePublished: date }),
    ...(url && { isBasedOn: url }),
    mentions: source.entities.slice(0, 20).map(({ name, kind }) => ({ '@type': KINDS[kind].schemaOrg, name })),
  }
}

/** An entity as the type of its kind. */
export function entityLd(entity: EntityEntry, site: URL | undefined): JsonLd {
  const { kind, name, description, sameAs, coordinates, isLocatedByName, id } = entity
  const alternateName = listNames(entity).slice(1)
  return {
    '@type': KINDS[kind].schemaOrg,
    name,
    url: absolute(addressOf(id), site),
    ...(description && { description }),
    ...(alternateName.length > 0 && { alternateName }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(coordinates &&
      !isLocatedByName &&
      kind === 'place' && { geo: { '@type': 'GeoCoordinates', latitude: coordinates[0], longitude: coordinates[1] } }),
  }
}

/** A quotation with the speaker it is credited to. */
export function quotationLd(
  { words, speaker, occurrences }: QuotationEntry,
  dossier: DossierView,
  site: URL | undefined,
): JsonLd {
  return {
    '@type': 'Quotation',
    text: words,
    ...(speaker && {
      creator: { '@type': KINDS[speaker.kind].schemaOrg === 'Person' ? 'Person' : 'Organization', name: speaker.name },
    }),
    isPartOf: listArticles(occurrences, dossier, site),
  }
}

/** A dated event as a Claim: sources announce, report or deny it. */
export function eventLd(
  { summary, lo, hi, reports, entities, places }: DatedEventEntry,
  dossier: DossierView,
  site: URL | undefined,
): JsonLd {
  const location = entities.filter(({ id }) => places.includes(id)).map(({ name }) => ({ '@type': 'Place', name }))
  return {
    '@type': 'Claim',
    text: summary,
    ...(lo && { temporalCoverage: hi && hi !== lo ? `${lo}/${hi}` : lo }),
    ...(location.length > 0 && { spatialCoverage: location }),
    appearance: listArticles(reports, dossier, site),
  }
}

/** A figure with where it is given. */
export function figureLd({ rows }: FigureEntry, title: string, dossier: DossierView, site: URL | undefined): JsonLd {
  return { '@type': 'Claim', name: title, appearance: listArticles(rows, dossier, site) }
}

/** The whole dossier, with the files it can be taken away as. */
export function datasetLd({ about }: DossierView, site: URL | undefined, files: readonly ExportedFile[] = []): JsonLd {
  return {
    '@type': 'Dataset',
    name: about.title,
    description: about.description,
    inLanguage: about.language,
    license: about.licence,
    url: absolute(withBase('/'), site),
    ...(about.from && about.to && { temporalCoverage: `${about.from}/${about.to}` }),
    ...(files.length > 0 && {
      distribution: files.map(({ name, format }) => ({
        '@type': 'DataDownload',
        name,
        encodingFormat: format,
        contentUrl: absolute(withBase(`/data/${name}`), site),
      })),
    }),
  }
}

/** Each source once, as an article with its address. */
function listArticles(
  passages: readonly { readonly source: string }[],
  { sourceOf }: DossierView,
  site: URL | undefined,
): JsonLd[] {
  const sources = [...new Set(passages.map(({ source }) => source))].flatMap((id) => sourceOf.get(id) ?? [])
  return sources.map(({ id, title }) => ({
    '@type': 'NewsArticle',
    headline: title,
    url: absolute(addressOf(id), site),
  }))
}

function absolute(path: string, site: URL | undefined): string {
  return site ? new URL(path, site).href : path
}

/** A schema.org description as the text of a script element: no `<` in it can end the element. */
export function writeJsonLd(data: Record<string, unknown>): string {
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}
