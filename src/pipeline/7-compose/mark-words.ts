import type { Inline } from '../../markup/vocabulary.ts'
import type { Annotation } from '../../markup/write-mdx.ts'
import { nestAnnotations } from '../../markup/write-mdx.ts'
import type { DateMention } from '../../model/date.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Passage, Range } from '../../model/passage.ts'
import type { QuotationMention } from '../../model/quotation.ts'
import type { FindInRange } from '../../text/ranges.ts'
import { indexRanges } from '../../text/ranges.ts'
import type { Composition, PassageAnnotations } from './composition.ts'
import { namedSpeaker } from './refer.ts'
import { WITHHELD } from './withhold.ts'

/**
 * The words of a passage, or of a part of it, with all annotations, as far as the rights allow.
 *
 * @param within part of the passage's text (UTF-16 code units); default: all of it
 */
export function markWords(composition: Composition, file: string, passage: Passage, within?: Range): Inline[] {
  const { start, end } = within ?? { start: 0, end: passage.text.length }
  const parts = composition.shownIn(file, passage.ordinal).flatMap((shown) => {
    const part = { start: Math.max(start, shown.start), end: Math.min(end, shown.end) }
    return part.start < part.end ? [part] : []
  })
  const gap = { text: ' […] ' }
  if (parts.length === 0) return [{ text: WITHHELD }]
  return parts.flatMap((part, index) => [...(index > 0 ? [gap] : []), ...markPart(composition, file, passage, part)])
}

function markPart(composition: Composition, file: string, passage: Passage, { start, end }: Range): Inline[] {
  const annotations = findMarks(
    composition,
    file,
    passage.ordinal,
  )({ start, end }).map((one) => ({
    ...one,
    start: Math.max(one.start, start) - start,
    end: Math.min(one.end, end) - start,
  }))
  return nestAnnotations(passage.text.slice(start, end), annotations)
}

/** The marks of a passage, computed once, because each of its sentences needs them. */
const MARKS = new WeakMap<PassageAnnotations, FindInRange<Annotation>>()

function findMarks(composition: Composition, file: string, ordinal: number): FindInRange<Annotation> {
  const found = composition.annotationsOf(file, ordinal)
  const marks = MARKS.get(found) ?? indexRanges(annotate(composition, file, ordinal), (mark) => mark)
  MARKS.set(found, marks)
  return marks
}

function annotate(composition: Composition, file: string, ordinal: number): Annotation[] {
  const found = composition.annotationsOf(file, ordinal)
  return [
    ...found.mentions.map((mention) => markEntity(composition, mention)),
    ...found.dates.filter(isShown).map(markDate),
    ...found.quotations.flatMap((quotation) => markQuotation(composition, file, ordinal, quotation)),
    ...found.amounts.map(
      ({ span }): Annotation => ({ tag: 'Figure', attributes: {}, start: span.start, end: span.end }),
    ),
  ]
}

function markEntity({ pageOfEntity }: Composition, { span, entity, form, certainty }: ResolvedMention): Annotation {
  const attributes = {
    to: pageOfEntity(entity).id,
    ...(form !== 'name' && { form }),
    ...(certainty !== 'stated' && { certainty }),
  }
  return { tag: 'Entity', attributes, start: span.start, end: span.end }
}

/** Durations, sets and words like "now" are data, not marks: there is nothing for a reader to look up. */
const isShown = ({ type, edtf }: DateMention) => (type === 'DATE' || type === 'TIME') && edtf !== undefined

function markDate({ span, lo, hi, edtf, certainty }: DateMention): Annotation {
  const attributes = { ...(lo && { from: lo }), ...(hi && { to: hi }), ...(edtf && { edtf }), certainty }
  return { tag: 'When', attributes, start: span.start, end: span.end }
}

/** Only words in quotation marks are marked as a quotation; reported speech is the reporter's own words. */
function markQuotation(
  composition: Composition,
  file: string,
  ordinal: number,
  quotation: QuotationMention,
): Annotation[] {
  if (quotation.mode === 'reported') return []
  const speaker = namedSpeaker(composition, file, quotation.speaker)
  const attributes = speaker ? { by: composition.pageOfEntity(speaker).id } : {}
  return quotation.spans
    .filter(({ passage }) => passage === ordinal)
    .map(({ start, end }) => ({ tag: 'Quote', attributes, start, end }))
}
