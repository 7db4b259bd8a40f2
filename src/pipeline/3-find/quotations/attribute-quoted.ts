import type { Range, Span } from '../../../model/span.ts'
import { type Credit, creditInFrame, type ReadFrame } from './credit-in-frame.ts'
import { creditByLayout } from './credit-by-layout.ts'
import type { Paragraph } from './read-paragraph.ts'

/** Quoted words with the words that stand for their speaker, before pronouns are resolved. */
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

/** The words that stand for a speaker, in a passage. */
export interface CreditedPhrase {
  readonly span: Span
  /** Where the head noun ends, as an offset in the passage. */
  readonly coreEnd: number
  /** Offsets of an apposition behind the phrase. */
  readonly aside?: Range
  readonly cue?: string
  /** What stands after the cue up to the next comma, colon or mark: who is told. */
  readonly afterCue?: string
}

/** Attributes every quoted text of a source, first by its own sentence, then by the texts around it. */
export function attributeQuoted(paragraphs: readonly Paragraph[]): Attribution[] {
  const attributions: Attribution[] = []
  paragraphs.forEach((paragraph, index) => {
    const own = paragraph.quoted.map((_, quoted) => creditOne(paragraph, index, quoted))
    own.forEach((attribution, at) => {
      const carried = attribution.phrase ? attribution : carry(attribution, own, at, attributions.at(-1), paragraphs)
      attributions.push(carried)
      own[at] = carried
    })
  })
  return attributions
}

function creditOne(paragraph: Paragraph, index: number, quoted: number): Attribution {
  const frame = paragraph.frames.find(({ words }) => words.some((word) => word.quoted === quoted))
  const at = frame?.words.findIndex((word) => word.quoted === quoted) ?? 0
  const standsAlone = frame !== undefined && (at === 0 || /^[,:]$/.test(frame.words[at - 1]!.text))
  const found = creditByLayout(paragraph, quoted) ?? (frame && creditBySentence(paragraph, frame, at))
  return { paragraph: index, quoted, standsAlone, rule: 'quotation/uncredited', ...found }
}

function creditBySentence({ passage, quoted }: Paragraph, frame: ReadFrame, at: number): Credited | undefined {
  const { inner } = quoted[frame.words[at]!.quoted!]!
  const leansRight = at === 0 || /[,!?–—-]$/u.test(passage.text.slice(inner.start, inner.end)) || frame.words[at + 1]?.text === ','
  const credit = creditInFrame(frame, at, leansRight)
  return credit && { phrase: toPhrase(passage.text, passage.ordinal, frame, credit), rule: credit.rule }
}

/** The credit's words as a span of the passage. */
export function toPhrase(text: string, passage: number, { words }: ReadFrame, { phrase, cue }: Credit): CreditedPhrase {
  const span = { passage, start: words[phrase.start]!.start, end: words[phrase.end - 1]!.end }
  const coreEnd = words[phrase.coreEnd - 1]!.end
  const aside = phrase.asideEnd && { aside: { start: span.end, end: words[phrase.asideEnd - 1]!.end } }
  if (!cue) return { span, coreEnd, ...aside }
  const verb = words[cue.at]!
  const afterCue = /^[^,:;“”"«»]{0,80}/u.exec(text.slice(verb.end, verb.end + 80))![0].trim()
  return { span, coreEnd, ...aside, cue: verb.text, afterCue }
}

/** A speaker for words whose own sentence names none. */
function carry(
  attribution: Attribution,
  own: readonly Attribution[],
  at: number,
  last: Attribution | undefined,
  paragraphs: readonly Paragraph[],
): Attribution {
  const previous = own[at - 1]
  if (previous?.phrase) return { ...attribution, phrase: previous.phrase, rule: 'quotation/same-paragraph' }
  const following = own[at + 1]
  if (attribution.standsAlone && at === 0 && following?.phrase && following.standsAlone) {
    return { ...attribution, phrase: following.phrase, rule: 'quotation/look-ahead' }
  }
  if (at > 0 || !opensParagraph(attribution, paragraphs)) return attribution
  return byColon(attribution, paragraphs) ?? continued(attribution, last, paragraphs)
}

const quotedOf = ({ paragraph, quoted }: Attribution, paragraphs: readonly Paragraph[]) => paragraphs[paragraph]!.quoted[quoted]!

const opensParagraph = (attribution: Attribution, paragraphs: readonly Paragraph[]) =>
  quotedOf(attribution, paragraphs).start === 0

/** The paragraph before ends in a colon: "Vale wrote:" */
function byColon(attribution: Attribution, paragraphs: readonly Paragraph[]): Attribution | undefined {
  const before = paragraphs[attribution.paragraph - 1]
  if (!before?.passage.text.trimEnd().endsWith(':')) return undefined
  const frame = before.frames.at(-1)
  const found = frame?.cues.findLast(({ subject }) => subject)
  if (!frame || !found?.subject) return undefined
  const phrase = toPhrase(before.passage.text, before.passage.ordinal, frame, { phrase: found.subject, cue: found.cue, rule: '' })
  return { ...attribution, phrase, rule: 'quotation/colon-before' }
}

/** The paragraph before ends in quoted words, and this one is quoted whole. */
function continued(attribution: Attribution, last: Attribution | undefined, paragraphs: readonly Paragraph[]): Attribution {
  if (!last?.phrase || last.paragraph !== attribution.paragraph - 1) return attribution
  const text = paragraphs[last.paragraph]!.passage.text
  const { isClosed, end } = quotedOf(last, paragraphs)
  if (!isClosed) return { ...attribution, phrase: last.phrase, rule: 'quotation/run-on' }
  if (end < text.trimEnd().length) return attribution
  return { ...attribution, phrase: last.phrase, rule: 'quotation/previous-paragraph' }
}
