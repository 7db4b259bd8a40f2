import type { Passage } from '../../model/passage.ts'
import { tokeniseSentences } from '../sentences.ts'
import type { Token } from '../../text/tokens.ts'

/** A passage as the name layers read it. */
export interface Line {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** The same tokens by sentence. */
  readonly sentences: readonly (readonly Token[])[]
  /** Indexes of the tokens that open a sentence. */
  readonly openings: ReadonlySet<number>
  /** How the passage uses capitals: in `title` and `upper` lines a capital says nothing. */
  readonly letters: 'sentence' | 'title' | 'upper'
}

const LETTER = /^\p{L}/u
const CAPITAL = /^[\p{Lu}\p{Lt}]/u

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  const code = word.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : CAPITAL.test(word)
}

/** Whether a word is an acronym: two capitals or more and no small letter ("UN", "U.N.", "G20"). */
export function isAcronym(word: string): boolean {
  return /^(?:\p{Lu}\.?){2,9}\d{0,3}$/u.test(word) || /^\p{Lu}\d{1,3}$/u.test(word)
}

/** Whether the token is a stop that is part of the word before it: it is tied to it and the sentence goes on. */
export function isInnerStop({ tokens, openings }: Line, at: number): boolean {
  const isTied = tokens[at]?.text === '.' && tokens[at]!.start === tokens[at - 1]?.end
  return isTied && tokens.length > at + 1 && !openings.has(at + 1) && !openings.has(at + 2)
}

/**
 * Whether a word has a capital inside ("NorthPort", "WeVale", "V3Harbour") as firms coin them and no person's name has
 * ("McVale", "JoVale").
 */
export function isCoined(word: string): boolean {
  return /^(?!(?:D[aeiu]|Fitz|L[aeo]|Ma?c|Van|Von)\p{Lu})(?:\p{Lu}(?:\p{Ll}{2,}\p{Lu}\p{L}*|\d\p{Lu}\p{Ll}+)|(?:Be|Do|Go|In|My|No|On|So|Up|We)\p{Lu}\p{L}+)$/u.test(
    word,
  )
}

/** Cuts a passage into tokens and sentences of its language. */
export function readLine(passage: Passage, language: string): Line {
  const sentences = tokeniseSentences(passage.text, language)
  const tokens = sentences.flat()
  return {
    passage,
    tokens,
    sentences,
    openings: findOpenings(sentences, tokens),
    letters: judgeLetters(passage, tokens),
  }
}

function findOpenings(sentences: Line['sentences'], tokens: readonly Token[]): Set<number> {
  const openings = new Set<number>()
  let index = 0
  for (const [first] of sentences) {
    while (index < tokens.length && (tokens[index]!.start < first!.start || !LETTER.test(tokens[index]!.text)))
      index += 1
    openings.add(index)
  }
  return openings
}

function judgeLetters(passage: Passage, tokens: readonly Token[]): Line['letters'] {
  const words = tokens.filter((token) => LETTER.test(token.text) && token.text.length > 3)
  if (words.length < 3) return 'sentence'
  const upper = words.filter((word) => word.text === word.text.toUpperCase()).length
  if (upper > words.length * 0.7) return 'upper'
  const capitalised = words.filter((word) => isCapitalised(word.text)).length
  const isHeading = passage.kind !== 'paragraph' || (tokens.length < 20 && !/^[.!?"”’]$/.test(tokens.at(-1)!.text))
  return isHeading && words.length >= 4 && capitalised > words.length * 0.75 ? 'title' : 'sentence'
}
