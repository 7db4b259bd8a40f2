import type { DateMention } from '../../model/date.ts'
import type { ResolvedMention, Role } from '../../model/entity.ts'
import type { Amount } from '../../model/figure.ts'
import type { Range, Span } from '../../model/passage.ts'
import { passageKey } from '../../model/permalink.ts'
import type { Selector, WebAnnotation } from '../../model/published-file.ts'
import type { Quotation, QuotationMention } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import { countCodePoints } from '../../text/characters.ts'
import { sha256Of } from '../../text/hash.ts'
import { seedRange } from '../../text/ranges.ts'
import type { Composition } from './composition.ts'
import { hashSource } from './hash-inputs.ts'
import { namedSpeaker } from './refer.ts'

/** Code points of context on either side of the quoted words, as the Hypothesis client keeps them. */
const CONTEXT = 32

/** Half of a code point of two code units; without one, code points are code units. */
const HALF = /[\uD800-\uDFFF]/

interface Located {
  readonly span: Span
  readonly motivation: WebAnnotation['motivation']
  readonly body: WebAnnotation['body']
}

/**
 * The lines of `data/annotations.jsonl`, by source. `TextPositionSelector` counts Unicode code points over the seed's whole
 * decoded text, end exclusive, and `TextQuoteSelector.exact` is that text there.
 */
export function dataOfAnnotations(composition: Composition) {
  const quotationAt = indexOccurrences(composition.dossier.quotations)
  return composition.sourcesByDate.map((source) => ({
    key: () => hashAnnotations(composition, source, quotationAt),
    list: () => annotationsIn(composition, source, quotationAt),
  }))
}

function* annotationsIn(
  composition: Composition,
  source: Source,
  quotationAt: ReadonlyMap<string, string>,
): Generator<WebAnnotation> {
  const select = selectorsIn(source)
  for (const passage of source.passages) {
    const isShown = (span: Range) =>
      composition.shownIn(source.file, passage.ordinal).some(({ start, end }) => start <= span.start && span.end <= end)
    const address = `${composition.pageOfSource(source.file).address}#${composition.passageIdOf(source.file, passage.ordinal)}`
    for (const { span, motivation, body } of locate(composition, source.file, passage.ordinal, quotationAt)) {
      const id = `${address}:${Object.values(body)[0]}:${span.start}-${span.end}`
      yield {
        id,
        type: 'Annotation',
        motivation,
        body,
        target: { source: address, selector: select(seedRange(passage, span), isShown(span)) },
      }
    }
  }
}

/** Hash of everything that the annotations of a source are made from: also of where its quotations have a page. */
function hashAnnotations(composition: Composition, source: Source, quotationAt: ReadonlyMap<string, string>): string {
  const { annotationsOf, addresses } = composition
  const { file } = source
  const spans = source.passages.flatMap(({ ordinal }) =>
    annotationsOf(file, ordinal).quotations.flatMap((one) => one.spans),
  )
  const keys = spans.map((span) => quotationAt.get(spanKey(file, span)))
  const pages = keys.map((key) => key !== undefined && addresses.quotations.get(key)?.address)
  return sha256Of(JSON.stringify([hashSource(composition, source), pages]))
}

