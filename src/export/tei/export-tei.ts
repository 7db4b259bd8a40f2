import type { ComposedPage, Inline, InlineTag, Published, PublishedSource } from '../../markup/vocabulary.ts'
import type { DateInterval } from '../../model/date.ts'
import type { DatedEventEntry, EntityEntry, SourceEntry } from '../../model/entry.ts'
import type { EntityKind, KindFacts } from '../../model/kind.ts'
import { entityKind, KINDS } from '../../model/kind.ts'
import type { ChunkedFile } from '../../model/published-file.ts'
import { pieceFile } from '../../model/published-file.ts'
import type { XmlElement, XmlNode } from '../../text/escape.ts'
import { element, textElement, writeChild, writeRoot } from '../../text/escape.ts'
import { sha256Of } from '../../text/hash.ts'
import { datePrefix, fullAddressOf, siteOf } from '../view.ts'

/** The whole dossier as one TEI P5 corpus: a TEI document per source, and lists of the named entities. */
export function exportTei(view: Published): ChunkedFile {
  const kinds = new Map(view.entities.map(({ id, kind }) => [id, kind]))
  const corpus = element('teiCorpus', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': view.settings.language })
  const { head, foot } = writeRoot(corpus)
  return pieceFile('data/dossier.tei.xml', [
    { chunks: () => [head, ...[corpusHeader(view), ...standOff(view)].map(writeChild)] },
    ...view.sources.map((source) => ({
      key: source.key && hashSource(view, source.entry.id, source.key),
      chunks: () => [writeChild(teiOf(view, source, kinds))],
    })),
    { chunks: () => [foot] },
  ])
}

/** Hash of everything that the document of a source is made from; the kinds of what it names stand in its entry. */
function hashSource(view: Published, id: string, key: string): string {
  const { title, licence } = view.settings
  return sha256Of(JSON.stringify(['tei', title, licence, fullAddressOf(view, id), key]))
}

function teiOf(view: Published, source: PublishedSource, kinds: ReadonlyMap<string, EntityKind>): XmlElement {
  const { entry } = source
  return element('TEI', { 'xml:id': `s-${entry.id}` }, [sourceHeader(view, entry), teiTextOf(source, kinds)])
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

/** The `xml:id` of an entity; an id may begin with a digit, a name in XML may not. */
export function xmlIdOf(id: string): string {
  return `e-${id}`
}

/** Everything that the texts refer to: persons, places, organisations, events, works and dated statements. */
export function standOff(view: Published): XmlElement[] {
  const byKind = Map.groupBy(view.entities, ({ kind }) => kind)
  const lists = entityKind.options.flatMap((kind) => {
    const [list] = KINDS[kind].tei
    const items = byKind.get(kind) ?? []
    return items.length > 0
      ? [
          element(
            list,
            {},
            items.map((entity) => itemOf(view, entity)),
          ),
        ]
      : []
  })
  const dated =
    view.datedEvents.length > 0
      ? [
          element(
            'listEvent',
            { type: 'dated' },
            view.datedEvents.map((datedEvent) => eventOf(view, datedEvent)),
          ),
        ]
      : []
  return lists.length + dated.length > 0 ? [element('standOff', {}, [...lists, ...dated])] : []
}

function itemOf(
  view: Published,
  { id, kind, subtype, name, names, description, sameAs, coordinates, isLocatedByName }: EntityEntry,
): XmlElement {
  const [, item, naming, holder] = KINDS[kind].tei as KindFacts['tei']
  const variants = new Set(
    names.filter(({ form, words }) => form === 'name' && words !== name).map(({ words }) => words),
  )
  const called = [
    element(naming, {}, [name]),
    ...[...variants].map((words) => element(naming, { type: 'variant' }, [words])),
  ]
  return element(item, { 'xml:id': xmlIdOf(id), type: subtype?.replaceAll(' ', '-') }, [
    ...(holder ? [element(holder, {}, called)] : called),
    ...(kind === 'place' && coordinates && !isLocatedByName
      ? [element('location', {}, [element('geo', {}, [coordinates.join(' ')])])]
      : []),
    ...textElement('note', description),
    element('ptr', { type: 'page', target: fullAddressOf(view, id) }),
    ...sameAs.map((target) => element('ptr', { type: 'same-as', target: target.replaceAll(' ', '%20') })),
  ])
}

function eventOf(
  view: Published,
  { id, lo, hi, certainty, mode, summary, entities, reports }: DatedEventEntry,
): XmlElement {
  const evidence = [...new Set(reports.map(({ passage }) => `#${passage}`))]
  return element('event', { 'xml:id': xmlIdOf(id), type: mode, ...datingOf({ lo, hi }), cert: certOf(certainty) }, [
    element('label', {}, [summary]),
    element('ptr', { type: 'page', target: fullAddressOf(view, id) }),
    ...evidence.map((target) => element('ptr', { type: 'evidence', target })),
    ...entities.map((entity) => element('ptr', { type: entity.kind, target: `#${xmlIdOf(entity.id)}` })),
  ])
}

/** The header of the whole corpus. */
export function corpusHeader(view: Published): XmlElement {
  const { title, description } = view.settings
  const source = element('sourceDesc', {}, textElement('p', 'Press articles; each has a header of its own.'))
  const encoding = element('encodingDesc', {}, [element('projectDesc', {}, textElement('p', description))])
  return element('teiHeader', {}, [
    element('fileDesc', {}, [
      element('titleStmt', {}, textElement('title', title)),
      publication(view, siteOf(view) || '/'),
      source,
    ]),
    encoding,
  ])
}

/** The header of one source: what it is, where it was published, and the file it was read from. */
export function sourceHeader(
  view: Published,
  { id, title, authors, publisher, date, url, language, sha256 }: SourceEntry,
): XmlElement {
  const names = [...textElement('title', title), ...authors.flatMap((author) => textElement('author', author))]
  const original = [
    ...names,
    ...textElement('publisher', publisher),
    ...(date ? [element('date', { when: date }, [date])] : []),
    ...(url ? [element('ptr', { target: url.replaceAll(' ', '%20') })] : []),
    element('idno', { type: 'SHA-256' }, [sha256]),
  ]
  const file = element('fileDesc', {}, [
    element('titleStmt', {}, names),
    publication(view, fullAddressOf(view, id)),
    element('sourceDesc', {}, [element('bibl', {}, original)]),
  ])
  const profile = element('profileDesc', {}, [
    element('langUsage', {}, [element('language', { ident: language }, [language])]),
  ])
  return element('teiHeader', {}, [file, profile])
}

function publication({ settings: { title, licence } }: Published, address: string): XmlElement {
  const terms = `The annotations: ${licence}. The words of the sources belong to their publishers.`
  return element('publicationStmt', {}, [
    element('publisher', {}, [title]),
    element('idno', { type: 'URI' }, [address]),
    element('availability', {}, textElement('p', terms)),
  ])
}

/** The dating attributes of TEI (att.datable.w3c): `when` for a date that is known, else the bounds that are. */
export function datingOf({ lo, hi }: DateInterval): XmlElement['attributes'] {
  const when = datePrefix({ lo, hi })
  return when === undefined ? { notBefore: lo, notAfter: hi } : { when }
}

/** TEI grades certainty by degree: an inferred annotation is less certain than a stated one. */
export function certOf(certainty: string | undefined): string {
  return certainty === 'inferred' ? 'medium' : 'high'
}
