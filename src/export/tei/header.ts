import type { Published } from '../../markup/vocabulary.ts'
import type { DateInterval } from '../../model/date.ts'
import type { SourceEntry } from '../../model/entry.ts'
import { datePrefix, fullAddressOf, siteOf } from '../view.ts'
import type { XmlElement } from '../../text/escape.ts'
import { element, textElement } from '../../text/escape.ts'

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

/** The header of one source: what it is, where it was published, and the clipping it was read from. */
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

/** TEI grades certainty by degree: what a rule worked out is less sure than what is written. */
export function certOf(certainty: string | undefined): string {
  return certainty === 'inferred' ? 'medium' : 'high'
}
