import type { Mention } from '../../../model/entity.ts'
import type { Passage } from '../../../model/passage.ts'
import type { QuotationMention, Speaker } from '../../../model/quotation.ts'
import type { QuotedText } from '../../../text/quotation-marks.ts'
import { pairQuotationMarks } from '../../../text/quotation-marks.ts'
import type { ReadFrame } from './find-cues.ts'
import { readFrame } from './find-cues.ts'
import { areWordsInTitle, frameSentences, isTitleCase } from './frame-sentences.ts'
import { ATTITUDE, certaintyOf, NAMING, SPEECH, TITLED, UTTERING } from './vocabulary.ts'

/** A turn of an interview or a record: a label of at most five words, a colon, and words without marks. */
const TURN = /^((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?: [\p{L}\p{M}.’'-]+){0,4}): (?=[^\s"“‘])/u
const RULE = 'quotation/transcript'

/**
 * The turns of interviews and court records ("ADA VALE: It was dark.", "Q: Did you go?"): each is speech of the
 * person
 * in its label. A single turn does not count, because it may be anything ("Correction: …").
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

/** A passage with its quoted texts, and its sentences prepared for attribution. */
export interface Paragraph {
  readonly passage: Passage
  readonly quoted: readonly QuotedText[]
  readonly frames: readonly ReadFrame[]
  /** For each quoted text its frame, and its place among the frame's words. */
  readonly places: readonly (Place | undefined)[]
}

interface Place {
  readonly frame: ReadFrame
  readonly at: number
}

/** Reads one passage. Quoted names and scare quotes are left among the words, as they are nobody's speech. */
export function readParagraph(passage: Passage): Paragraph {
  const quoted = closeForgotten(passage.text, pairQuotationMarks(passage.text)).filter(
    (pair) => !isQuotedName(passage.text, pair),
  )
  const frames = frameSentences(passage.text, quoted).map(readFrame)
  return { passage, quoted, frames, places: placeQuoted(quoted.length, frames) }
}

/** The clause that names who spoke, inside a mark that never closes: "“We go on, said Vale." */
const CREDIT_INSIDE =
  /^([^“”"]{8,}?[,!?]) (?:(?:said|says|added)\s\p{Lu}|\p{Lu}[\p{L}\p{M}.’' -]{2,40} (?:said|says|added)[\s.,])/u

/** Ends words whose closing mark was forgotten before the clause that credits them, and pairs what comes behind it anew. */
function closeForgotten(text: string, pairs: readonly QuotedText[]): QuotedText[] {
  return pairs.flatMap((pair) => {
    const { start, inner, isClosed } = pair
    const words = isClosed ? undefined : CREDIT_INSIDE.exec(text.slice(inner.start))?.[1]
    if (words === undefined) return [pair]
    const end = inner.start + words.length
    const behind = pairQuotationMarks(text.slice(end)).map((one) => ({
      ...one,
      start: one.start + end,
      end: one.end + end,
      inner: { start: one.inner.start + end, end: one.inner.end + end },
    }))
    return [{ start, end, inner: { start: inner.start, end }, isClosed: true }, ...closeForgotten(text, behind)]
  })
}

function placeQuoted(count: number, frames: readonly ReadFrame[]): (Place | undefined)[] {
  const places: (Place | undefined)[] = Array.from({ length: count }, () => undefined)
  for (const frame of frames) {
    frame.words.forEach(({ quoted }, at) => {
      if (quoted !== undefined) places[quoted] = { frame, at }
    })
  }
  return places
}

const MAX_WORDS = 9
/** A noun for a work before the comma: "her memoir, “Salt Roads”". */
const TITLED_NOUN = new RegExp(`\\b(?:${TITLED.join('|')}),\\s?$`)
const LONG_WORD = /[\p{L}\p{M}’'-]{4,}/gu

/**
 * True when the marks are around a name or are scare quotes: a title in capitals
 * ("a “Congress of Free Towns”") or a word after "so-called", "known as", "called".
 */
function isQuotedName(text: string, { start, end, inner, isClosed }: QuotedText): boolean {
  const words = text.slice(inner.start, inner.end)
  const before = text.slice(Math.max(0, start - 80), start).toLowerCase()
  const hasOwnStop = /[!?…]$/u.test(words) || (/[,.]$/.test(words) && !leadsToName(before))
  const isTitled = isTitleCase(text)
  if (!isTitled && isNickname(text, start, end, words)) return true
  if (!isClosed || hasOwnStop || words.split(/\s+/u).length > MAX_WORDS) return false
  if (isNamed(before)) return true
  if (UTTERING.has(/\b([a-z]+)\s$/.exec(before)?.[1] ?? '')) return false
  return isCapitalised(words, before) && !(isTitled && areWordsInTitle(text.slice(0, start)))
}

/** One word in marks between two with capitals: "Omar “Red” Vale". */
const isNickname = (text: string, start: number, end: number, words: string) =>
  /^\p{Lu}[\p{L}.]{0,15}$/u.test(words) &&
  /\p{Lu}[\p{L}.’'-]{1,20}\s$/u.test(text.slice(Math.max(0, start - 24), start)) &&
  /^\s\p{Lu}\p{Ll}/u.test(text.slice(end, end + 3))

/** A word that is no verb of speech stands before a title whose mark takes in the sentence's own comma: "the show “Face the Day,”". */
function leadsToName(before: string): boolean {
  const last = /(\p{L}{1,40})\s?$/u.exec(before)?.[1]
  return last !== undefined && !SPEECH.has(last) && !ATTITUDE.has(last)
}

/** Every word of four letters and more has a capital, and no verb with a comma or colon leads in. */
function isCapitalised(words: string, before: string): boolean {
  const found = words.match(LONG_WORD) ?? []
  const long = found.length > 0 ? found : (words.match(/\p{L}{3,}/gu) ?? []).filter((word) => word !== 'the')
  return (
    long.length > 0 &&
    long.every((word) => /^\p{Lu}/u.test(word)) &&
    words.includes(' ') &&
    (!/[,:]\s?$/.test(before) || TITLED_NOUN.test(before))
  )
}

/** "what Vale called “…”", "whose plan she called “…”": elsewhere "called" only names. */
const isCalledBySomebody = (before: string) =>
  /\b(?:what|which|whom)\s[^.]{0,70}$/.test(before) || /\b(?:he|i|it|she|they|we)\scalled\s$/.test(before)

function isNamed(before: string): boolean {
  const last = /(?:([\p{L}-]{1,40})\s)?([\p{L}-]{1,40})\s?$/u.exec(before)
  if (!last) return false
  const [, previous = '', word = ''] = last
  return NAMING.has(`${previous} ${word}`) || (NAMING.has(word) && !(word === 'called' && isCalledBySomebody(before)))
}
