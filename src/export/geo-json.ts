import type { EntityEntry } from '../model/entry.ts'
import type { WrittenFile } from '../model/published-file.ts'
import { safeJson } from '../text/escape.ts'
import type { Published } from '../markup/vocabulary.ts'
import { fullAddressOf } from './view.ts'

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
