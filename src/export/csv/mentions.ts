import type { WebAnnotation } from '../../model/web-annotation.ts'
import { siteOf } from '../view.ts'
import type { Published } from '../../markup/published.ts'
import type { CsvCell, CsvTable } from './table.ts'

/** One row a mention, in the order of the sources and their text. */
export const mentions: CsvTable = {
  name: 'mentions',
  title: 'Mentions',
  hasKey: false,
  fields: [
    { name: 'entity', type: 'string', description: 'Who or what is mentioned', refersTo: 'entities' },
    { name: 'source', type: 'string', description: 'The source', refersTo: 'sources' },
    { name: 'passage', type: 'string', description: 'Permanent address of the passage' },
    { name: 'words', type: 'string', description: 'The words, where they may be shown' },
    { name: 'start', type: 'integer', description: 'Where they begin in the clipping, in Unicode code points from 0' },
    { name: 'end', type: 'integer', description: 'Where they end, exclusive' },
    { name: 'form', type: 'string', description: 'name, demonym or nominal' },
    { name: 'certainty', type: 'string', description: 'stated, inferred or editor' },
    { name: 'rule', type: 'string', description: 'The rule that found it' },
  ],
  rows: (view) => {
    const ids = new Map([...view.pages.values()].map(({ id, address }) => [address, id]))
    return view.annotations
      .filter(({ motivation }) => motivation === 'identifying')
      .map((annotation) => rowOf(view, ids, annotation))
  },
}

function rowOf(view: Published, ids: ReadonlyMap<string, string>, { body, target }: WebAnnotation): CsvCell[] {
  const source = ids.get(target.source.slice(0, target.source.indexOf('#')))
  const quote = target.selector.find((selector) => selector.type === 'TextQuoteSelector')
  const position = target.selector.find((selector) => selector.type === 'TextPositionSelector')
  const [form, certainty, rule] = [body['form'], body['certainty'], body['rule']].map(String)
  return [
    ids.get(String(body['entity'])),
    source,
    siteOf(view) + target.source,
    quote?.exact,
    position?.start,
    position?.end,
    form,
    certainty,
    rule,
  ]
}
