import type { z } from 'zod'
import { comparisonCorrection, eventCorrection, labelCorrection } from '../model/correction.ts'
import type { Span, SpanInFile } from '../model/passage.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import type { Desk, Form, FormField, PassageView, Statement } from './forms.ts'
import { checkItem, fieldsOf, isIn, correctionKindOf, readValues } from './forms.ts'

/** Corrects how a figure compares with another of its table or of the tables shown beside it. */
export function compareForm({ desk, source }: PassageView, span: Span): Form[] {
  const { figures } = desk.dossier
  const isIt = ({ at }: { at: SpanInFile }) =>
    at.file === source.file && at.passage === span.passage && at.start === span.start
  const table = figures.find(({ rows }) => rows.some(isIt))
  const beside = new Set(table?.beside.map(({ key }) => key))
  const others = [...(table?.rows ?? []), ...figures.filter(({ key }) => beside.has(key)).flatMap(({ rows }) => rows)]
    .filter((row) => !isIt(row))
    .map(({ at, words }) => ({ at, label: `“${words}” in ${at.file} ¶ ${at.passage}` }))
  const own = { ...span, file: source.file }
  const pair = (other?: SpanInFile) => ({ figures: (other ? [own, other] : [own]).map((at) => wordsOf(desk, at)) })
  return joint(comparisonCorrection, `comparison ${span.passage} ${span.start}`, 'figures', others, pair)
}

/** The dated events of a passage, with the corrections that they allow. */
export function eventsIn(place: PassageView): Statement[] {
  const { desk } = place
  const events = [...desk.dossier.datedEvents, ...desk.dossier.unplaced]
  return events.flatMap((event) =>
    event.reports
      .filter(({ sentence }) => isIn(place, sentence))
      .map(({ sentence, mode, rule }) => {
        const near = new Set(event.possiblySame.map(({ key }) => key))
        const others = [event, ...events.filter(({ key }) => near.has(key)), ...events]
          .flatMap(({ reports }) => reports.map((report) => report.sentence))
          .filter((at) => !(at.file === sentence.file && at.passage === sentence.passage))
          .map((at) => ({ at, label: `${at.file} ¶ ${at.passage}: ${wordsOf(desk, at).exact.slice(0, 80)}` }))
        const reports = (other?: SpanInFile) => ({
          reports: [sentence, ...(other ? [other] : [])].map((at) => wordsOf(desk, at)),
        })
        return {
          kind: 'event',
          words: wordsAtSpan(place.source, sentence),
          says: `${event.edtf ?? event.timex ?? 'undated'}, ${mode}${rule ? ` (${rule})` : ''}`,
          range: { start: sentence.start, end: sentence.end },
          forms: joint(eventCorrection, `event ${event.key} ${sentence.start}`, 'reports', others, reports),
        }
      }),
  )
}

/** The labels in a passage, with the corrections that they allow. */
export function labelsIn(place: PassageView): Statement[] {
  const { desk, source } = place
  const rows = [...desk.dossier.wordings.entities, ...desk.dossier.wordings.choices].flatMap((one) => one.rows)
  const uses = rows
    .filter(({ form }) => form === 'label')
    .flatMap(({ sources }) => sources.filter(({ file }) => file === source.file).flatMap((one) => one.uses))
  const places = new Map(uses.filter(({ at }) => isIn(place, at)).map(({ at }) => [`${at.start} ${at.end}`, at]))
  return [...places.values()].map((at) => ({
    kind: 'label',
    words: wordsAtSpan(source, at),
    says: 'a label',
    range: { start: at.start, end: at.end },
    forms: joint(labelCorrection, `label ${at.passage} ${at.start}`, 'at', [], () => ({ at: wordsOf(desk, at) })),
  }))
}

/** Words of an article as a correction between articles names them. */
function wordsOf({ dossier }: Desk, at: SpanInFile) {
  const source = dossier.sources.find(({ file }) => file === at.file)!
  return { article: at.file, ...selectQuote(source.passages, at) }
}

/** The form of a correction between articles; the other place is chosen from a list. */
function joint(
  schema: z.ZodObject,
  id: string,
  placeField: string,
  others: readonly { readonly at: SpanInFile; readonly label: string }[],
  places: (other?: SpanInFile) => object,
): Form[] {
  const kind = correctionKindOf(schema)
  if (kind === 'comparison' && others.length === 0) return []
  const options = others.map(({ label }, index) => ({ value: String(index), label }))
  const other: FormField = {
    name: 'other',
    label: 'The other place',
    help: 'The other place, where the decision is about two.',
    isRequired: kind === 'comparison',
    type: 'choice',
    options,
  }
  const own = fieldsOf(schema, ['kind', placeField, 'by'])
  return [
    {
      id,
      title: kind === 'comparison' ? 'Compare it with another figure' : `Correct the ${kind}`,
      fields: [...(others.length > 0 ? [other] : []), ...own],
      decide: (values) => {
        const chosen = others[Number(values['other'] || Number.NaN)]?.at
        const item = { kind, ...places(chosen), ...readValues(own, values) }
        return checkItem(schema, item, { file: 'seeds/register/corrections.yml' })
      },
    },
  ]
}
