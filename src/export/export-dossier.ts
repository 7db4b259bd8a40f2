import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { citeSource } from '../cite/cite-source.ts'
import type { CslItem } from '../cite/csl.ts'
import { writeBiblatex, writeRis } from '../cite/reference-managers.ts'
import type { Published } from '../markup/vocabulary.ts'
import type { SourceEntry } from '../model/entry.ts'
import type { ExportedFile, WrittenFile } from '../model/published-file.ts'
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

const KNOWN: Readonly<Record<string, Pick<ExportedFile, 'what' | 'format' | 'quotes'>>> = parse(
  readFileSync(new URL('./files.yml', import.meta.url), 'utf8'),
)

/** Describes each file of the `data/` folder, by name: what it holds, its size and its hash. */
export function describeFiles(files: readonly WrittenFile[]): ExportedFile[] {
  return files.map(describeFile).toSorted((a, b) => compare(a.name, b.name))
}

function describeFile({ path, text }: WrittenFile): ExportedFile {
  const name = path.slice('data/'.length)
  const known = KNOWN[name]
  if (!known) throw new Error(`Unexpected file ${path}, expected one that files.yml describes`)
  const bytes = Buffer.from(text)
  return { name, ...known, bytes: bytes.length, sha256: sha256Of(bytes) }
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
