import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getCollection } from 'astro:content'
import type { DatedEventEntry, FigureEntry } from '../../model/entry.ts'
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
import { CONTENT } from '../loader/addresses.ts'
import { loadDatedEvents, loadEntries, loadLines } from '../loader/load-entries.ts'
import { byText } from '../text/text.ts'

/** What `content/` holds, in the order in which it is shown. */
export async function readCollections() {
  const sources = loadEntries('sources', sourceEntry).sort((a, b) => a.position - b.position)
  const entities = Object.values(COLLECTION_OF)
    .flatMap((name) => loadEntries(name, entityEntry))
    .concat(loadLines('entities.json', entityEntry))
    .sort(byText((entity) => entity.name))
  const figures = loadLines('figures.json', figureEntry)
  return {
    about: dossierEntry.parse(JSON.parse(readFileSync(join(CONTENT, 'dossier.json'), 'utf8'))),
    handWritten: (await getCollection('handWritten')).toSorted(byText(({ id }) => id)),
    sources,
    entities,
    datedEvents: loadDatedEvents().sort(byText(orderInTime)),
    quotations: loadLines('quotations.json', quotationEntry),
    figures,
    /** Without the days on which sources agree: those are no figures to compare. */
    listedFigures: figures.filter(isListed),
    words: loadLines('words.json', wordChoiceEntry),
    origins: loadLines('origins.json', originEntry),
    contradictions: loadLines('contradictions.json', contradictionEntry),
    coverage: loadLines('coverage.json', coverageEntry),
  }
}

export type Collections = Awaited<ReturnType<typeof readCollections>>

/** Events without a day come last, by the month and day they have. */
function orderInTime({ lo, hi, id, isPlaced, timex }: DatedEventEntry): string {
  return isPlaced ? `${lo ?? hi ?? '9999'} ${hi ?? '9999'} ${id}` : `9999 ${timex ?? 'Z'} ${id}`
}

const isListed = ({ unit, isCompatible, rows }: FigureEntry) => unit !== 'date' || !isCompatible || rows.length === 1
