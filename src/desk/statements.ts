import type { z } from 'zod'
import {
  dateCorrection,
  figureCorrection,
  lineCorrection,
  metadataCorrection,
  nameCorrection,
  quotationCorrection,
  speakerCorrection,
} from '../model/correction.ts'
import type { Dossier } from '../model/dossier.ts'
import { comparisonCorrection, eventCorrection, labelCorrection } from '../model/joint-correction.ts'
import { COLLECTION_OF, entityKind } from '../model/kind.ts'
import type { Passage, Range, Span, SpanInFile } from '../model/passage.ts'
import type { Addresses } from '../model/permalink.ts'
import { passageKey } from '../model/permalink.ts'
import { identityDecision, registerEntry } from '../model/register.ts'
import type { Register } from '../model/register.ts'
import { METADATA_FIELDS } from '../model/source.ts'
import type { Source } from '../model/source.ts'
import { decideIdentity } from '../review/ask-about-names.ts'
import { quoteLines } from '../review/ask-about-sources.ts'
import { positionAt } from '../text/lines.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Form, FormField } from './forms.ts'
import { checkItem, fieldsOf, readValues } from './forms.ts'

/** What a person looks at: the dossier, its addresses and the register it was made with. */
export interface Desk {
  readonly dossier: Dossier
  readonly addresses: Addresses
  readonly register: Register
}

/** Something that the machine says, with the decisions that can be taken about it. */
export interface Statement {
  /** What it is: `name`, `figure`, `line` … */
  readonly kind: string
  /** The words that it is about. */
  readonly words: string
  /** What the page says of them, and by which rule. */
  readonly says: string
  /** Where the words stand in the passage. */
  readonly range?: Range
  readonly forms: readonly Form[]
}

/** What a passage, a source or a name is, with everything that is said there; `undefined` for an id of something else. */
export function findStatements(desk: Desk, id: string): { title: string; statements: Statement[] } | undefined {
  for (const source of desk.dossier.sources) {
    if (desk.addresses.sources.get(source.file)?.id === id)
      return { title: source.file, statements: [...metadataOf(source), ...leftOutOf(source)] }
    const passage = source.passages.find(
      ({ ordinal }) => desk.addresses.passages.get(passageKey(source.file, ordinal)) === id,
    )
    if (passage)
      return { title: `¶ ${passage.ordinal} of ${source.file}`, statements: inPassage(desk, source, passage) }
  }
  const entity = desk.dossier.entities.find(({ key }) => desk.addresses.entities.get(key)?.id === id)
  return entity && { title: entity.name, statements: [identityOf(desk, entity.key)] }
}

function inPassage(desk: Desk, source: Source, passage: Passage): Statement[] {
  const say = { desk, source, passage }
  return [...namesIn(say), ...quotationsIn(say), ...datesIn(say), ...figuresIn(say), ...eventsIn(say), ...labelsIn(say)]
    .toSorted((a, b) => (a.range?.start ?? 0) - (b.range?.start ?? 0))
    .concat(lineOf(say))
}

interface Place {
  readonly desk: Desk
  readonly source: Source
  readonly passage: Passage
}

const findingsOf = ({ desk, source }: Place) => desk.dossier.findings[desk.dossier.sources.indexOf(source)]!
const isIn = ({ passage, source }: Place, at: Span & { file?: string }) =>
  at.passage === passage.ordinal && (at.file === undefined || at.file === source.file)
const names = ({ dossier }: Desk) => [...new Set(dossier.entities.map(({ name }) => name))]

/** A statement about words of the passage that one kind of correction of its article speaks of. */
function placed(place: Place, kind: string, at: Span, says: string, schemas: readonly [z.ZodObject, Suggestions?][]) {
  const words = wordsAtSpan(place.source, at)
  const forms = schemas.map(([schema, suggestions]) => correct(place, at, schema, suggestions))
  return { kind, words, says, range: { start: at.start, end: at.end }, forms }
}

type Suggestions = Readonly<Record<string, readonly string[]>>

