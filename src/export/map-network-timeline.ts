import type { Published } from '../markup/vocabulary.ts'
import type { DatedEventEntry, EntityEntry } from '../model/entry.ts'
import type { WrittenFile } from '../model/published-file.ts'
import type { XmlElement } from '../text/escape.ts'
import { element, safeJson, writeXml } from '../text/escape.ts'
import { isAnchor } from '../model/permalink.ts'
import { addressOfPassage, datePrefix, fullAddressOf, pathOf } from './view.ts'

/** A date of TimelineJS; month and day may be unknown. */
interface SlideDate {
  readonly year: number
  readonly month: number | undefined
  readonly day: number | undefined
}

/** TimelineJS draws every slide at once. Of more, it gets the events that have a page: those that join sources. */
const MOST_SLIDES = 500

/** The dated statements as the JSON that TimelineJS reads. It takes its texts for HTML, so they are escaped. */
export function exportTimeline(view: Published): WrittenFile {
  const titles = new Map(view.sources.map(({ entry }) => [entry.id, entry.title]))
  const placed = view.datedEvents.filter(({ isPlaced }) => isPlaced)
  const shown = placed.length > MOST_SLIDES ? placed.filter(({ id }) => !isAnchor(pathOf(view, id))) : placed
  const events = shown.map((datedEvent) => slideOf(view, titles, datedEvent))
  const { title, description } = view.settings
  return {
    path: 'data/timeline.timelinejs.json',
    text: `${safeJson({ title: { text: { headline: escapeHtml(title), text: escapeHtml(description) } }, events })}\n`,
  }
}

function slideOf(
  view: Published,
  titles: ReadonlyMap<string, string>,
  { id, lo, hi, summary, mode, reports }: DatedEventEntry,
): object {
  const prefix = datePrefix({ lo, hi })
  const sources = reports.map((report) =>
    linkTo(addressOfPassage(view, report), `${titles.get(report.source)} ¶ ${report.ordinal}`),
  )
  return {
    unique_id: id,
    start_date: dateOf(prefix ?? lo ?? hi!),
    ...(prefix === undefined && lo && hi && { end_date: dateOf(hi) }),
    ...(prefix === undefined && {
      display_date: [lo && `not before ${lo}`, hi && `not after ${hi}`].filter(Boolean).join(', '),
    }),
    text: {
      headline: escapeHtml(summary),
      text: `<p>${[linkTo(fullAddressOf(view, id), mode), ...sources].join(' · ')}</p>`,
    },
    group: mode,
  }
}

function dateOf(prefix: string): SlideDate {
  const [year, month, day] = prefix.split('-').map(Number)
  return { year: year!, month, day }
}

function linkTo(address: string, words: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(words)}</a>`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (mark) => ESCAPES[mark]!)
}

/** The places whose coordinates are known, as GeoJSON (RFC 7946: longitude first, WGS 84). */
export function exportPlaces(view: Published): WrittenFile {
  const features = view.entities.flatMap((entity) =>
    entity.coordinates ? [featureOf(view, entity, entity.coordinates)] : [],
  )
  return {
    path: 'data/places.geojson',
    text: `{"type":"FeatureCollection","features":[\n${features.map(safeJson).join(',\n')}\n]}\n`,
  }
}

function featureOf(
  view: Published,
  { id, name, subtype, names, mentions, isLocatedByName }: EntityEntry,
  [latitude, longitude]: readonly [number, number],
): object {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      name,
      ...(subtype && { subtype }),
      ...(isLocatedByName && { coordinatesFrom: 'GeoNames, by name' }),
      names: names.map(({ words }) => words),
      address: fullAddressOf(view, id),
      sentences: mentions.length,
      sources: new Set(mentions.map(({ source }) => source)).size,
    },
  }
}

const NODE_KEYS = { label: 'string', kind: 'string', address: 'string', sentences: 'int' } as const

/** Entities named in one sentence, as GraphML: the weight of an edge is the number of such sentences. */
export function exportNetwork(view: Published): WrittenFile {
  const keys = Object.entries(NODE_KEYS).map(([name, type]) => keyOf(name, 'node', type))
  const nodes = view.entities.map((entity) => nodeOf(view, entity))
  const edges = view.entities.flatMap(edgesOf)
  const graph = element('graph', { id: 'co-mentions', edgedefault: 'undirected' }, [...nodes, ...edges])
  const root = element('graphml', { xmlns: 'http://graphml.graphdrawing.org/xmlns' }, [
    ...keys,
    keyOf('weight', 'edge', 'int'),
    graph,
  ])
  return { path: 'data/co-mentions.graphml', text: writeXml(root) }
}

function keyOf(name: string, owner: string, type: string): XmlElement {
  return element('key', { id: name, for: owner, 'attr.name': name, 'attr.type': type })
}

function nodeOf(view: Published, { id, name, kind, mentions }: EntityEntry): XmlElement {
  return element('node', { id }, [
    dataOf('label', name),
    dataOf('kind', kind),
    dataOf('address', fullAddressOf(view, id)),
    dataOf('sentences', String(mentions.length)),
  ])
}

/** Both ends know the edge: the lesser id writes it. */
function edgesOf({ id, neighbours }: EntityEntry): XmlElement[] {
  const written = neighbours.filter((neighbour) => id < neighbour.id)
  return written.map((neighbour) =>
    element('edge', { id: `${id}-${neighbour.id}`, source: id, target: neighbour.id }, [
      dataOf('weight', String(neighbour.mentions)),
    ]),
  )
}

function dataOf(key: string, text: string): XmlElement {
  return element('data', { key }, [text])
}
