import type { z } from 'zod'
import {
  dateCorrection,
  figureCorrection,
  nameCorrection,
  quotationCorrection,
  speakerCorrection,
} from '../model/correction.ts'
import type { Passage, Span } from '../model/passage.ts'
import type { Source } from '../model/source.ts'
import { findExact, selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import { sidecarOf } from '../text/sources.ts'
import { anotherForm, lineOf, stateIdentity } from './about-names.ts'
import { compareForm, eventsIn, labelsIn } from './about-several-sources.ts'
import type { Desk, Form, PassageView, Statement } from './forms.ts'
import { checkItem, correctionKindOf, fieldsOf, isIn, readValues, takeBackForm } from './forms.ts'

/** The statements of a passage in the order of its words; then the passage itself as text. */
export function statePassage(desk: Desk, source: Source, passage: Passage): Statement[] {
  const say = { desk, source, passage }
  return [...namesIn(say), ...quotationsIn(say), ...datesIn(say), ...figuresIn(say), ...eventsIn(say), ...labelsIn(say)]
    .toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
    .concat(lineOf(source, passage), decidedIn(say))
}

/** Words that the user selected in a passage, and the number of equal words before them. */
export interface SelectedWords {
  readonly words: string
  readonly nth: number
}

/** The possible annotations of selected words that no rule annotated; nothing if they are not in the passage. */
export function stateSelected(
  desk: Desk,
  source: Source,
  passage: Passage,
  { words, nth }: SelectedWords,
): Statement | undefined {
  const places = findExact(passage, words)
  const at = places[nth] ?? places[0]
  if (!at) return undefined
  const place = { desk, source, passage }
  const form = (title: string, schema: z.ZodObject, left: readonly string[], suggestions?: Suggestions): Form => {
    const made = correct(place, at, schema, suggestions)
    return { ...made, title, fields: made.fields.filter(({ name }) => !left.includes(name)) }
  }
  return {
    kind: 'selected',
    words: wordsAtSpan(source, at),
    says: 'words that you marked',
    range: { start: at.start, end: at.end },
    forms: [
      form('They are a name', nameCorrection, ['is', 'words'], { entity: names(desk) }),
      form('They are a figure', figureCorrection, ['is']),
      form('They are a date', dateCorrection, ['is']),
      form('They are a quotation', quotationCorrection, ['words']),
    ],
  }
}

/** Corrections of the passage, lines left out among them. Each can be undone. */
function decidedIn(place: PassageView): Statement[] {
  const { desk, source } = place
  const own = (findingsOf(place).edits ?? []).filter(({ span }) => isIn(place, span))
  const joint = (desk.dossier.edits ?? []).flatMap((edit) =>
    edit.places.filter((at) => isIn(place, at)).map((span) => ({ ...edit, span })),
  )
  return [...own, ...joint].map(({ span, kind, was, now, reason, file, line }) => ({
    kind: `${kind}, decided`,
    words: wordsAtSpan(source, span),
    says: `${now === 'none' ? 'left out by an editor' : `an editor: ${now}`} (before: ${was}). ${reason}`,
    range: { start: span.start, end: span.end },
    forms: file.endsWith('.yml') ? [takeBackForm(file, line)] : [],
  }))
}

const findingsOf = ({ desk, source }: PassageView) => desk.dossier.findings[desk.dossier.sources.indexOf(source)]!
const names = ({ dossier }: Desk) => [...new Set(dossier.entities.map(({ name }) => name))]

/** A statement about words of the passage that one kind of correction of its article speaks of. */
function placed(
  place: PassageView,
  kind: string,
  at: Span,
  says: string,
  schemas: readonly [z.ZodObject, Suggestions?][],
) {
  const words = wordsAtSpan(place.source, at)
  const forms = schemas.map(([schema, suggestions]) => correct(place, at, schema, suggestions))
  return { kind, words, says, range: { start: at.start, end: at.end }, forms }
}

type Suggestions = Readonly<Record<string, readonly string[]>>

/** The form of a correction beside the article. */
function correct({ source }: PassageView, at: Span, schema: z.ZodObject, suggestions?: Suggestions): Form {
  const kind = correctionKindOf(schema)
  const quote = selectQuote(source.passages, at)
  const fields = fieldsOf(schema, ['kind', 'at', 'by'], suggestions)
  return {
    id: `${kind} ${at.passage} ${at.start} ${at.end}`,
    title: `Correct the ${kind}`,
    fields,
    decide: (values) => {
      const said = readValues(fields, values)
      const item = { kind, at: quote, ...said }
      const isEmpty = Object.keys(said).every((field) => field === 'reason' || field === 'everywhere')
      if (isEmpty) return { issues: ['Say what is right in one of the fields.'] }
      return checkItem(schema, item, { ...sidecarOf(source), field: 'corrections' })
    },
  }
}

function namesIn(place: PassageView): Statement[] {
  const { desk, source } = place
  return desk.dossier.mentions
    .filter(({ file, span }) => file === source.file && isIn(place, span))
    .map(({ span, kind, entity, rule, certainty }) => {
      const named = desk.dossier.entities.find(({ key }) => key === entity)!
      const says = `${kind}: ${named.name} (${certainty}, ${rule})`
      const statement = placed(place, 'name', span, says, [[nameCorrection, { entity: names(desk) }]])
      const another = anotherForm(place, span, named)
      return { ...statement, forms: [...statement.forms, another, ...stateIdentity(desk, entity).forms] }
    })
}

function quotationsIn(place: PassageView): Statement[] {
  const speakers = names(place.desk).filter((name) => place.source.passages.some(({ text }) => text.includes(name)))
  return findingsOf(place).quotations.flatMap(({ spans: [span], mode, speaker, rule }) => {
    if (!span || !isIn(place, span)) return []
    const by = speaker ? `${speaker.words} (${speaker.certainty}, ${speaker.rule})` : 'no one named'
    return [
      placed(place, 'quotation', span, `${mode}, by ${by}; found by ${rule}`, [
        [speakerCorrection, { named: speakers }],
        [quotationCorrection],
      ]),
    ]
  })
}

function datesIn(place: PassageView): Statement[] {
  return findingsOf(place)
    .dates.filter(({ span }) => isIn(place, span))
    .map(({ span, edtf, certainty, rule }) =>
      placed(place, 'date', span, `${edtf ?? 'open'} (${certainty}, ${rule})`, [[dateCorrection]]),
    )
}

function figuresIn(place: PassageView): Statement[] {
  return findingsOf(place)
    .amounts.filter(({ span }) => isIn(place, span))
    .map(({ span, low, high, unit, counted, rule }) => {
      const says = `${low ?? '…'} to ${high ?? '…'} ${unit}${counted ? ` of ${counted}` : ''} (${rule})`
      const statement = placed(place, 'figure', span, says, [[figureCorrection]])
      return { ...statement, forms: [...statement.forms, ...compareForm(place, span)] }
    })
}
