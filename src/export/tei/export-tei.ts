import type { ComposedPage, Inline, InlineTag, Published } from '../../markup/vocabulary.ts'
import type { SourceEntry } from '../../model/entry.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { WrittenFile } from '../../model/published-file.ts'
import type { XmlElement, XmlNode } from '../../text/escape.ts'
import { element, writeXml } from '../../text/escape.ts'
import { certOf, corpusHeader, datingOf, sourceHeader } from './header.ts'
import { standOff, xmlIdOf } from './standoff.ts'

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

/** The text of a source with its names, dates, quotations and numbers marked; `xml:id` of a passage is its id. */
export function teiTextOf(
  { entry, passages }: ComposedPage<SourceEntry>,
  kinds: ReadonlyMap<string, EntityKind>,
): XmlElement {
  const kindOf = new Map(entry.passages.map(({ id, kind }) => [id, kind]))
  const blocks = passages.map(({ id, words }, index) => {
    const kind = kindOf.get(id)
    const children = words.map((node) => nodeOf(node, kinds))
    if (kind === 'headline' && index === 0) return element('head', { 'xml:id': id }, children)
    return kind === 'heading'
      ? element('ab', { 'xml:id': id, type: 'heading' }, children)
      : element('p', { 'xml:id': id }, children)
  })
  return element('text', { 'xml:lang': entry.language }, [
    element('body', {}, [element('div', { type: 'article' }, blocks)]),
  ])
}

function nodeOf(node: Inline, kinds: ReadonlyMap<string, EntityKind>): XmlNode {
  if ('text' in node) return node.text
  return MARKS[node.tag](
    node.attributes,
    node.children.map((child) => nodeOf(child, kinds)),
    kinds,
  )
}

type Mark = (
  attributes: InlineTag['attributes'],
  children: readonly XmlNode[],
  kinds: ReadonlyMap<string, EntityKind>,
) => XmlElement

/** The element of TEI for each tag of the closed vocabulary. */
const MARKS: Readonly<Record<InlineTag['tag'], Mark>> = {
  Entity: ({ to = '', certainty }, children, kinds) =>
    element('rs', { type: kinds.get(to), ref: `#${xmlIdOf(to)}`, cert: certOf(certainty) }, children),
  When: ({ from: lo, to: hi, certainty }, children) =>
    element('date', { ...datingOf({ lo, hi }), cert: certOf(certainty) }, children),
  Quote: ({ by }, children) => element('quote', { corresp: by && `#${xmlIdOf(by)}` }, children),
  Figure: (_, children) => element('num', {}, children),
}
