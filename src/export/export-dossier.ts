import { readFileSync } from 'node:fs'
import { gzipSync } from 'fflate'
import { parse } from 'yaml'
import { citeSource } from '../cite/cite-source.ts'
import type { CslItem } from '../cite/csl.ts'
import { writeBiblatex, writeRis } from '../cite/write-references.ts'
import type { Published } from '../markup/vocabulary.ts'
import type { SourceEntry } from '../model/entry.ts'
import type { DataFile, ExportedFile, WrittenFile } from '../model/published-file.ts'
import { publishedFile } from '../model/published-file.ts'
import { compare } from '../text/compare.ts'
import { sha256Of } from '../text/hash.ts'
import { safeJson } from '../text/escape.ts'
import { exportAnnotations } from './web-annotations.ts'
import { exportTables } from './csv/data-package.ts'
import { exportFollowTheMoney } from './follow-the-money.ts'
import { exportPlaces } from './geo-json.ts'
import { exportNetwork } from './graph-ml.ts'
import { exportTei } from './tei/export-tei.ts'
import { exportTimeline } from './timeline-js.ts'
import { pathOf, siteOf } from './view.ts'

/** Everything a dossier publishes, in the formats that other programs read. Takes time linear in what it holds. */
export function exportDossier(view: Published): WrittenFile[] {
  return [
    ...exportBibliography(view),
    exportAnnotations(view),
    exportFollowTheMoney(view),
    ...exportTables(view),
    exportPlaces(view),
    exportNetwork(view),
    exportTimeline(view),
    exportTei(view),
  ]
}

type Described = Pick<ExportedFile, 'what' | 'format' | 'quotes'>

const KNOWN: Readonly<Record<string, Described & { readonly packed?: boolean }>> = parse(
  readFileSync(new URL('./files.yml', import.meta.url), 'utf8'),
)

/** A file of more characters is published as gzip, where `files.yml` says that programs alone read it. */
const MOST_PLAIN = 1_000_000

/** The file with its gzip, where that is what is published. fflate gives the same bytes on every machine; zlib need not. */
export function packLarge(file: WrittenFile): DataFile {
  const isPacked = file.text.length > MOST_PLAIN && knownOf(file).packed === true
  return isPacked ? { ...file, gzip: gzipSync(Buffer.from(file.text), { level: 6, mtime: 0 }) } : file
}

function knownOf({ path }: WrittenFile) {
  const known = KNOWN[path.slice('data/'.length)]
  if (!known) throw new Error(`Unexpected file ${path}, expected one that files.yml describes`)
  return known
}

/** Describes each file of the `data/` folder, by name: what it holds, its size and its hash. */
export function describeFiles(files: readonly DataFile[]): ExportedFile[] {
  return files.map(describeFile).toSorted((a, b) => compare(a.name, b.name))
}

function describeFile(file: DataFile): ExportedFile {
  const { what, format, quotes } = knownOf(file)
  const { path, text } = publishedFile(file)
  const bytes = Buffer.from(text)
  return { name: path.slice('data/'.length), what, format, quotes, bytes: bytes.length, sha256: sha256Of(bytes) }
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
