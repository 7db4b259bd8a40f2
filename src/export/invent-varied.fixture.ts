import type { EntityEntry, FigureEntry, DatedEventEntry, QuotationEntry, SourceEntry } from '../model/entry.ts'
import type { WebAnnotation } from '../model/published-file.ts'
import type { Published } from '../markup/vocabulary.ts'
import { inventView } from './invent-view.fixture.ts'

const SOURCE = 'tttt1111'
const place = { source: SOURCE, passage: 'p-ccccc2', ordinal: 2 }

/** A dossier that holds, beside one of everything, one of everything of which little is known, and dates of each kind. */
export function inventVaried(): Published {
  const full = inventView('Vale & “Sons” <b>"q"</b> \'k\'', 'https://dossier.example/harbour/')
  const [annotation] = full.annotations[0]!.list()
  const entities = [...full.entities, ...inventEntities(full.entities)]
  const datedEvents = [...full.datedEvents, ...inventDatedEvents(full.datedEvents[0]!)]
  const added = [SOURCE, ...[...entities, ...datedEvents].map(({ id }) => id), 'qqqq2222', 'ffff2222'].filter(
    (id) => !full.pages.has(id),
  )
  return {
    ...full,
    settings: { ...full.settings, title: ' The Harbour: Contract 2!', licence: 'Free for all uses' },
    sources: [...full.sources, inventSource(full.sources[0]!.entry)],
    entities,
    datedEvents,
    quotations: [...full.quotations, inventQuotation(full.quotations[0]!)],
    figures: [...full.figures, inventFigure(full.figures[0]!)],
    annotations: [...full.annotations, { list: () => inventAnnotations(annotation!) }],
    pages: new Map([...full.pages, ...added.map((id) => [id, { id, slug: '', address: `/new/${id}/` }] as const)]),
  }
}

/** Neither publisher, authors, date nor address; the headline does not come first. */
function inventSource({ publisher: _, date: __, url: ___, ...entry }: SourceEntry): Published['sources'][number] {
  const kinds = ['heading', 'paragraph', 'headline'] as const
  return {
    entry: {
      ...entry,
      id: SOURCE,
      title: 'Heading',
      isTitleMade: true,
      authors: [],
      language: 'ar',
      form: 'digest',
      passages: kinds.map((kind, index) => ({ id: `p-ccccc${index + 1}`, ordinal: index + 1, kind })),
    },
    passages: [
      { id: 'p-ccccc1', words: [{ text: 'Heading' }] },
      {
        id: 'p-ccccc2',
        words: [
          {
            tag: 'When',
            attributes: { from: '2021-03-05', to: '2021-03-05', certainty: 'editor' },
            children: [{ text: 'Friday' }],
          },
          { text: ' ' },
          { tag: 'Quote', attributes: {}, children: [{ text: 'No.' }] },
        ],
      },
      { id: 'p-ccccc3', words: [{ tag: 'Entity', attributes: { to: 'aaaa1111' }, children: [{ text: 'Vale' }] }] },
    ],
  }
}

function inventEntities(entities: readonly EntityEntry[]): EntityEntry[] {
  return entities.map(({ subtype: _, description: __, coordinates: ___, firstDate: ____, ...entity }, index) => ({
    ...entity,
    id: `0000000${index}`,
    name: 'Okafor',
    isRegistered: false,
    lastDate: '2021-04-01',
    sameAs:
      index > 1
        ? []
        : [
            'http://www.wikidata.org/entity/Q7',
            'https://www.wikidata.org/wiki/Q8#x',
            'https://names.example/https://www.wikidata.org/wiki/Q9',
          ],
    names: (['name', 'nominal', 'name', 'name'] as const).map((form, at) => ({
      words: ['Okafor', 'the mayor', 'Ines Okafor', 'Ines Okafor'][at]!,
      form,
      mentions: 1,
      sources: ['ssss2222', SOURCE].slice(at % 2),
    })),
    mentions: ['ssss1111', SOURCE, SOURCE].slice(index % 2).map((source) => ({ ...entity.mentions[0]!, source })),
    neighbours: [],
  }))
}

/** Days from and to; an empty one is open. */
const INTERVALS = [
  ['2021-03-05', '2021-03-05'],
  ['2021-03-01', '2021-03-31'],
  ['2021-01-01', '2021-12-31'],
  ['2021-03-05', ''],
  ['', '2021-03-05'],
  ['', ''],
] as const

function inventDatedEvents({ lo: _, hi: __, ...datedEvent }: DatedEventEntry): DatedEventEntry[] {
  return INTERVALS.map(([lo, hi], index) => ({
    ...datedEvent,
    id: `1111111${index}`,
    ...(lo && { lo }),
    ...(hi && { hi }),
    certainty: 'stated',
    mode: 'plan',
    isPlaced: lo + hi !== '',
    participants: datedEvent.entities.map(({ id }) => id),
    entities: index % 2 === 0 ? datedEvent.entities : [],
    reports: [...datedEvent.reports, ...datedEvent.reports, { ...datedEvent.reports[0]!, ...place }],
  }))
}

function inventQuotation({ speaker: _, occurrences: [occurrence], ...quotation }: QuotationEntry): QuotationEntry {
  const { speakerWords: __, toldTo: ___, date: ____, ...known } = occurrence!
  return { ...quotation, id: 'qqqq2222', mode: 'reported', occurrences: [{ ...known, ...place }] }
}

function inventFigure({ rows: [row], ...figure }: FigureEntry): FigureEntry {
  const { low: _, place: __, period: ___, credited: ____, ...known } = row!
  return { ...figure, id: 'ffff2222', rows: [{ ...known, ...place, high: 2.5, date: '2021' }] }
}

function inventAnnotations(annotation: WebAnnotation): WebAnnotation[] {
  const source = `/new/${SOURCE}/#p-ccccc2`
  const bodies: [WebAnnotation['motivation'], WebAnnotation['body']][] = [
    [
      'identifying',
      { kind: 'person', form: 'nominal', entity: '/new/00000000/', certainty: 'inferred', rule: 'name/role' },
    ],
    ['describing', { kind: 'quotation', quotation: '/new/qqqq2222/', certainty: 'stated' }],
    ['tagging', { kind: 'date', type: 'DURATION', timex: 'P2D' }],
    ['tagging', { kind: 'figure', low: 2, high: 3 }],
    ['tagging', { kind: 'figure', high: 3, unit: 'percent' }],
  ]
  return bodies.map(([motivation, body], index) => ({
    ...annotation,
    id: `${source}:${index}`,
    motivation,
    body,
    target: { source, selector: annotation.target.selector.slice(index === 0 ? 1 : 0) },
  }))
}
