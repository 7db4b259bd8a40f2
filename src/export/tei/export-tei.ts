import type { WrittenFile } from '../../model/written-file.ts'
import type { Published } from '../../markup/published.ts'
import { element, writeXml } from '../write-xml.ts'
import { corpusHeader, sourceHeader } from './header.ts'
import { standOff } from './standoff.ts'
import { teiTextOf } from './text.ts'

/** The whole dossier as one TEI P5 corpus: a TEI document a source, and lists of what they name. */
export function exportTei(view: Published): WrittenFile {
  const kinds = new Map(view.entities.map(({ id, kind }) => [id, kind]))
  const texts = view.sources.map((source) =>
    element('TEI', { 'xml:id': `s-${source.entry.id}` }, [sourceHeader(view, source.entry), teiTextOf(source, kinds)]),
  )
  const corpus = element('teiCorpus', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': view.settings.language }, [
    corpusHeader(view),
    ...standOff(view),
    ...texts,
  ])
  return { path: 'data/dossier.tei.xml', text: writeXml(corpus) }
}