/** The form of a correction beside the article. */
function correct({ source }: Place, at: Span, schema: z.ZodObject, suggestions?: Suggestions): Form {
  const kind = kindOf(schema)
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

const kindOf = (schema: z.ZodObject): string => (schema.shape['kind'] as z.ZodLiteral<string>).value

function namesIn(place: Place): Statement[] {
  const { desk, source } = place
  return desk.dossier.mentions
    .filter(({ file, span }) => file === source.file && isIn(place, span))
    .map(({ span, kind, entity, rule, certainty }) => {
      const named = desk.dossier.entities.find(({ key }) => key === entity)!
      const says = `${kind}: ${named.name} (${certainty}, ${rule})`
      const statement = placed(place, 'name', span, says, [[nameCorrection, { entity: names(desk) }]])
      return { ...statement, forms: [...statement.forms, ...identityOf(desk, entity).forms] }
    })
}

function quotationsIn(place: Place): Statement[] {
  const speakers = names(place.desk).filter((name) => place.source.passages.some(({ text }) => text.includes(name)))
  return findingsOf(place).quotations.flatMap(({ spans: [span], mode, speaker, rule }) => {
    if (!span || !isIn(place, span)) return []
    const by = speaker ? `${speaker.words} (${speaker.certainty}, ${speaker.rule})` : 'nobody named'
    return [
      placed(place, 'quotation', span, `${mode}, by ${by}; found by ${rule}`, [
        [speakerCorrection, { named: speakers }],
        [quotationCorrection],
      ]),
    ]
  })
}

function datesIn(place: Place): Statement[] {
  return findingsOf(place)
    .dates.filter(({ span }) => isIn(place, span))
    .map(({ span, edtf, certainty, rule }) =>
      placed(place, 'date', span, `${edtf ?? 'open'} (${certainty}, ${rule})`, [[dateCorrection]]),
    )
}

function figuresIn(place: Place): Statement[] {
  return findingsOf(place)
    .amounts.filter(({ span }) => isIn(place, span))
    .map(({ span, low, high, unit, counted, rule }) => {
      const says = `${low ?? '…'} to ${high ?? '…'} ${unit}${counted ? ` of ${counted}` : ''} (${rule})`
      const statement = placed(place, 'figure', span, says, [[figureCorrection]])
      return { ...statement, forms: [...statement.forms, ...compareForm(place, span)] }
    })
}

/** Says of a figure how it stands to another one of its table, or of the tables beside it. */
function compareForm({ desk, source }: Place, span: Span): Form[] {
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

function eventsIn(place: Place): Statement[] {
  const { desk } = place
  const events = [...desk.dossier.datedEvents, ...desk.dossier.unplaced]
  return events.flatMap((event) =>
    event.tellings
      .filter(({ sentence }) => isIn(place, sentence))
      .map(({ sentence, mode, rule }) => {
        const near = new Set(event.possiblySame.map(({ key }) => key))
        const others = [event, ...events.filter(({ key }) => near.has(key)), ...events]
          .flatMap(({ tellings }) => tellings.map((telling) => telling.sentence))
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

function labelsIn(place: Place): Statement[] {
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
  const kind = kindOf(schema)
  if (kind === 'comparison' && others.length === 0) return []
  const options = others.map(({ label }, index) => ({ value: String(index), label }))
  const other: FormField = {
    name: 'other',
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

/** Leaves the lines of a passage out of the text. */
function lineOf({ source, passage }: Place): Statement {
  const range = { start: passage.segments[0]!.start, end: passage.segments.at(-1)!.end }
  return lineStatement(source, range, `text of the article, ¶ ${passage.ordinal}`)
}

/** Each block that was left out, to be restored. */
function leftOutOf(source: Source): Statement[] {
  return source.setAside.map((block) => {
    const { line } = positionAt(source.text, block.start)
    return lineStatement(source, block, `line ${line}, left out as ${block.kind} (${block.rule})`)
  })
}

function lineStatement(source: Source, range: Range, says: string): Statement {
  const words = source.text.slice(range.start, range.end).trim().replaceAll(/\s+/g, ' ')
  const fields = fieldsOf(lineCorrection, ['kind', 'at', 'through', 'by'])
  const form: Form = {
    id: `line ${range.start}`,
    title: 'Text or not',
    fields,
    decide: (values) => {
      const item = { kind: 'line', ...quoteLines(source, range), ...readValues(fields, values) }
      return checkItem(lineCorrection, item, { ...sidecarOf(source), field: 'corrections' })
    },
  }
  return { kind: 'line', words, says, forms: words === '' ? [] : [form] }
}

function metadataOf(source: Source): Statement[] {
  const known = new Set<string>(metadataCorrection.shape.field.options)
  return METADATA_FIELDS.filter((field) => known.has(field)).map((field) => {
    const fact = source.metadata[field]
    const fields = fieldsOf(metadataCorrection, ['kind', 'field', 'by'])
    const form: Form = {
      id: `metadata ${field}`,
      title: `Correct the ${field}`,
      fields,
      decide: (values) => {
        const { value, ...said } = readValues(fields, values)
        const right = field === 'authors' && typeof value === 'string' ? value.split(/\s*;\s*/) : value
        const item = { kind: 'metadata', field, ...(right !== undefined && { value: right }), ...said }
        return checkItem(metadataCorrection, item, { ...sidecarOf(source), field: 'corrections' })
      },
    }
    const words = fact ? [fact.value].flat().join('; ') : ''
    return { kind: field, words, says: fact ? `${fact.certainty}, ${fact.rule}` : 'not stated', forms: [form] }
  })
}

/** Whether names belong to one or to two. */
function identityOf({ dossier, register }: Desk, key: string): Statement {
  const entity = dossier.entities.find((one) => one.key === key)!
  const known = [...new Set(dossier.entities.flatMap(({ name, aliases }) => [name, ...aliases]))]
  const fields = fieldsOf(identityDecision, [], { name: known.filter((name) => name !== entity.name) })
  const titles = {
    same: `Somebody else is “${entity.name}” too`,
    notSame: `Somebody is not “${entity.name}”`,
    possiblySame: `Somebody may be “${entity.name}”`,
  } as const
  const forms = (['same', 'notSame', 'possiblySame'] as const).map((field): Form => {
    const place = decideIdentity(entity, field, register)
    return {
      id: `${field} ${key}`,
      title: entity.kind === 'person' ? titles[field] : titles[field].replace('Somebody', 'Something'),
      fields,
      decide: (values) => checkItem(identityDecision, readValues(fields, values), place),
    }
  })
  forms.push(registerForm(`register ${key}`))
  const aliases = entity.aliases.length > 0 ? `, also ${entity.aliases.join(', ')}` : ''
  return { kind: entity.kind, words: entity.name, says: `${entity.kind}${aliases}`, forms }
}

/** What is written on a line of its own; lists are written in the file. */
const LISTS = ['aliases', 'labels', 'demonyms', 'sameAs', 'coordinates', 'capitals', 'same', 'notSame', 'possiblySame']

/** Adds somebody whom the register does not have, as another person of the same name. */
function registerForm(id: string): Form {
  const fields = fieldsOf(registerEntry, LISTS)
  return {
    id,
    title: 'Add to the register',
    fields,
    decide: (values) => {
      const kind = entityKind.safeParse(values['kind']).data ?? 'person'
      return checkItem(registerEntry, readValues(fields, values), { file: `seeds/register/${COLLECTION_OF[kind]}.yml` })
    },
  }
}
