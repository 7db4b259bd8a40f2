import type { EntityKind } from '../../model/kind.ts'
import { addressOf } from '../loader/addresses.ts'
import { listNames } from './list-names.ts'
import type { DossierView, EntityPage, SourcePage } from './dossier.ts'

type JsonLd = Record<string, unknown>

const TYPES: Record<EntityKind, string> = { person: 'Person', organisation: 'Organization', place: 'Place', event: 'Event', work: 'CreativeWork' }

/** A source as schema.org's `NewsArticle`; what nobody states is left out. */
export function describeArticle(source: SourcePage, site: URL | undefined): JsonLd {
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
    mentions: source.entities.slice(0, 20).map(({ name, kind }) => ({ '@type': TYPES[kind], name })),
  }
}

/** An entity as the schema.org type of its kind. */
export function describeThing(entity: EntityPage, site: URL | undefined): JsonLd {
  const { kind, name, description, sameAs, coordinates, id } = entity
  const alternateName = listNames(entity).slice(1)
  return {
    '@type': TYPES[kind],
    name,
    url: absolute(addressOf(id), site),
    ...(description && { description }),
    ...(alternateName.length > 0 && { alternateName }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(coordinates && kind === 'place' && { geo: { '@type': 'GeoCoordinates', latitude: coordinates[0], longitude: coordinates[1] } }),
  }
}

/** The whole dossier as a `Dataset`. */
export function describeDataset({ about }: DossierView, home: string, site: URL | undefined): JsonLd {
  return {
    '@type': 'Dataset',
    name: about.title,
    description: about.description,
    inLanguage: about.language,
    license: about.licence,
    url: absolute(home, site),
    ...(about.from && about.to && { temporalCoverage: `${about.from}/${about.to}` }),
  }
}

function absolute(path: string, site: URL | undefined): string {
  return site ? new URL(path, site).href : path
}
