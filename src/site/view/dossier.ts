import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCollection } from 'astro:content'
import type { CollectionEntry } from 'astro:content'
import { COLLECTION_OF, type EntityCollection } from '../../model/kind.ts'
import { dossierEntry } from '../../model/entry.ts'
import { CONTENT } from '../loader/folders.ts'
import { byText } from './by-text.ts'

export type SourcePage = CollectionEntry<'sources'>['data']
export type EntityPage = CollectionEntry<EntityCollection>['data']
export type HappeningPage = CollectionEntry<'timeline'>['data']
export type QuotationPage = CollectionEntry<'quotations'>['data']

async function loadDossier() {
  const sources = (await getCollection('sources')).map((entry) => entry.data).sort((a, b) => a.position - b.position)
  const kinds = await Promise.all(Object.values(COLLECTION_OF).map((name) => getCollection(name)))
  const entities = kinds.flat().map((entry) => entry.data).sort(byText((entity) => entity.name))
  const happenings = (await getCollection('timeline')).map((entry) => entry.data).sort(byText(orderInTime))
  const quotations = (await getCollection('quotations')).map((entry) => entry.data)
  return {
    about: dossierEntry.parse(JSON.parse(readFileSync(join(CONTENT, 'dossier.json'), 'utf8'))),
    /** By position: date, then file. */
    sources,
    /** By name. */
    entities,
    /** By first possible day. */
    happenings,
    quotations,
    sourceOf: new Map(sources.map((source) => [source.id, source])),
    entityOf: new Map(entities.map((entity) => [entity.id, entity])),
  }
}

function orderInTime({ lo, hi, id }: HappeningPage): string {
  return `${lo ?? hi ?? '9999'} ${hi ?? '9999'} ${id}`
}

export type DossierView = Awaited<ReturnType<typeof loadDossier>>

let opened: Promise<DossierView> | undefined

/** All collections, sorted and indexed; read once a build. */
export function openDossier(): Promise<DossierView> {
  opened ??= loadDossier()
  return opened
}
