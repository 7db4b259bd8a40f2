import { citeSource } from '../cite/cite-source.ts'
import type { CslItem } from '../cite/csl.ts'
import { writeBiblatex, writeRis } from '../cite/write-references.ts'
import type { Published } from '../markup/vocabulary.ts'
import type { SourceEntry } from '../model/entry.ts'
import type {
  ChunkedFile,
  DataFile,
  ExportedFile,
  MadeFile,
  WebAnnotation,
  WrittenFile,
} from '../model/published-file.ts'
import { pieceFile } from '../model/published-file.ts'
import { compare } from '../text/compare.ts'
import { sha256Of } from '../text/hash.ts'
import { safeJson } from '../text/escape.ts'
import { exportTables } from './csv/data-package.ts'
import { exportFollowTheMoney } from './follow-the-money.ts'
import { exportNetwork, exportPlaces, exportTimeline } from './map-network-timeline.ts'
import { exportTei } from './tei/export-tei.ts'
import type { Packing } from './pack-blocks.ts'
import { knownOf, dataFileName } from './pack-large.ts'
import { pathOf, siteOf } from './view.ts'

/**
 * Exports a dossier in the formats that other programs read, one file after the other, so that they are not in memory
 * together. Linear time.
 */
export function* exportDossier(view: Published, packing: Packing = {}): Generator<MadeFile> {
  yield* exportBibliography(view)
  yield exportAnnotations(view)
  yield exportFollowTheMoney(view)
  yield* exportTables(view, packing)
  yield exportPlaces(view)
  yield exportNetwork(view)
  yield exportTimeline(view)
  yield exportTei(view)
}

/** Describes each file of the `data/` folder, by name: what it holds, its size and its hash. */
export function describeFiles(files: readonly DataFile[]): ExportedFile[] {
  return files.map(describeFile).toSorted((a, b) => compare(a.name, b.name))
}

function describeFile(file: DataFile): ExportedFile {
  const { what, format, quotes } = knownOf(file)
  const { bytes, sha256 } = measureFile(file)
  return { name: dataFileName(file.path), what, format, quotes, bytes, sha256 }
}

function measureFile(file: DataFile): Pick<ExportedFile, 'bytes' | 'sha256'> {
  if (file.bytes !== undefined && file.sha256 !== undefined) return { bytes: file.bytes, sha256: file.sha256 }
  const bytes = Buffer.from(file.text)
  return { bytes: bytes.length, sha256: sha256Of(bytes) }
}

/** Every source as the article it is, in the formats that reference managers read. */
export function exportBibliography(view: Published): WrittenFile[] {
  const items = view.sources.map(({ entry }) => cite(view, entry))
  return [
    { path: 'data/bibliography.csl.json', text: `[\n${items.map(safeJson).join(',\n')}\n]\n` },
    { path: 'data/bibliography.bib', text: items.map(writeBiblatex).join('\n') },
    { path: 'data/bibliography.ris', text: items.map(writeRis).join('\r\n') },
  ]
}

function cite(view: Published, entry: SourceEntry): CslItem {
  const version = view.pages.get(entry.id)?.version ?? 1
  return citeSource({ ...entry, version }, { title: view.settings.title, site: siteOf(view) }, pathOf(view, entry.id))
}

/** The standard's terms, and our own where it has none, so that a linked-data processor keeps everything. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': 'urn:dossier:' }]

/**
 * Every annotation as the Web Annotation Data Model (W3C, 2017) has it, one a line: each is a document by itself, so that
 * a dossier of any size can be read line by line.
 */
function exportAnnotations(view: Published): ChunkedFile {
  const site = siteOf(view)
  const pieces = view.annotations.map(({ key, list }) => ({
    key: key && sha256Of(`annotations ${site} ${key}`),
    chunks: () => Iterator.from(list()).map((annotation) => `${safeJson(itemOf(annotation, site))}\n`),
  }))
  return pieceFile('data/annotations.jsonl', pieces)
}

function itemOf({ id, type, motivation, body, target }: WebAnnotation, site: string): object {
  return {
    '@context': CONTEXT,
    id: site + id,
    type,
    motivation,
    body: bodyOf(body, motivation, site),
    target: { ...target, source: site + target.source },
  }
}

/** A link to the page of the entity or quotation, or a text if there is no page; other fields follow as properties. */
function bodyOf(
  { type: timexType, entity, quotation, ...body }: WebAnnotation['body'],
  purpose: string,
  site: string,
): object {
  const page = entity ?? quotation
  const known = { timexType, ...body }
  if (typeof page === 'string') return { type: 'SpecificResource', source: site + page, purpose, ...known }
  return { type: 'TextualBody', value: wordsOf(body), purpose, ...known }
}

function wordsOf({ kind, edtf, timex, low, high, unit }: WebAnnotation['body']): string {
  const amount = kind === 'figure' ? `${low ?? ''}..${high ?? ''} ${unit ?? ''}`.trim() : undefined
  return [edtf, timex, amount].find((value) => typeof value === 'string') ?? kind
}
