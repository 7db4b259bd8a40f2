import type { Change, ChangeArea } from './print-changes.ts'
import { compareValues, matchById } from './print-changes.ts'
import type { ReadContent, ReadEvent, ReadFigure, ReadQuotation } from './read-content.ts'

/** Quotations, dated events and figures that were added, removed or changed. */
export function diffStatements(old: ReadContent, now: ReadContent): Change[] {
  return [
    ...compareKind('quotation', listQuotations(old, now), listQuotations(now, now)),
    ...compareKind('event', listEvents(old), listEvents(now)),
    ...compareKind('figure', listFigures(old, now), listFigures(now, now)),
  ]
}

/** A statement as it is compared: its places, its words, and its facts. */
interface Statement {
  readonly id: string
  readonly title: string
  /** Its passages with its words there, by which it is recognised where its id changed. */
  readonly places: readonly string[]
  readonly facts: Readonly<Record<string, string | undefined>>
}

type Statements = ReadonlyMap<string, Statement>

function compareKind(area: ChangeArea, old: Statements, now: Statements): Change[] {
  const { kept, added, removed } = matchById(old, now)
  const changeOf = ({ id, title }: Statement, what: string): Change => ({ area, what, id, title })
  const successors = new Map(removed.map((was) => [was, findSuccessor(was, [...now.values()])]))
  const taken = new Set(successors.values())
  const pairs = [...kept.map((pair) => ({ was: pair.old, is: pair.now })), ...continued(successors)]
  return [
    ...added.filter((one) => !taken.has(one)).map((one) => changeOf(one, isSplit(one, old) ? 'split' : 'added')),
    ...removed.filter((one) => !successors.get(one)).map((one) => changeOf(one, 'removed')),
    ...[...successors].flatMap(([was, is]) =>
      is && old.has(is.id) ? [{ ...changeOf(was, 'joined'), was: was.title, is: is.title }] : [],
    ),
    ...pairs.flatMap(({ was, is }) =>
      Object.keys(is.facts).flatMap((fact) => {
        const values = compareValues(was.facts[fact], is.facts[fact])
        return values && !isWithheld(values) ? [{ ...changeOf(is, `${fact} changed`), ...values }] : []
      }),
    ),
  ]
}

/** True where the rights on one side hide the words, so that a change cannot be seen. */
const isWithheld = ({ was, is }: { was?: string; is?: string }) => was === '[withheld]' || is === '[withheld]'

/** The current statement in the passage of a removed one. */
function findSuccessor({ places }: Statement, candidates: readonly Statement[]): Statement | undefined {
  return candidates.find((one) => one.places.some((place) => places.includes(place)))
}

/** Statements with a new page, with their earlier ones. */
function continued(successors: ReadonlyMap<Statement, Statement | undefined>): { was: Statement; is: Statement }[] {
  const olds = new Set([...successors.keys()].map(({ id }) => id))
  return [...successors].flatMap(([was, is]) => (is && !olds.has(is.id) ? [{ was, is }] : []))
}

/** True for a statement whose places all belonged to another one. */
function isSplit({ places }: Statement, old: Statements): boolean {
  return [...old.values()].some((one) => places.every((place) => one.places.includes(place)))
}

const byId = (list: readonly Statement[]): Statements => new Map(list.map((one) => [one.id, one]))

/** The present name of a merged entity, so that a merge does not count as a change of speaker. */
function nameNow({ id, name }: { id: string; name: string }, { record, entities }: ReadContent): string {
  const heir = record.get(id)?.to.flatMap((to) => entities.get(to) ?? [])
  return entities.get(id)?.name ?? (heir?.length === 1 ? heir[0]!.name : name)
}

function listQuotations({ quotations }: ReadContent, now: ReadContent): Statements {
  return byId([...quotations.values()].map((quotation) => asStatement(quotation, now)))
}

function asStatement(
  { id, words, mode, speaker, speakerWords, occurrences }: ReadQuotation,
  now: ReadContent,
): Statement {
  return {
    id,
    title: words,
    places: occurrences.map((one) => `${one.passage} ${one.words}`),
    facts: {
      words,
      kind: mode,
      speaker: speaker ? nameNow(speaker, now) : speakerWords,
      occurrences: listPassages(occurrences),
    },
  }
}

function listEvents({ events }: ReadContent): Statements {
  return byId([...events.values()].map(eventStatement))
}

function eventStatement({ id, summary, edtf, lo, hi, mode, reports }: ReadEvent): Statement {
  const places = reports.map(({ passage, words }) => `${passage} ${words}`)
  return {
    id,
    title: summary,
    places,
    facts: { date: edtf ?? [lo, hi].filter(Boolean).join('/'), kind: mode, reports: listPassages(reports) },
  }
}

const listPassages = (places: readonly { readonly passage: string }[]) =>
  places
    .map(({ passage }) => passage)
    .toSorted()
    .join(', ')

/** Each row of each table by itself: a table's id may change because a row left it. */
function listFigures({ figures }: ReadContent, now: ReadContent): Statements {
  return byId(
    [...figures.values()].flatMap((figure) => figure.rows.map((row, index) => rowStatement(figure, row, index, now))),
  )
}

function rowStatement(figure: ReadFigure, row: ReadFigure['rows'][number], index: number, now: ReadContent): Statement {
  const place = `${row.passage} ${row.words} ${figure.rows.slice(0, index).filter(({ passage, words }) => passage === row.passage && words === row.words).length}`
  return {
    id: place,
    title: row.sentence,
    places: [place],
    facts: {
      range: `${row.low ?? '…'} to ${row.high ?? '…'}`,
      unit: row.unit,
      counted: row.counted,
      measure: row.measure,
      credit: row.credited?.words,
      place: row.place && nameNow(row.place, now),
      time: row.period?.words,
    },
  }
}
