import type { Published } from '../markup/vocabulary.ts'
import type { WebAnnotation, WrittenFile } from '../model/published-file.ts'
import { safeJson } from '../text/escape.ts'
import { siteOf } from './view.ts'

/** The standard's terms, and our own where it has none, so that a linked-data processor keeps everything. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': 'urn:dossier:' }]

/**
 * Every annotation as the Web Annotation Data Model (W3C, 2017) has it, one a line: each is a document by itself, so that
 * a dossier of any size can be read line by line.
 */
export function exportAnnotations(view: Published): WrittenFile {
  const lines = Array.from(view.annotations, (annotation) => `${safeJson(itemOf(annotation, siteOf(view)))}\n`)
  return { path: 'data/annotations.jsonl', text: lines.join('') }
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
