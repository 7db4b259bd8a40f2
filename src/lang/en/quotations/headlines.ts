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
