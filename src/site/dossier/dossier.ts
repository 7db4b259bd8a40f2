import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCollection } from 'astro:content'
import type { DatedEventEntry, FigureEntry, QuotationEntry } from '../../model/entry.ts'
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
    /** Pages written by hand that cite a passage or page, by its id. */
    citedIn: trackIndex(
      'citedIn',
      listCitations(handWritten.map(({ id, data, body = '' }) => ({ id, title: data.title, body }))),
    ),
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
    figureOf: trackIndex('figure', indexById(figures)),
    words: trackList('wordChoices', loadLines('words.json', wordChoiceEntry)),
    origins: trackList('origins', origins),
    contradictions: trackList('contradictions', loadLines('contradictions.json', contradictionEntry)),
    /** Ids of the dated events, quotations and figures that a passage states. */
    statedIn: trackIndex('statedIn', indexStatements(datedEvents, quotations, figures)),
    /** Who speaks of an entity, dated event, quotation or figure, by its id. */
    coverageOf: trackIndex('coverage', indexById(coverage)),
    /** Dated events by the ids of the entities that they name. */
    datedEventsNaming: trackIndex('naming', indexNamed(datedEvents)),
    datedEventOf: trackIndex('datedEvent', indexById(datedEvents)),
    quotationOf: trackIndex('quotation', indexById(quotations)),
    sourceOf: trackEntries('source', sourceOf),
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
    entityOf: trackEntries('entity', indexById(entities)),
  }
}

function indexById<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

function indexStatements(
  datedEvents: readonly DatedEventEntry[],
  quotations: readonly QuotationEntry[],
  figures: readonly FigureEntry[],
): ReadonlyMap<string, string[]> {
  const places = [
    ...datedEvents.flatMap(({ id, reports }) => reports.map(({ passage }) => ({ id, passage }))),
    ...quotations.flatMap(({ id, occurrences }) => occurrences.map(({ passage }) => ({ id, passage }))),
    ...figures.flatMap(({ id, rows }) => rows.map(({ passage }) => ({ id, passage }))),
  ]
  const index = new Map<string, string[]>()
  for (const { id, passage } of places) {
    const ids = index.get(passage)
    if (ids) ids.push(id)
    else index.set(passage, [id])
  }
  return index
}

function indexNamed(datedEvents: readonly DatedEventEntry[]): ReadonlyMap<string, DatedEventEntry[]> {
  const index = new Map<string, DatedEventEntry[]>()
  for (const datedEvent of datedEvents)
    for (const id of new Set(datedEvent.entities.map((entity) => entity.id))) {
      const of = index.get(id)
      if (of) of.push(datedEvent)
      else index.set(id, [datedEvent])
    }
  return index
}

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
