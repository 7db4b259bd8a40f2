import type { Pin } from '../../figures/map/map.ts'
import { type Country, decodeOutlines, type Topology } from '../../figures/map/outlines.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact } from '../loader/reads.ts'
import type { EntityEntry } from '../../model/entry.ts'
import { byMentions } from './list-mentions.ts'
import atlas from '../../figures/map/countries-50m.json'

const NEAR = 9

let decoded: Country[] | undefined

/** Country outlines at 1:50 million (Natural Earth). */
export function openOutlines(): Country[] {
  decoded ??= decodeOutlines(atlas as unknown as Topology)
  return decoded
}

/** Every place with coordinates as a numbered pin, by name. */
export function pinPlaces({ entities }: Pick<DossierView, 'entities'>): Pin[] {
  return entities
    .filter(({ kind, coordinates }) => kind === 'place' && coordinates)
    .map(({ id, name, coordinates, isLocatedByName = false }, index) => ({
      at: coordinates!,
      name,
      number: index + 1,
      href: addressOf(id),
      isInferred: isLocatedByName,
    }))
}

const pinAll = trackFact('pins', pinPlaces)

/** Number of places on the map of the first page. */
const MOST = 12

/** The places with coordinates that most sources name. */
export function pinMostNamed(dossier: DossierView): Pin[] {
  const entities = dossier.entities.filter(({ kind, coordinates }) => kind === 'place' && coordinates)
  return pinPlaces({ entities: entities.toSorted(byMentions).slice(0, MOST) })
}

/** One place and the others within nine degrees of it; none when it has no coordinates. */
export function pinAround({ coordinates, id }: EntityEntry, dossier: DossierView): Pin[] {
  if (!coordinates) return []
  const href = addressOf(id)
  return pinAll(dossier)
    .filter(({ at }) => Math.abs(at[0] - coordinates[0]) < NEAR && Math.abs(at[1] - coordinates[1]) < NEAR)
    .map((pin) => ({ ...pin, isHere: pin.href === href }))
}
