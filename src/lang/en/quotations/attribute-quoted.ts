import type { Span } from '../../../model/passage.ts'
import type { Credit, ReadFrame } from './find-cues.ts'
import { creditInFrame } from './credit-in-frame.ts'
import type { Phrase } from './find-main-subject.ts'
import { findMainSubject } from './find-main-subject.ts'
import type { FrameWord } from './frame-sentences.ts'
import type { Paragraph } from './read-paragraph.ts'
import { AUXILIARIES, GESTURES, SINGULAR_PERSON } from './vocabulary.ts'

/** Quoted words with the phrase for their speaker, before pronouns are resolved. */
export interface Attribution {
  /** The paragraph's index, and which of its quoted texts. */
  readonly paragraph: number
  readonly quoted: number
  /** True when the words open a sentence or follow a comma or colon, and so can be a sentence themselves. */
  readonly standsAlone: boolean
  readonly phrase?: CreditedPhrase
  readonly rule: string
}

/** A speaker's words and the rule that found them. */
export type Credited = Required<Pick<Attribution, 'phrase' | 'rule'>>

/** The phrase for a speaker, in a passage. */
export interface CreditedPhrase {
  readonly span: Span
  /** Where the head noun ends, as an offset in the passage. */
  readonly coreEnd: number
  /** The verb that gives them the words. */
  readonly cue?: Span
}

/** The credit's words as a span of the passage. */
export function toPhrase(passage: number, { words }: ReadFrame, { phrase, cue }: Credit): CreditedPhrase {
  const span = { passage, start: words[phrase.start]!.start, end: words[phrase.end - 1]!.end }
  const coreEnd = words[phrase.coreEnd - 1]!.end
  if (!cue) return { span, coreEnd }
  const verb = words[cue.at]!
  return { span, coreEnd, cue: { passage, start: verb.start, end: verb.end } }
}

/** Attributes every quoted text of a source, first by its own sentence, then by the texts around it. */
export function attributeQuoted(paragraphs: readonly Paragraph[]): Attribution[] {
  const attributions: Attribution[] = []
  paragraphs.forEach((paragraph, index) => {
    const own = paragraph.quoted.map((_, quoted) => creditOne(paragraph, index, quoted, paragraphs[index + 1]))
    own.forEach((attribution, at) => {
      const carried = attribution.phrase
        ? attribution
        : carryCredit(attribution, own, at, attributions.at(-1), paragraphs)
      attributions.push(carried)
      own[at] = carried
    })
  })
  return attributions
}

function creditOne(paragraph: Paragraph, index: number, quoted: number, next: Paragraph | undefined): Attribution {
  const place = paragraph.places[quoted]
  const standsAlone = place !== undefined && (place.at === 0 || /^[,:]$/.test(place.frame.words[place.at - 1]!.text))
  const found =
    creditByLayout(paragraph, quoted) ??
    signedBelow(paragraph, quoted, next) ??
    creditInHeadline(paragraph, quoted, place && creditBySentence(paragraph, place.frame, place.at))
  return { paragraph: index, quoted, standsAlone, rule: 'quotation/uncredited', ...found }
}

