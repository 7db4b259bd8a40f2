import type { Edit, JoinStep, JointEdit } from '../model/evidence.ts'
import { judgeJoin } from '../model/evidence.ts'
import { passageKey } from '../model/permalink.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Span, SpanInFile } from '../model/passage.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'

/** Why the mentions of an entity are one: the register's decisions, the steps of the rules, and which it was not joined with. */
export function explainEntity({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const entity = dossier.entities.find(({ key }) => addresses.entities.get(key)?.id === id)
  if (!entity) return undefined
  const { key, kind, name, isRegistered, identity, possiblySame, related } = entity
  const mentions = dossier.mentions.filter((mention) => mention.entity === key)
  const nameOf = (other: string) => dossier.entities.find((one) => one.key === other)?.name ?? other
  return [
    `${name} (${kind}) ${id}: ${addresses.entities.get(key)!.address}`,
    `  ${isRegistered ? 'in the register' : 'not in the register'}`,
    ...identity.map(({ rule, certainty, reason }) => `  identity [${certainty}, ${rule}] ${reason}`),
    ...possiblySame.map(({ entity: other, reason }) => `  may be the same as ${nameOf(other)}: ${reason}`),
    ...related.map(({ entity: other, relation, reason }) => `  ${relation} ${nameOf(other)}: ${reason}`),
    ...mentions.map(
      ({ file, span, words, rule, certainty, step }) =>
        `  “${words}” in ${file} ¶ ${span.passage} (${addresses.passages.get(passageKey(file, span.passage))}) [${certainty}, ${rule}] ${step.reason} [${step.rule}]`,
    ),
    ...editsAt(
      dossier,
      ['name'],
      mentions.map(({ file, span }) => ({ ...span, file })),
    ),
  ]
}

/** What joined a statement to others. */
function wordJoin(step: JoinStep): string {
  const { certainty, rule, reason } = judgeJoin(step)
  return `joined [${certainty}, ${rule}] ${reason}`
}

/** Where a quotation was printed, to whom each occurrence gives it, and why the occurrences are one quotation. */
export function explainQuotation({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const quotation = dossier.quotations.find(({ key }) => addresses.quotations.get(key)?.id === id)
  if (!quotation) return undefined
  return [
    `Quotation ${id}: “${quotation.words}” (${quotation.mode})`,
    ...quotation.occurrences.flatMap(({ at, words, speakerWords, toldTo, certainty, rule, joined }) => [
      `  printed ${placeOf(addresses, at[0]!)} as “${words}” [${rule}]`,
      `    speaker: ${speakerWords ?? 'no one named'}${certainty ? ` [${certainty}]` : ''}${toldTo ? `, told to ${toldTo}` : ''}`,
      ...(joined ? [`    ${wordJoin(joined)}`] : []),
    ]),
    ...editsAt(
      dossier,
      ['quotation', 'speaker'],
      quotation.occurrences.flatMap(({ at }) => at),
    ),
  ]
}

/** Which sentences report a dated event, how each was dated, and why they were joined or kept separate. */
export function explainDatedEvent({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const datedEvent = [...dossier.datedEvents, ...dossier.unplaced].find(
    ({ key }) => addresses.datedEvents.get(key)?.id === id,
  )
  if (!datedEvent) return undefined
  const {
    summary,
    edtf,
    lo,
    hi,
    certainty,
    reports,
    joined,
    possiblySame,
    followedBy = [],
    contradictedBy = [],
  } = datedEvent
  const idOf = (key: string) => addresses.datedEvents.get(key)?.id ?? key
  return [
    `Dated statement ${id}: ${edtf ?? `${lo ?? '..'}/${hi ?? '..'}`} [${certainty}] ${summary}`,
    ...reports.map(
      ({ sentence, mode, date, rule, reason }) =>
        `  ${mode} by ${placeOf(addresses, sentence)}, dated by the words at ${date.start}-${date.end}${rule ? ` [${rule}] ${reason ?? ''}` : ''}`,
    ),
    ...joined.map((step) => `  ${wordJoin(step)}`),
    ...possiblySame.map(({ key, reason }) => `  may be the same as ${idOf(key)}: ${reason}`),
    ...followedBy.map(({ key, rule, reason }) => `  later reported by ${idOf(key)} [${rule}] ${reason}`),
    ...contradictedBy.map(({ key, rule, reason }) => `  later denied or doubted by ${idOf(key)} [${rule}] ${reason}`),
    ...editsAt(
      dossier,
      ['event', 'date'],
      reports.map(({ sentence }) => sentence),
    ),
  ]
}

/**
 * Explains a table of figures: the statements in it, how each was read, and the figures that are not comparable with
 * it.
 */
export function explainFigure({ dossier, addresses }: BuiltDossier, id: string): string[] | undefined {
  const figure = dossier.figures.find(({ key }) => addresses.figures.get(key)?.id === id)
  if (!figure) return undefined
  const { key, rows, beside, isCompatible, adjudication } = figure
  return [
    `Figure ${id}: ${key}`,
    `  ${adjudication ? `decided by an editor: ${adjudication.status}, ${adjudication.note}` : 'not reviewed by an editor'}${rows.length > 1 ? `; the statements ${isCompatible ? 'are compatible' : 'disagree'}` : ''}`,
    ...rows.flatMap(({ at, words, low, high, credited, rule, joined }) => [
      `  “${words}” (${low ?? '..'}/${high ?? '..'}) ${placeOf(addresses, at)} [${rule}]${credited ? `, credited to ${credited.words}` : ''}`,
      ...(joined ? [`    ${wordJoin(joined)}`] : []),
    ]),
    ...beside.map(
      (other) =>
        `  not compared with ${addresses.figures.get(other.key)?.id ?? other.key} [${other.rule}] ${other.reason}`,
    ),
    ...editsAt(
      dossier,
      ['comparison', 'figure'],
      rows.map(({ at }) => at),
    ),
  ]
}

/** Corrections of statements of these kinds at these places. */
function editsAt(
  { edits = [], findings }: Dossier,
  kinds: readonly JointEdit['kind'][],
  at: readonly SpanInFile[],
): string[] {
  const ofArticles = findings.flatMap(({ file, edits: own = [] }) =>
    own.map((edit) => ({ ...edit, places: [{ ...edit.span, file }] })),
  )
  const isHere = (place: SpanInFile) => at.some((one) => one.file === place.file && isOverlapping(one, place))
  return [...ofArticles, ...edits]
    .filter(({ kind, places }) => kinds.includes(kind) && places.some(isHere))
    .map(explainEdit)
}

const isOverlapping = (a: Span, b: Span) => a.passage === b.passage && a.start < b.end && b.start < a.end

function placeOf({ sources, passages }: BuiltDossier['addresses'], { file, passage }: SpanInFile): string {
  return `${sources.get(file)!.address}#${passages.get(passageKey(file, passage))}`
}

/** The value of the rules, the corrected value, and who decided, where and why. */
export function explainEdit({ kind, was, now, rule, by, reason, file, line }: Omit<Edit, 'span'>): string {
  return `  ${kind} corrected: the rules said ${was}${rule ? ` [${rule}]` : ''}; ${by ?? 'an editor'} says ${now}, in ${file}:${line}, because: ${reason}`
}
