import type { PageAddress } from '../model/permalink.ts'
import type {
  CaveatReference,
  EntityEntry,
  FigureEntry,
  DatedEventEntry,
  QuotationEntry,
  SourceEntry,
} from '../model/entry.ts'
import { COLLECTION_OF, entityKind } from '../model/kind.ts'
import type { EntityKind } from '../model/kind.ts'
import type { WebAnnotation } from '../model/published-file.ts'
import type { Published } from '../markup/vocabulary.ts'

const PERSON = 'aaaa1111'
const idOfKind = Object.fromEntries(
  entityKind.options.map((kind, at) => [
    kind,
    kind === 'place' ? '3cccc333' : `${'abcdef'[at]!.repeat(4)}${String(at + 1).repeat(4)}`,
  ]),
) as Readonly<Record<EntityKind, string>>
const SOURCES = ['ssss1111', 'ssss2222'] as const
const [QUOTATION, DATED_EVENT, UNPLACED, FIGURE] = ['qqqq1111', 'hhhh1111', 'hhhh2222', 'ffff1111'] as const
const addressOfKind = (kind: EntityKind) => `/${COLLECTION_OF[kind]}/name-${idOfKind[kind]}/`
const at = { source: SOURCES[0], passage: 'p-bbbbb1', ordinal: 1 }

/** A small dossier in which every text that a seed or a person can set is `words`. */
export function inventView(words: string, site?: string): Published {
  return {
    settings: {
      title: words,
      description: words,
      language: 'en',
      licence: 'CC-BY-4.0',
      rights: 'full',
      ...(site && { site }),
    },
    sources: SOURCES.map((id, index) => ({
      entry: inventSource(id, index, words),
      passages: [
        { id: `p-aaaaa${index + 1}`, words: [{ text: words }] },
        { id: `p-bbbbb${index + 1}`, words: markedWords(words) },
      ],
    })),
    entities: entityKind.options.map((kind) => inventEntity(kind, words)),
    quotations: [inventQuotation(words)],
    datedEvents: [inventDatedEvent(words), { ...inventDatedEvent(words), id: UNPLACED, isPlaced: false }],
    figures: [inventFigure(words)],
    annotations: [{ list: () => inventAnnotations(words) }],
    pages: new Map(inventPages().map((page) => [page.id, page])),
  }
}

function inventPages(): PageAddress[] {
  return [
    ...SOURCES.map((id) => ({ id, slug: 'a', address: `/sources/a-${id}/`, version: 2 })),
    ...entityKind.options.map((kind) => ({ id: idOfKind[kind], slug: 'name', address: addressOfKind(kind) })),
    ...[QUOTATION, DATED_EVENT, UNPLACED, FIGURE].map((id) => ({ id, slug: '', address: `/timeline/${id}/` })),
  ]
}

function markedWords(words: string): Published['sources'][number]['passages'][number]['words'] {
  const certainty = 'inferred'
  return [
    { text: words },
    {
      tag: 'Quote',
      attributes: { by: PERSON },
      children: [
        { text: words },
        { tag: 'Entity', attributes: { to: idOfKind.place, certainty }, children: [{ text: words }] },
      ],
    },
    { tag: 'When', attributes: { from: '2021-03-01', certainty: 'stated' }, children: [{ text: words }] },
    { tag: 'Figure', attributes: {}, children: [{ text: words }] },
  ]
}

function inventSource(id: string, index: number, words: string): SourceEntry {
  return {
    ...{
      id,
      slug: 'a',
      title: words,
      isTitleMade: false,
      position: index + 1,
      of: SOURCES.length,
      file: `seeds/articles/${id}.txt`,
      sha256: '0'.repeat(64),
    },
    ...{
      encoding: 'utf-8',
      language: 'en',
      rights: 'full',
      publisher: words,
      authors: [words, words],
      date: '2021-03-05',
      url: 'https://paper.example/a?b=c&d=<e>',
    },
    ...{ facts: [], setAside: [], entities: [], dates: [] },
    passages: [
      { id: `p-aaaaa${index + 1}`, ordinal: 0, kind: 'headline' },
      { id: `p-bbbbb${index + 1}`, ordinal: 1, kind: 'paragraph' },
    ],
  }
}

