import type { Mention } from '../../../model/mention.ts'
import type { QuotationMention, Speaker } from '../../../model/quotation.ts'
import { certaintyOf } from './vocabulary.ts'
import type { Paragraph } from './read-paragraph.ts'

/** A turn of an interview or a record: a label of at most five words, a colon, and words without marks. */
const TURN = /^((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?: [\p{L}\p{M}.’'-]+){0,4}): (?=[^\s"“‘])/u
const RULE = 'quotation/transcript'

/**
 * The turns of interviews and records of courts ("ADA VALE: It was dark.", "Q: Did you go?"): each is speech of the one
 * whom its label names. One turn alone may be anything ("Correction: …") and is none.
 *
 * @param mentions names of the source
 */
export function findTurns(paragraphs: readonly Paragraph[], mentions: readonly Mention[]): QuotationMention[] {
  const people = mentions.filter(({ kind, form }) => kind === 'person' && form === 'name')
  const textOf = new Map(paragraphs.map(({ passage }) => [passage.ordinal, passage.text]))
  const turns = paragraphs.flatMap(({ passage: { kind, ordinal, text } }): QuotationMention[] => {
    const [whole, label] = (kind === 'headline' ? null : TURN.exec(text)) ?? []
    if (whole === undefined || !label) return []
    const speaker = speakerOf(label, ordinal, people, textOf)
    if (!speaker && !/^[QA]$/.test(label)) return []
    const spans = [{ passage: ordinal, start: whole.length, end: text.length }] as const
    return [{ spans: [...spans], mode: 'direct', ...(speaker && { speaker }), rule: RULE }]
  })
  return turns.length > 1 ? turns : []
}

function speakerOf(
  label: string,
  passage: number,
  people: readonly Mention[],
  textOf: ReadonlyMap<number, string>,
): Speaker | undefined {
  const wordsOf = ({ span }: Mention) => textOf.get(span.passage)!.slice(span.start, span.end)
  const span = { passage, start: 0, end: label.length }
  const person = people.find((one) => one.span.passage === passage && one.span.end === label.length)
  if (person)
    return {
      words: wordsOf(person),
      span: person.span,
      form: 'named',
      certainty: certaintyOf(RULE) ?? 'inferred',
      rule: RULE,
    }
  if (/^THE \p{Lu}+$/u.test(label))
    return { words: label, span, form: 'described', certainty: certaintyOf(RULE) ?? 'inferred', rule: RULE }
  const meant = /^\p{Lu}{2,3}$/u.test(label) ? people.filter((one) => initialsOf(wordsOf(one)) === label) : []
  const [first] = meant
  return first && new Set(meant.map(wordsOf)).size === 1
    ? { words: wordsOf(first), span: first.span, form: 'named', certainty: 'inferred', rule: RULE, as: span }
    : undefined
}

const initialsOf = (name: string) =>
  name
    .split(/[ -]/)
    .map((word) => word[0])
    .join('')
