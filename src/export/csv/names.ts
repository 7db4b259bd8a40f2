import type { Published } from '../../markup/vocabulary.ts'
import { KINDS } from '../../model/kind.ts'
import type { WebAnnotation } from '../../model/published-file.ts'
import { sha256Of } from '../../text/hash.ts'
import { fullAddressOf, siteOf } from '../view.ts'
import type { CsvCell, CsvTable } from './table.ts'
import { joinValues } from './table.ts'

/** One row an entity; ready to be reconciled by name and kind. */
export const entities: CsvTable = {
  name: 'entities',
  title: 'Persons, organisations, places, events, works and objects',
  hasKey: true,
  fields: [
    { name: 'id', type: 'string', description: 'Opaque id' },
    { name: 'address', type: 'string', description: 'Permanent address of the page' },
    {
      name: 'kind',
      type: 'string',
      description: Object.keys(KINDS)
        .join(', ')
        .replace(/, (?=\w+$)/, ' or '),
    },
    { name: 'subtype', type: 'string', description: 'Finer than the kind, where a rule knows it' },
    { name: 'name', type: 'string', description: 'The name shown' },
    { name: 'names', type: 'string', description: 'Every wording of a mention, separated by " | "' },
    { name: 'description', type: 'string', description: 'Who or what it is, from the register' },
    { name: 'same_as', type: 'string', description: 'Authority records of others, separated by " | "' },
    { name: 'latitude', type: 'number', description: 'Degrees, WGS 84' },
    { name: 'longitude', type: 'number', description: 'Degrees, WGS 84' },
    { name: 'is_registered', type: 'boolean', description: 'True when the register has an entry for it' },
    { name: 'sentences', type: 'integer', description: 'Sentences that mention it' },
    { name: 'sources', type: 'integer', description: 'Sources that mention it' },
    { name: 'first_date', type: 'string', description: 'Earliest publication date of a source that mentions it' },
    { name: 'last_date', type: 'string', description: 'Latest publication date of a source that mentions it' },
  ],
  rows: (view) =>
    view.entities.map(
      ({
        id,
        kind,
        subtype,
        name,
        names,
        description,
        sameAs,
        coordinates,
        isLocatedByName,
        isRegistered,
        mentions,
        firstDate,
        lastDate,
      }) => [
        ...[
          id,
          fullAddressOf(view, id),
          kind,
          subtype,
          name,
          joinValues([...new Set(names.map(({ words }) => words))]),
          description,
          joinValues(sameAs),
        ],
        ...[
          isLocatedByName ? undefined : coordinates?.[0],
          isLocatedByName ? undefined : coordinates?.[1],
          isRegistered,
          mentions.length,
          new Set(mentions.map(({ source }) => source)).size,
          firstDate,
          lastDate,
        ],
      ],
    ),
}

/** One row a mention, in the order of the sources and their text. */
export const mentions: CsvTable = {
  name: 'mentions',
  title: 'Mentions',
  hasKey: false,
  fields: [
    { name: 'entity', type: 'string', description: 'Who or what is mentioned', refersTo: 'entities' },
    { name: 'source', type: 'string', description: 'The source', refersTo: 'sources' },
    { name: 'passage', type: 'string', description: 'Permanent address of the passage' },
    { name: 'words', type: 'string', description: 'The words, where they may be shown' },
    { name: 'start', type: 'integer', description: 'Where they begin in the clipping, in Unicode code points from 0' },
    { name: 'end', type: 'integer', description: 'Where they end, exclusive' },
    { name: 'form', type: 'string', description: 'name, demonym or nominal' },
    { name: 'certainty', type: 'string', description: 'stated, inferred or editor' },
    { name: 'rule', type: 'string', description: 'The rule that found it' },
  ],
  rows: (view) => piecesOf(view).flatMap(({ rows }) => rows()),
  pieces: piecesOf,
}

function piecesOf(view: Published) {
  const ids = new Map([...view.pages.values()].map(({ id, address }) => [address, id]))
  return view.annotations.map(({ key, list }) => ({
    key: key && sha256Of(`mentions ${siteOf(view)} ${key}`),
    rows: () => [...list()].flatMap((one) => (one.motivation === 'identifying' ? [rowOf(view, ids, one)] : [])),
  }))
}

function rowOf(view: Published, ids: ReadonlyMap<string, string>, { body, target }: WebAnnotation): CsvCell[] {
  const source = ids.get(target.source.slice(0, target.source.indexOf('#')))
  const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector')
  const position = target.selector.find((selector) => selector.type === 'TextPositionSelector')
  const [form, certainty, rule] = [body['form'], body['certainty'], body['rule']].map(String)
  return [
    ids.get(String(body['entity'])),
    source,
    siteOf(view) + target.source,
    quote?.exact,
    position?.start,
    position?.end,
    form,
    certainty,
    rule,
  ]
}
