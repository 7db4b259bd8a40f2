import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCollection } from 'astro:content'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../../model/entry.ts'
import {
  contradictionEntry,
  coverageEntry,
  dossierEntry,
  entityEntry,
  figureEntry,
  originEntry,
  quotationEntry,
  sourceEntry,
  wordChoiceEntry,
} from '../../model/entry.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import { listCitations } from '../cite/list-citations.ts'
import { CONTENT, hasPage } from '../loader/addresses.ts'
import { loadDatedEvents, loadEntries, loadLines } from '../loader/load-entries.ts'
import { indexById, indexNamed, indexPassages, indexStated, indexStatements } from './index-entries.ts'
import { track, trackEntries, trackFields, trackIndex, trackList } from '../loader/reads.ts'
import { trackStamp } from '../loader/stamps.ts'
import { byText, formatCount, formatNumber } from '../text/text.ts'

async function loadDossier() {
  const sources = loadEntries('sources', sourceEntry).sort((a, b) => a.position - b.position)
  const entities = Object.values(COLLECTION_OF)
    .flatMap((name) => loadEntries(name, entityEntry))
    .concat(loadLines('entities.json', entityEntry))
    .sort(byText((entity) => entity.name))
  const datedEvents = loadDatedEvents().sort(byText(orderInTime))
  const quotations = loadLines('quotations.json', quotationEntry)
  const figures = loadLines('figures.json', figureEntry)
  const coverage = loadLines('coverage.json', coverageEntry)
  const handWritten = (await getCollection('handWritten')).toSorted(byText(({ id }) => id))
  const listedFigures = figures.filter(
    ({ unit, isCompatible, rows }) => unit !== 'date' || !isCompatible || rows.length === 1,
  )
  const sourceOf = indexById(sources)
  const lists = { sources, datedEvents, quotations, listedFigures }
  const placeOf = new Map(datedEvents.map(({ id }, place) => [id, place]))
  const about = dossierEntry.parse(JSON.parse(readFileSync(join(CONTENT, 'dossier.json'), 'utf8')))
  const publishers = new Set(sources.map(({ publisher }) => publisher))
  const origins = loadLines('origins.json', originEntry)
  const credited = new Set(origins.flatMap((origin) => origin.credited))
  const citations = listCitations(handWritten.map(({ id, data, body = '' }) => ({ id, title: data.title, body })))
  const statedIn = indexPassages(sources, indexStatements(datedEvents, quotations, figures))
  const [datedEventOf, figureOf] = [indexById(datedEvents), indexById(figures)]
  const around = track('around', (asked) => {
    const [id = '', count] = asked.split(' ')
    const place = placeOf.get(id)!
    return datedEvents.slice(Math.max(0, place - Number(count)), place + Number(count) + 1)
  })
  const allSources = trackStamp('sources', () => formatCount(sources.length, 'source'))
  const sourcesBesides = trackStamp('besides', (count) => formatNumber(sources.length - Number(count)))
  const hasMoreSources = track('more', (count) => sources.length > Number(count))
  return {
    about: trackFields('about', about),
    /** The description of each rule, in one line, by its name. */
    ruleOf: trackIndex('rule', new Map(about.rules.flatMap(({ rule, what }) => (what ? [[rule, what]] : [])))),
    /** The hand-written pages; those with an order are in the navigation of every page. */
    handWritten: handWritten.map(({ id, data: { title, order } }) => ({ id, title, order })),
    /** Passages that pages written by hand cite, each with those pages, by the id of their source. */
    citedOn: trackIndex('citedOn', indexPassages(sources, citations)),
    /** By position: date, then file. */
    sources: trackList('sources', sources),
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
    /** Quotations by the id of their speaker. */
    sayingsOf: trackIndex(
      'sayings',
      Map.groupBy(
        quotations.filter(({ speaker }) => speaker),
        ({ speaker }) => speaker!.id,
      ),
    ),
    /** The claim ledger. */
    figures: trackList('figures', figures),
    /** The same without the days on which sources agree: those are no figures to compare. */
    listedFigures: trackList('listedFigures', listedFigures),
    figureOf: trackIndex('figure', figureOf),
    /** Figures that a source gives, by its id, in the order of its text. */
    figuresIn: trackIndex('figuresIn', indexStated(statedIn, figureOf)),
    words: trackList('wordChoices', loadLines('words.json', wordChoiceEntry)),
    origins: trackList('origins', origins),
    contradictions: trackList('contradictions', loadLines('contradictions.json', contradictionEntry)),
    /** Passages with the ids of the dated events, quotations and figures that they state, by the id of their source. */
    statedIn: trackIndex('statedIn', statedIn),
    /** Who speaks of an entity, dated event, quotation or figure, by its id. */
    coverageOf: trackIndex('coverage', indexById(coverage)),
    /** Dated events by the ids of the entities that they name. */
    datedEventsNaming: trackIndex('naming', indexNamed(datedEvents)),
    datedEventOf: trackIndex('datedEvent', datedEventOf),
    /** Dated events and quotations that a source reports, as `figuresIn`. */
    datedEventsIn: trackIndex('datedEventsIn', indexStated(statedIn, datedEventOf)),
    quotationsIn: trackIndex('quotationsIn', indexStated(statedIn, indexById(quotations))),
    sourceOf: trackEntries('source', sourceOf, [NAMING_SOURCE, OF_SOURCE_ALONE]),
    /** Short names of sources, in the order of `sources`. */
    sourceNames: trackList(
      'sourceNames',
      sources.map(({ id, title, publisher, language }) => ({ id, title, publisher, language })),
    ),
    /** True for the name of somebody who published a source. */
    isPublisher: track('publisher', (name) => publishers.has(name)),
    /** True for the name of somebody on whose word a source reports. */
    isCredited: track('credited', (name) => credited.has(name)),
    /** A dated event with this many before and after it. */
    datedEventsAround: (id: string, count: number) => around(`${id} ${count}`),
    /** How many there are of all, in words that are stamped into the page: "12,339". */
    totalOf: trackStamp('total', (list) => formatNumber(lists[list as keyof typeof lists].length)) as (
      list: keyof typeof lists,
    ) => string,
    /** "1,000 sources", stamped. */
    allSources: () => allSources(''),
    /** The number of further sources, as a stamp. */
    sourcesBesides: (count: number) => sourcesBesides(String(count)),
    hasMoreSources: (count: number) => hasMoreSources(String(count)),
    /** The number of a source by date, from 1, stamped. */
    numberOf: trackStamp('number', (id) => formatNumber(sourceOf.get(id)!.position)),
    entityOf: trackEntries('entity', indexById(entities), [NAMING_ENTITY]),
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

/** Events without a day come last, by the month and day they have. */
function orderInTime({ lo, hi, id, isPlaced, timex }: DatedEventEntry): string {
  return isPlaced ? `${lo ?? hi ?? '9999'} ${hi ?? '9999'} ${id}` : `9999 ${timex ?? 'Z'} ${id}`
}

export type DossierView = Awaited<ReturnType<typeof loadDossier>>

let opened: Promise<DossierView> | undefined

/** All collections, sorted and indexed; read once a build. */
export function openDossier(): Promise<DossierView> {
  opened ??= loadDossier()
  return opened
}
