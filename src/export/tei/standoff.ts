import type { EntityEntry, DatedEventEntry } from '../../model/entry.ts'
import type { KindFacts } from '../../model/kind.ts'
import { entityKind, KINDS } from '../../model/kind.ts'
import type { Published } from '../../markup/vocabulary.ts'
import { fullAddressOf } from '../view.ts'
import type { XmlElement } from '../../text/escape.ts'
import { element, textElement } from '../../text/escape.ts'
import { certOf, datingOf } from './header.ts'

/** The `xml:id` of an entity; an id may begin with a digit, a name in XML may not. */
export function xmlIdOf(id: string): string {
  return `e-${id}`
}

/** Everything that the texts refer to: persons, places, organisations, events, works and dated statements. */
export function standOff(view: Published): XmlElement[] {
  const byKind = Map.groupBy(view.entities, ({ kind }) => kind)
  const lists = entityKind.options.flatMap((kind) => {
    const [list] = KINDS[kind].tei
    const items = byKind.get(kind) ?? []
    return items.length > 0
      ? [
          element(
            list,
            {},
            items.map((entity) => itemOf(view, entity)),
          ),
        ]
      : []
  })
  const dated =
    view.datedEvents.length > 0
      ? [
          element(
            'listEvent',
            { type: 'dated' },
            view.datedEvents.map((datedEvent) => eventOf(view, datedEvent)),
          ),
        ]
      : []
  return lists.length + dated.length > 0 ? [element('standOff', {}, [...lists, ...dated])] : []
}

function itemOf(
  view: Published,
  { id, kind, subtype, name, names, description, sameAs, coordinates, isLocatedByName }: EntityEntry,
): XmlElement {
  const [, item, naming, holder] = KINDS[kind].tei as KindFacts['tei']
  const variants = new Set(
    names.filter(({ form, words }) => form === 'name' && words !== name).map(({ words }) => words),
  )
  const called = [
    element(naming, {}, [name]),
    ...[...variants].map((words) => element(naming, { type: 'variant' }, [words])),
  ]
  return element(item, { 'xml:id': xmlIdOf(id), type: subtype?.replaceAll(' ', '-') }, [
    ...(holder ? [element(holder, {}, called)] : called),
    ...(kind === 'place' && coordinates && !isLocatedByName
      ? [element('location', {}, [element('geo', {}, [coordinates.join(' ')])])]
      : []),
    ...textElement('note', description),
    element('ptr', { type: 'page', target: fullAddressOf(view, id) }),
    ...sameAs.map((target) => element('ptr', { type: 'same-as', target: target.replaceAll(' ', '%20') })),
  ])
}

function eventOf(
  view: Published,
  { id, lo, hi, certainty, mode, summary, entities, tellings }: DatedEventEntry,
): XmlElement {
  const evidence = [...new Set(tellings.map(({ passage }) => `#${passage}`))]
  return element('event', { 'xml:id': xmlIdOf(id), type: mode, ...datingOf({ lo, hi }), cert: certOf(certainty) }, [
    element('label', {}, [summary]),
    element('ptr', { type: 'page', target: fullAddressOf(view, id) }),
    ...evidence.map((target) => element('ptr', { type: 'evidence', target })),
    ...entities.map((entity) => element('ptr', { type: entity.kind, target: `#${xmlIdOf(entity.id)}` })),
  ])
}
