import type { Mention } from '../../../model/entity.ts'
import type { Range, Span } from '../../../model/passage.ts'
import type { QuotedText } from '../../../text/quotation-marks.ts'
import { indexRanges } from '../../../text/ranges.ts'
import type { Token } from '../../../text/tokens.ts'
import { tokenise } from '../../../text/tokens.ts'
import { splitSentences } from '../../sentences.ts'
import {
  ATTITUDE,
  AUXILIARIES,
  CONJUNCTIONS,
  DETERMINERS,
  isSpoken,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH,
  VERBS,
} from './vocabulary.ts'

/** A token of a frame; words in quotation marks are one token. */
export interface FrameWord extends Token {
  readonly lower: string
  /** Index of the paragraph's quoted text that this token replaces. */
  readonly quoted?: number
}

/** A sentence as the attribution rules see it: each text in quotation marks is one word. */
export interface Frame extends Range {
  readonly words: readonly FrameWord[]
}

/**
 * Splits a paragraph into sentences in which each quoted text, however many sentences it holds, is one word.
 *
 * @param text text of the paragraph
 * @param quoted its quoted texts, in order
 */
export function frameSentences(text: string, quoted: readonly QuotedText[]): Frame[] {
  const masked = mask(text, quoted)
  const joined = joinQuoted(tokenise(masked), quoted)
  const words = isTitleCase(text) ? lowerTitleCase(joined) : joined
  let at = 0
  return splitSentences(masked, 'en').map(({ start, end }) => {
    const from = at
    while (at < words.length && words[at]!.start < end) at += 1
    return { start, end, words: words.slice(from, at) }
  })
}

/** Hides quoted words; a full stop stays, as it may end the sentence, a question mark does not: "Why?" she asked. */
function mask(text: string, quoted: readonly QuotedText[]): string {
  let masked = ''
  let at = 0
  for (const { inner } of quoted) {
    masked += text.slice(at, inner.start) + hide(text.slice(inner.start, inner.end))
    at = inner.end
  }
  return masked + text.slice(at)
}

function hide(words: string): string {
  if (words.length < 2) return words
  const first = /^[“‘"'([…. ]*\p{Lu}/u.test(words) ? 'X' : 'x'
  return first + 'x'.repeat(words.length - 2) + (words.endsWith('.') ? '.' : ',')
}

function joinQuoted(tokens: readonly Token[], quoted: readonly QuotedText[]): FrameWord[] {
  const words: FrameWord[] = []
  let next = 0
  for (const token of tokens) {
    while (next < quoted.length && token.start >= quoted[next]!.end) next += 1
    const current = quoted[next]
    if (!current || token.start < current.start) words.push({ ...token, lower: token.text.toLowerCase() })
    else if (token.start === current.start)
      words.push({ text: '“”', lower: '“”', start: current.start, end: current.end, quoted: next })
  }
  return words
}

/** The names that share characters with a span, in their order. */
export type MentionsIn = (span: Span) => readonly Mention[]

/** Indexes the names of a source by place. */
export function indexMentions(mentions: readonly Mention[]): MentionsIn {
  const passages = new Map(
    [...Map.groupBy(mentions, ({ span }) => span.passage)].map(([passage, held]) => [
      passage,
      indexRanges(held, ({ span }) => span),
    ]),
  )
  return (span) => passages.get(span.passage)?.(span) ?? []
}

interface TitleWord {
  readonly text: string
  readonly lower: string
  /** Set if the word replaces a quoted text. */
  readonly quoted?: number
}

const LONG_WORD = /(?<![\p{L}’'-])\p{L}{4,}/gu
const QUOTED = /[“‘"'][^“”‘"]{1,200}?[”’"'](?![\p{L}])/gu
/** A line longer than this is no headline. */
const LONGEST = 200

/** Whether a line is set in title case ("Mayor Calls Tram a ‘Toy’"): four words in five of its long ones have capitals. */
export function isTitleCase(text: string): boolean {
  if (text.length > LONGEST) return false
  const words = text.replaceAll(QUOTED, ' ').match(LONG_WORD) ?? []
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length
  return words.length >= 4 && capitals / words.length >= 0.8
}

/** The words of a line in title case, with verbs and small words in small letters as in a sentence; names keep their capitals. */
export function lowerTitleCase<T extends TitleWord>(words: readonly T[]): T[] {
  return words.map((word, at) => (isSmall(word, at) ? { ...word, text: word.lower } : word))
}

const isSmall = ({ lower, quoted }: TitleWord, at: number) =>
  quoted === undefined &&
  at > 0 &&
  [SPEECH, ATTITUDE, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, VERBS].some((known) =>
    known.has(lower),
  )

/**
 * Whether words in marks are words and no name in a line in title case, where capitals do not tell: a verb of speech
 * stands before them, or right before them a colon.
 *
 * @param before the line up to the mark
 */
export function areWordsInTitle(before: string): boolean {
  if (/:\s$/.test(before) || (/^[^:]{2,60}:\s/.test(before) && /\b(?:are|be|is|it’s|it's|was|were)\s$/i.test(before)))
    return true
  const words = before.toLowerCase().match(/\p{L}+/gu) ?? []
  const cue = words.findLastIndex((word, at) => at > 0 && isSpoken(word))
  return (
    cue > 0 && (cue < words.length - 1 || SPEECH.has(words[cue]!) || TAKES_WORDS.has(ATTITUDE.get(words[cue]!)!.lemma))
  )
}

/** Verbs of attitude after which words in marks are quoted, not the name of the object. */
const TAKES_WORDS = new Set(['call', 'see', 'speak', 'chant', 'sing', 'voice', 'label', 'term'])
