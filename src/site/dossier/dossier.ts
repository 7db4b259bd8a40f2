import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import { listCitations } from '../cite/list-citations.ts'
import { hasPage } from '../loader/addresses.ts'
import { track, trackEntries, trackFields, trackIndex, trackList } from '../loader/reads.ts'
import { trackStamp } from '../loader/stamps.ts'
import { formatCount, formatNumber } from '../text/text.ts'
import { indexById, indexNamed, indexPassages, indexStated, indexStatements } from './index-entries.ts'
import type { Collections } from './read-collections.ts'
import { readCollections } from './read-collections.ts'

async function loadDossier() {
  const collections = await readCollections()
  const { about, handWritten } = collections
  return {
    about: trackFields('about', about),
    /** The description of each rule, in one line, by its name. */
    ruleOf: trackIndex('rule', new Map(about.rules.flatMap(({ rule, what }) => (what ? [[rule, what]] : [])))),
    /** The hand-written pages; those with an order are in the navigation of every page. */
    handWritten: handWritten.map(({ id, data: { title, order } }) => ({ id, title, order })),
    ...trackLists(collections),
    ...trackSources(collections),
    ...trackNames(collections),
    ...trackStatements(collections),
    ...trackCounts(collections),
  }
}

function trackLists({ sources, entities, datedEvents, quotations, figures, ...collections }: Collections) {
  return {
    /** By position: date, then file. */
    sources: trackList('sources', sources),
    /** Short names of sources, in the order of `sources`. */
    sourceNames: trackList(
      'sourceNames',
      sources.map(({ id, title, publisher, language }) => ({ id, title, publisher, language })),
    ),
    /** By name. */
    entities: trackList('entities', entities),
    /** Those that have a page of their own, by name. */
    entitiesWithPage: trackList(
      'entitiesWithPage',
      entities.filter(({ id }) => hasPage(id)),
    ),
    /** By first possible day. */
    datedEvents: trackList('datedEvents', datedEvents),
    quotations: trackList('quotations', quotations),
    /** The claim ledger. */
    figures: trackList('figures', figures),
    /** The same without the days on which sources agree. */
    listedFigures: trackList('listedFigures', collections.listedFigures),
    words: trackList('wordChoices', collections.words),
    origins: trackList('origins', collections.origins),
    contradictions: trackList('contradictions', collections.contradictions),
  }
}

function trackSources({ sources, handWritten, datedEvents, quotations, figures }: Collections) {
  const citations = listCitations(handWritten.map(({ id, data, body = '' }) => ({ id, title: data.title, body })))
  const statedIn = indexPassages(sources, indexStatements(datedEvents, quotations, figures))
  const stated = <T extends { readonly id: string }>(entries: readonly T[]) => indexStated(statedIn, indexById(entries))
  return {
    sourceOf: trackEntries('source', indexById(sources), [NAMING_SOURCE, OF_SOURCE_ALONE]),
    /** Passages that pages written by hand cite, each with those pages, by the id of their source. */
    citedOn: trackIndex('citedOn', indexPassages(sources, citations)),
    /** Passages with the ids of the dated events, quotations and figures that they state, by the id of their source. */
    statedIn: trackIndex('statedIn', statedIn),
    /** Dated events, quotations and figures that a source reports, by its id, in the order of its text. */
    datedEventsIn: trackIndex('datedEventsIn', stated(datedEvents)),
    quotationsIn: trackIndex('quotationsIn', stated(quotations)),
    figuresIn: trackIndex('figuresIn', stated(figures)),
  }
}

function trackNames({ sources, entities, quotations, datedEvents, origins }: Collections) {
  const publishers = new Set(sources.map(({ publisher }) => publisher))
  const credited = new Set(origins.flatMap((origin) => origin.credited))
  return {
    entityOf: trackEntries('entity', indexById(entities), [NAMING_ENTITY]),
    /** Quotations by the id of their speaker. */
    sayingsOf: trackIndex(
      'sayings',
      Map.groupBy(
        quotations.filter(({ speaker }) => speaker),
        ({ speaker }) => speaker!.id,
      ),
    ),
    /** Dated events by the ids of the entities that they name. */
    datedEventsNaming: trackIndex('naming', indexNamed(datedEvents)),
    /** True for the name of somebody who published a source. */
    isPublisher: track('publisher', (name) => publishers.has(name)),
    /** True for the name of somebody on whose word a source reports. */
    isCredited: track('credited', (name) => credited.has(name)),
  }
}

function trackStatements({ datedEvents, figures, coverage }: Collections) {
  const placeOf = new Map(datedEvents.map(({ id }, place) => [id, place]))
  const around = track('around', (asked) => {
    const [id = '', count] = asked.split(' ')
    const place = placeOf.get(id)!
    return datedEvents.slice(Math.max(0, place - Number(count)), place + Number(count) + 1)
  })
  return {
    datedEventOf: trackIndex('datedEvent', indexById(datedEvents)),
    figureOf: trackIndex('figure', indexById(figures)),
    /** Who speaks of an entity, dated event, quotation or figure, by its id. */
    coverageOf: trackIndex('coverage', indexById(coverage)),
    /** A dated event with this many before and after it. */
    datedEventsAround: (id: string, count: number) => around(`${id} ${count}`),
  }
}

/** How many there are, in words that are stamped into the page. */
function trackCounts({ sources, datedEvents, quotations, listedFigures }: Collections) {
  const lists = { sources, datedEvents, quotations, listedFigures }
  const sourceOf = indexById(sources)
  const allSources = trackStamp('sources', () => formatCount(sources.length, 'source'))
  const sourcesBesides = trackStamp('besides', (count) => formatNumber(sources.length - Number(count)))
  const hasMoreSources = track('more', (count) => sources.length > Number(count))
  return {
    /** "12,339". */
    totalOf: trackStamp('total', (list) => formatNumber(lists[list as keyof typeof lists].length)) as (
      list: keyof typeof lists,
    ) => string,
    /** "1,000 sources". */
    allSources: () => allSources(''),
    /** The number of further sources. */
    sourcesBesides: (count: number) => sourcesBesides(String(count)),
    /** Not stamped: it decides what the page shows. */
    hasMoreSources: (count: number) => hasMoreSources(String(count)),
    /** The number of a source by date, from 1. */
    numberOf: trackStamp('number', (id) => formatNumber(sourceOf.get(id)!.position)),
  }
}

/** The fields that name and cite a source on other pages. */
const NAMING_SOURCE = [
  'id',
  'slug',
  'title',
  'publisher',
  'authors',
  'date',
  'language',
  'form',
  'facts',
  'url',
  'accessed',
  'provenance',
] as const satisfies (keyof SourceEntry)[]

/** Those that its own page alone shows. */
const OF_SOURCE_ALONE = [
  'isTitleMade',
  'note',
  'rights',
  'setAside',
  'file',
  'encoding',
  'extracted',
  'container',
  'copies',
  'dates',
  'entities',
] as const satisfies (keyof SourceEntry)[]

const NAMING_ENTITY = ['id', 'kind', 'name', 'subtype', 'description'] as const satisfies (keyof EntityEntry)[]

export type DossierView = Awaited<ReturnType<typeof loadDossier>>

let opened: Promise<DossierView> | undefined

/** All collections, sorted and indexed; read once a build. */
export function openDossier(): Promise<DossierView> {
  opened ??= loadDossier()
  return opened
}