function creditBySentence({ passage, quoted }: Paragraph, frame: ReadFrame, at: number): Credited | undefined {
  const { inner } = quoted[frame.words[at]!.quoted!]!
  const leansRight =
    at === 0 || /[,!?–—-]['’”]?$/u.test(passage.text.slice(inner.start, inner.end)) || frame.words[at + 1]?.text === ','
  const credit = creditInFrame(frame, at, leansRight)
  return credit && { phrase: toPhrase(passage.ordinal, frame, credit), rule: credit.rule }
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}.’'-]{0,24}){0,3}`
/** "Said Vale:" is no label. */
const NO_VERB = String.raw`(?!(?:Added|Asked|Said|Wrote)\s)`
const TURN_INSIDE = new RegExp(String.raw`^(${NAME}):\s`, 'u')
const TURN_BEFORE = new RegExp(String.raw`^\s*${NO_VERB}(${NAME})\s?:\s*$`, 'u')
const SIGNED = new RegExp(String.raw`^\s*(?:-{1,2}|–|—|―)\s*(${NAME})(?:,\s[^.“”"]{1,60})?\s*\.?\s*$`, 'u')

/** Credits quoted words by layout alone: a transcript's turn ("VALE: “…”") or a signature ("“…” — J. Vale"). */
function creditByLayout({ passage, quoted }: Paragraph, index: number): Credited | undefined {
  const { text, ordinal } = passage
  const { start, end, inner } = quoted[index]!
  const found = (match: RegExpExecArray | null, offset: number, rule: string): Credited | undefined => {
    if (!match) return undefined
    const at = offset + match[0].indexOf(match[1]!)
    const span = { passage: ordinal, start: at, end: at + match[1]!.replace(/\.$/, '').length }
    return { phrase: { span, coreEnd: span.end }, rule }
  }
  return (
    found(TURN_INSIDE.exec(text.slice(inner.start, inner.start + 110)), inner.start, 'quotation/transcript') ??
    found(TURN_BEFORE.exec(start < 110 ? text.slice(0, start) : ''), 0, 'quotation/transcript') ??
    found(SIGNED.exec(text.slice(end, end + 110)), end, 'quotation/signed')
  )
}

/** In a headline a label says more than a participle ("Vale: Board Asking for ‘Trouble’"). */
const creditInHeadline = (paragraph: Paragraph, quoted: number, found: Credited | undefined) =>
  !found || found.rule === 'quotation/participle' ? (labelled(paragraph, quoted) ?? found) : found

const LABEL = new RegExp(String.raw`^(${NAME})(?:\s(?:on|to)\s[^:“‘"']{1,40})?:\s`, 'u')

/** Credits words in a headline to the name that opens it: "Vale: the tram is ‘a toy’". What else opens one is a subject. */
function labelled({ passage, quoted }: Paragraph, index: number): Credited | undefined {
  if (passage.kind !== 'headline') return undefined
  const [whole, name] = LABEL.exec(passage.text) ?? []
  const { start } = quoted[index]!
  if (whole === undefined || start < whole.length) return undefined
  const span = { passage: passage.ordinal, start: 0, end: name!.length }
  return { phrase: { span, coreEnd: span.end }, rule: 'quotation/headline' }
}

/** Credits a paragraph that is nothing but quoted words to the name that signs it on the next line ("— J. Vale, chair"). */
function signedBelow({ passage, quoted }: Paragraph, index: number, next: Paragraph | undefined): Credited | undefined {
  const { start, end } = quoted[index]!
  if (!next || start > 0 || passage.text.slice(end).trim() !== '') return undefined
  const [whole, name] = SIGNED.exec(next.passage.text) ?? []
  if (whole === undefined) return undefined
  const at = whole.indexOf(name!)
  const span = { passage: next.passage.ordinal, start: at, end: at + name!.length }
  return { phrase: { span, coreEnd: span.end }, rule: 'quotation/signed' }
}

/**
 * Finds the speaker of words whose own sentence names none: in the words before in the paragraph, in the sentence
 * before, or in the paragraph before if it ends in a colon or its mark never closed.
 *
 * @param own attributions of the paragraph so far; `at` is the index among them
 * @param last the previous attribution, in any paragraph
 */
function carryCredit(
  attribution: Attribution,
  own: readonly Attribution[],
  at: number,
  last: Attribution | undefined,
  paragraphs: readonly Paragraph[],
): Attribution {
  const turned = byTurn(attribution, paragraphs)
  if (turned) return turned
  const previous = own[at - 1]
  if (previous?.phrase) return { ...attribution, phrase: previous.phrase, rule: 'quotation/same-paragraph' }
  if (at > 0) return attribution
  if (!opensParagraph(attribution, paragraphs)) return bySentenceBefore(attribution, paragraphs) ?? attribution
  return byColon(attribution, paragraphs) ?? runOn(attribution, last, paragraphs)
}

const quotedOf = ({ paragraph, quoted }: Attribution, paragraphs: readonly Paragraph[]) =>
  paragraphs[paragraph]!.quoted[quoted]!

const opensParagraph = (attribution: Attribution, paragraphs: readonly Paragraph[]) =>
  quotedOf(attribution, paragraphs).start === 0

/** The sentence before quoted words that open their own. */
function frameBefore({ paragraph, quoted }: Attribution, paragraphs: readonly Paragraph[]): ReadFrame | undefined {
  const { frames, places } = paragraphs[paragraph]!
  const place = places[quoted]
  return place?.at === 0 ? frames[frames.indexOf(place.frame) - 1] : undefined
}

/** The sentence before reports words of the same person: "The port stays shut, Vale said. “…”" */
function bySentenceBefore(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const frame = frameBefore(attribution, paragraphs)
  const found = frame?.cues.findLast(({ subject }) => subject)
  if (!frame || !found?.subject) return undefined
  const phrase = toPhrase(paragraphs[attribution.paragraph]!.passage.ordinal, frame, {
    phrase: found.subject,
    cue: found.cue,
    rule: '',
  })
  return { ...attribution, phrase, rule: 'quotation/sentence-before' }
}

/** The sentence before says who speaks next: "Asked about it, Vale left. “…”", "Vale shrugged. “…”", "What did she say? “…”" */
function byTurn(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const frame = frameBefore(attribution, paragraphs)
  if (!frame || frame.words.some(({ quoted }) => quoted !== undefined)) return undefined
  const subject = answerer(frame.words)
  if (!subject) return undefined
  const phrase = toPhrase(paragraphs[attribution.paragraph]!.passage.ordinal, frame, { phrase: subject, rule: '' })
  return { ...attribution, phrase, rule: 'quotation/sentence-before' }
}

/** Who was asked, or made a gesture; in a question only a name or "he" or "she", for it may be about a thing. */
function answerer(words: readonly FrameWord[]): Phrase | undefined {
  if (words[0]!.text === 'Asked') {
    const comma = words.findIndex(({ text }) => text === ',')
    return comma < 0 ? undefined : findMainSubject(words, words.length, comma + 1)
  }
  if (words.at(-1)!.text !== '?') return gesturer(words)
  const auxiliary = words.findIndex(({ lower }) => AUXILIARIES.has(lower))
  if (auxiliary < 0 || auxiliary > 3) return undefined
  const start = auxiliary + 1
  const behind = words.findIndex(({ text }, at) => at >= start && !/^\p{Lu}/u.test(text))
  const end = SINGULAR_PERSON.has(words[start]!.lower) ? start + 1 : behind
  return end > start ? { start, end, coreEnd: end } : undefined
}

/** "Vale shrugged." No more than a circumstance follows: "Vale laughed at the thought that …" tells what he thinks of it. */
function gesturer(words: readonly FrameWord[]): Phrase | undefined {
  const phrase = findMainSubject(words, words.length)
  const verb = phrase && words[phrase.end]
  return verb && GESTURES.has(verb.lower) && words.length - phrase.end <= LONGEST_GESTURE ? phrase : undefined
}

/** Words of a gesture with what goes with it: "shook her head and looked at the sea". */
const LONGEST_GESTURE = 9

/** The paragraph before ends in a colon: "Vale wrote:" */
function byColon(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const before = paragraphs[attribution.paragraph - 1]
  if (!before?.passage.text.trimEnd().endsWith(':')) return undefined
  const frame = before.frames.at(-1)
  const found = frame?.cues.findLast(({ subject }) => subject)
  const subject = found?.subject ?? (frame && findMainSubject(frame.words, frame.words.length))
  if (!frame || !subject) return undefined
  const phrase = toPhrase(before.passage.ordinal, frame, {
    phrase: subject,
    ...(found && { cue: found.cue }),
    rule: '',
  })
  return { ...attribution, phrase, rule: 'quotation/colon-before' }
}

/** The mark of the paragraph before never closed and this one opens with a mark, so that they are one quotation. */
function runOn(attribution: Attribution, last: Attribution | undefined, paragraphs: readonly Paragraph[]): Attribution {
  const isOpen = last?.paragraph === attribution.paragraph - 1 && !quotedOf(last, paragraphs).isClosed
  return isOpen && last.phrase ? { ...attribution, phrase: last.phrase, rule: 'quotation/same-paragraph' } : attribution
}