function locate(
  composition: Composition,
  file: string,
  ordinal: number,
  quotationAt: ReadonlyMap<string, string>,
): Located[] {
  const { mentions, dates, quotations, amounts, roles } = composition.annotationsOf(file, ordinal)
  const located = [
    ...mentions.map((mention) => locateMention(composition, mention)),
    ...dates.map(locateDate),
    ...quotations.flatMap((quotation) => locateQuotation(composition, file, ordinal, quotation, quotationAt)),
    ...amounts.map(locateAmount),
    ...roles.flatMap((role) => locateRole(composition, role, mentions)),
  ]
  return located.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

function locateMention(
  composition: Composition,
  { span, entity, kind, subtype, form, refersTo, within, certainty, rule, step }: ResolvedMention,
): Located {
  const body = {
    kind,
    ...(subtype && { subtype }),
    form,
    entity: composition.pageOfEntity(entity).address,
    name: composition.entityOf(entity).name,
    ...(refersTo && { refersTo }),
    ...(within && { within: within.name }),
    certainty,
    rule,
    identity: step,
  }
  return { span, motivation: 'identifying', body }
}

function locateDate({ span, ...date }: DateMention): Located {
  return { span, motivation: 'tagging', body: { kind: 'date', ...date } }
}

function locateAmount({ span, credited, place, time, ...amount }: Amount): Located {
  return {
    span,
    motivation: 'tagging',
    body: {
      kind: 'figure',
      ...amount,
      ...(credited && { credited: credited.words }),
      ...(place && { place: place.words }),
      ...(time && { time: time.words }),
    },
  }
}

/** The words that say what a person is, with the person whom the name beside them means. */
function locateRole(
  composition: Composition,
  { span, person, certainty, rule }: Role,
  mentions: readonly ResolvedMention[],
): Located[] {
  const named = mentions.find((one) => one.span.start === person.start && one.span.end === person.end)
  if (!named) return []
  const { address } = composition.pageOfEntity(named.entity)
  const { name } = composition.entityOf(named.entity)
  return [{ span, motivation: 'describing', body: { kind: 'role', entity: address, name, certainty, rule } }]
}

function locateQuotation(
  composition: Composition,
  file: string,
  ordinal: number,
  quotation: QuotationMention,
  quotationAt: ReadonlyMap<string, string>,
): Located[] {
  return quotation.spans
    .filter((span) => span.passage === ordinal)
    .map((span) => {
      const key = quotationAt.get(spanKey(file, span))
      const page = key === undefined ? undefined : composition.addresses.quotations.get(key)
      const { mode, toldTo, cue, rule, spans } = quotation
      const body = {
        kind: 'quotation',
        mode,
        ...(page && { quotation: page.address }),
        ...(spans.length > 1 && { part: spans.indexOf(span) + 1, parts: spans.length }),
        speaker: speakerOf(composition, file, quotation),
        ...(toldTo && { toldTo }),
        ...(cue && { cue }),
        certainty: quotation.certainty ?? quotation.speaker?.certainty ?? 'stated',
        rule,
      }
      return { span, motivation: 'describing', body }
    })
}

/** Who is credited, as printed; with the entity when the words name one. Null when the text credits nobody. */
function speakerOf(composition: Composition, file: string, { speaker }: QuotationMention): object | null {
  if (!speaker) return null
  const { words, form, certainty, rule } = speaker
  const named = namedSpeaker(composition, file, speaker)
  return {
    words,
    form,
    certainty,
    rule,
    ...(named && {
      entity: composition.pageOfEntity(named).address,
      name: composition.entityOf(named).name,
    }),
  }
}

const spanKey = (file: string, { passage, start, end }: Span) => `${passageKey(file, passage)}:${start}-${end}`

function indexOccurrences(quotations: readonly Quotation[]): ReadonlyMap<string, string> {
  const pairs = quotations.flatMap(({ key, occurrences }) =>
    occurrences.flatMap(({ at }) => at.map((span): [string, string] => [spanKey(span.file, span), key])),
  )
  return new Map(pairs)
}

/**
 * Makes the selectors for ranges (UTF-16 code units) over one source's decoded text. If a source is not shown in
 * full, only visible words are quoted, without their context.
 */
function selectorsIn({ text, rights }: Source): (range: Range, isShown: boolean) => Selector[] {
  const toCodePoints = countCodePoints(text)
  const around = rights === 'full' ? CONTEXT : 0
  const quoteOf = ({ start, end }: Range): Selector => ({
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: lastPoints(text.slice(Math.max(0, start - 2 * around), start), around),
    suffix: firstPoints(text.slice(end, end + 2 * around), around),
  })
  return (range, isShown) => [
    ...(isShown ? [quoteOf(range)] : []),
    { type: 'TextPositionSelector', start: toCodePoints(range.start), end: toCodePoints(range.end) },
  ]
}

function lastPoints(text: string, count: number): string {
  if (count === 0) return ''
  return HALF.test(text) ? [...text].slice(-count).join('') : text.slice(-count)
}

const firstPoints = (text: string, count: number): string =>
  HALF.test(text) ? [...text].slice(0, count).join('') : text.slice(0, count)