function inventEntity(kind: EntityKind, words: string): EntityEntry {
  const others = entityKind.options.filter((other) => other !== kind)
  return {
    ...{
      id: idOfKind[kind],
      slug: 'name',
      kind,
      subtype: 'plain',
      name: words,
      description: words,
      isRegistered: true,
      firstDate: '2021-03-05',
    },
    names: SOURCES.map((source) => ({
      words: `${words} ${source}`,
      form: 'name' as const,
      mentions: 1,
      sources: [source],
    })),
    sameAs: ['https://www.wikidata.org/wiki/Q42', 'https://names.example/1 2'],
    ...(kind === 'place' && { coordinates: [-12.5, 130.25] as [number, number] }),
    ...{ identity: [], possiblySame: [], related: [], roles: [], wordings: [] },
    mentions: [{ ...at, words: [words], certainty: 'stated', rules: ['name/shape'] }],
    neighbours: others.map((other) => ({ id: idOfKind[other], kind: other, name: words, mentions: 2 })),
  }
}

const refer = (kind: EntityKind, name: string) => ({ id: idOfKind[kind], kind, name })

function inventQuotation(words: string): QuotationEntry {
  const occurrence = {
    ...at,
    words,
    speakerWords: words,
    toldTo: words,
    date: '2021-03-05',
    certainty: 'stated' as const,
    rule: 'quotation/said-after',
  }
  return {
    id: QUOTATION,
    words,
    mode: 'direct',
    speaker: refer('person', words),
    occurrences: [occurrence, { ...occurrence, source: SOURCES[1], passage: 'p-bbbbb2' }],
  }
}

function inventDatedEvent(words: string): DatedEventEntry {
  return {
    ...{
      id: DATED_EVENT,
      lo: '2021-03-01',
      hi: '2021-03-04',
      edtf: '2021-03-01/2021-03-04',
      precision: 'range',
      certainty: 'inferred',
      summary: words,
      mode: 'reported',
      isPlaced: true,
    },
    entities: entityKind.options.map((kind) => refer(kind, words)),
    ...{
      participants: [PERSON],
      places: [idOfKind.place],
      joined: [],
      possiblySame: [],
      followedBy: [],
      contradictedBy: [],
    },
    reports: [{ ...at, sentence: words, words, mode: 'reported', reason: words, caveat: inventCaveat(words) }],
  }
}

function inventFigure(words: string): FigureEntry {
  const row = {
    ...at,
    words,
    low: -3,
    unit: 'count',
    counted: words,
    sentence: words,
    place: refer('place', words),
    period: { words, lo: '2021-03-01' },
    credited: { words, entity: refer('organisation', words) },
  }
  return {
    id: FIGURE,
    key: words,
    quantity: 'death',
    unit: 'count',
    isCompatible: true,
    beside: [],
    rows: [{ ...row, certainty: 'stated', rule: 'amount/at-least', caveat: inventCaveat(words) }],
  }
}

function inventCaveat(words: string): CaveatReference {
  return { ...at, rule: 'caveat/in-next-sentence', reason: words, words, sentence: words }
}

function inventAnnotations(words: string): WebAnnotation[] {
  const source = `/sources/a-${SOURCES[0]}/#p-bbbbb1`
  const selector = [
    { type: 'TextQuoteSelector', exact: words, prefix: words, suffix: words },
    { type: 'TextPositionSelector', start: 3, end: 9 },
  ] as const
  const bodies = [
    [
      'identifying',
      {
        kind: 'place',
        form: 'name',
        entity: addressOfKind('place'),
        name: words,
        certainty: 'stated',
        rule: 'name/shape',
      },
    ],
    [
      'tagging',
      { kind: 'date', type: 'DATE', timex: '2021-03', edtf: '2021-03', certainty: 'stated', rule: 'date/month' },
    ],
    ['tagging', { kind: 'figure', low: 9, unit: 'count', certainty: 'stated', rule: 'amount/at-least' }],
    [
      'describing',
      { kind: 'quotation', mode: 'direct', speaker: null, certainty: 'stated', rule: 'quotation/said-after' },
    ],
  ] as const
  return bodies.map(([motivation, body]) => ({
    id: `${source}:${body.kind}:0-6`,
    type: 'Annotation',
    motivation,
    body,
    target: { source, selector },
  }))
}
