import type { Published } from '../markup/vocabulary.ts'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../model/entry.ts'
import { KINDS } from '../model/kind.ts'
import type { EntityKind } from '../model/kind.ts'
import type { ChunkedFile } from '../model/published-file.ts'
import { safeJson } from '../text/escape.ts'
import { datePrefix, fullAddressOf } from './view.ts'

/** An entity of FollowTheMoney; values without a property in its schema are written beside `properties`. */
interface Proxy {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
  readonly [beside: string]: unknown
}

type Values = Readonly<Record<string, readonly (string | number | undefined)[]>>

/**
 * Sources, entities, mentions and dated events as JSON lines of FollowTheMoney 3.8. Its `Mention` resolves only to
 * persons and organisations, so places, events, works and objects are tied to their sources by `Documentation`. Its
 * dates are ISO prefixes, so any other interval is written beside the properties.
 */
export function exportFollowTheMoney(view: Published): ChunkedFile {
  return { path: 'data/entities.ftm.json', chunks: listProxies(view).map((proxy) => `${safeJson(proxy)}\n`) }
}

function* listProxies(view: Published): Generator<Proxy> {
  for (const { entry } of view.sources) yield articleOf(view, entry)
  for (const entity of view.entities) yield* [proxyOf(view, entity), ...linksOf(entity)]
  for (const datedEvent of view.datedEvents) yield eventOf(view, datedEvent)
}

function articleOf(view: Published, { id, title, file, publisher, authors, date, url, sha256 }: SourceEntry): Proxy {
  const fileName = file.slice(file.lastIndexOf('/') + 1)
  return makeProxy(
    id,
    'Article',
    {
      title: [title],
      fileName: [fileName],
      publisher: [publisher],
      author: authors,
      publishedAt: [date],
      sourceUrl: [url],
    },
    { page: fullAddressOf(view, id), sha256 },
  )
}

function proxyOf(
  view: Published,
  { id, kind, subtype, name, names, description, sameAs, coordinates, isLocatedByName }: EntityEntry,
): Proxy {
  const [latitude, longitude] = (isLocatedByName ? undefined : coordinates) ?? []
  const common = {
    name: [name],
    alias: names.filter(({ form, words }) => form === 'name' && words !== name).map(({ words }) => words),
    summary: [description],
    wikidataId: sameAs.map((url) => /^https?:\/\/www\.wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/.exec(url)?.[1]),
  }
  const own: Readonly<Partial<Record<EntityKind, Values>>> = {
    organisation: { classification: [subtype] },
    place: { full: [name], latitude: [latitude], longitude: [longitude] },
    work: { title: [name], fileName: [name] },
  }
  return makeProxy(
    id,
    KINDS[kind].followTheMoney,
    { ...common, ...own[kind] },
    { page: fullAddressOf(view, id), ...(sameAs.length > 0 && { sameAs }) },
  )
}

/** One link for each source that mentions the entity, or for each of the source's names for it. */
function linksOf({ id, kind, name, names, mentions }: EntityEntry): Proxy[] {
  const sources = [...new Set(mentions.map(({ source }) => source))]
  if (kind !== 'person' && kind !== 'organisation') {
    return sources.map((source) => makeProxy(`${source}-${id}`, 'Documentation', { document: [source], entity: [id] }))
  }
  return sources.map((source) => {
    const words = names.filter(({ sources: using }) => using.includes(source)).map(({ words: printed }) => printed)
    return makeProxy(`${source}-${id}`, 'Mention', {
      document: [source],
      name: words.length > 0 ? words : [name],
      resolved: [id],
      detectedSchema: [KINDS[kind].followTheMoney],
    })
  })
}

function eventOf(
  view: Published,
  { id, summary, entities, participants, reports, lo, hi, edtf, precision, mode, certainty }: DatedEventEntry,
): Proxy {
  const acting = new Set(participants)
  const involved = entities.filter(
    (entity) => acting.has(entity.id) && (entity.kind === 'person' || entity.kind === 'organisation'),
  )
  const places = entities.filter(({ kind }) => kind === 'place')
  const date = datePrefix({ lo, hi })
  const isBeside = date === undefined && (lo ?? hi) !== undefined
  return makeProxy(
    id,
    'Event',
    {
      name: [summary],
      date: [date],
      involved: involved.map((entity) => entity.id),
      locationMentioned: places.map(({ name }) => name),
      proof: [...new Set(reports.map(({ source }) => source))],
    },
    { page: fullAddressOf(view, id), mode, certainty, ...(isBeside && { interval: { lo, hi, edtf, precision } }) },
  )
}

function makeProxy(id: string, schema: string, values: Values, beside: object = {}): Proxy {
  const present = Object.entries(values).map(
    ([name, list]) =>
      [name, [...new Set(list.filter((value) => value !== undefined && value !== '').map(String))]] as const,
  )
  return { id, schema, properties: Object.fromEntries(present.filter(([, list]) => list.length > 0)), ...beside }
}
