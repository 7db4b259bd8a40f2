import { citeSource } from '../cite/cite-source.ts'
import type { CslItem } from '../cite/csl.ts'
import { writeRis } from '../cite/write-ris.ts'
import { writeBiblatex } from '../cite/write-bibtex.ts'
import type { SourceEntry } from '../model/entry.ts'
import type { WrittenFile } from '../model/written-file.ts'
import { safeJson } from '../text/safe-json.ts'
import type { Published } from '../markup/published.ts'
import { pathOf, siteOf } from './view.ts'

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
