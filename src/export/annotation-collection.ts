import type { Published } from '../markup/published.ts'
import type { WebAnnotation, WrittenFile } from '../model/published-file.ts'
import { safeJson } from '../text/safe-json.ts'
import { siteOf } from './view.ts'

/** Terms of the standard, and ours for what it has no words for: a processor of linked data loses nothing. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': 'urn:dossier:' }]

/**
 * Every annotation as one Annotation Collection with one page, as the Web Annotation Data Model (W3C, 2017, section 5)
 * has it.
 */
export function exportAnnotations(view: Published): WrittenFile {
  const id = `${siteOf(view)}/data/annotations.json`
  const items = view.annotations.map((annotation) => itemOf(annotation, siteOf(view)))
  const page = { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0 }
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: view.settings.title,
    total: items.length,
  }
  const opening = safeJson({ ...collection, first: { ...page, items: [] } }).slice(0, -'[]}}'.length)
  return { path: 'data/annotations.json', text: `${opening}[\n${items.map(safeJson).join(',\n')}\n]}}\n` }
}

function itemOf({ '@context': _, id, type, motivation, body, target }: WebAnnotation, site: string): object {
  return {
    id: site + id,
    type,
    motivation,
    body: bodyOf(body, motivation, site),
    target: { ...target, source: site + target.source },
  }
}

/** A link to the page of what is named or quoted, or a text where there is no page; what else is known stands beside. */
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
