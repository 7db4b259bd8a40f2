import type { Mention } from '../../model/entity.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Passage } from '../../model/passage.ts'
import { foldWord } from '../../text/characters.ts'
import type { Token } from '../../text/tokens.ts'
import { tokeniseSentences } from '../sentences.ts'

/** A passage as the finders of names read it. */
export interface Line {
  readonly passage: Passage
  readonly tokens: readonly Token[]
  /** The folded word of each token. */
  readonly keys: readonly string[]
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
    keys: tokens.map(({ text }) => foldWord(text)),
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

/** A run of tokens that one method takes for a name, before the methods are compared. */
export interface Candidate {
  readonly line: Line
  /** First token. */
  readonly from: number
  /** Token after the last. */
  readonly to: number
  readonly kind: EntityKind
  readonly subtype?: string
  readonly form: Mention['form']
  /** Main name in the list or register that knows it; the place of a demonym. */
  readonly refersTo?: string
  /** The country whose government a capital's name means here. */
  readonly standsFor?: string
  /** The country, state or province directly after a place's name. */
  readonly within?: Mention['within']
  readonly certainty: Mention['certainty']
  readonly rule: string
  /** Higher wins between candidates of one length. */
  readonly rank: number
}

/** Rank of each method, for candidates of one length. */
export const RANK = {
  register: 6,
  list: 5,
  courtesy: 4.5,
  title: 4,
  pattern: 3,
  tagger: 2,
  weak: 1.5,
  again: 1,
} as const

/** The words of a candidate as printed. */
export function wordsOfCandidate({ line, from, to }: Candidate): string {
  return line.passage.text.slice(line.tokens[from]!.start, line.tokens[to - 1]!.end)
}

/** The mention that a chosen candidate is. */
export function toMention({
  line,
  from,
  to,
  kind,
  form,
  certainty,
  rule,
  subtype,
  refersTo,
  standsFor,
  within,
}: Candidate): Mention {
  return {
    span: { passage: line.passage.ordinal, start: line.tokens[from]!.start, end: line.tokens[to - 1]!.end },
    kind,
    ...(subtype ? { subtype } : {}),
    form,
    ...(refersTo ? { refersTo } : {}),
    ...(standsFor ? { standsFor } : {}),
    ...(within ? { within } : {}),
    certainty,
    rule,
  }
}

/** Orders mentions by passage and start, the longer first. */
export function byPlace({ span: a }: Mention, { span: b }: Mention): number {
  return a.passage - b.passage || a.start - b.start || b.end - a.end
}

/** A several-word name of the register counts for this many tokens more against a name that merely overlaps it, */
const REGISTER_BONUS = 2
/** and a name after "Mr" for one more, since a longer one would take the title in. */
const COURTESY_BONUS = 1

/**
 * Chooses among overlapping candidates of one line: the longest first, then the method of the higher rank.
 *
 * @returns candidates that do not overlap, in text order
 */
export function chooseNames(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = []
  const taken = new Set<number>()
  for (const candidate of [...candidates].sort(byWeight)) {
    const tokens = tokensOf(candidate)
    if (tokens.some((token) => taken.has(token))) continue
    for (const token of tokens) taken.add(token)
    chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function tokensOf({ from, to }: Candidate): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function byWeight(a: Candidate, b: Candidate): number {
  return weigh(b) - weigh(a) || b.rank - a.rank || a.from - b.from
}

function weigh({ from, to, rank }: Candidate): number {
  const length = to - from
  if (rank === RANK.courtesy) return length + COURTESY_BONUS
  return rank === RANK.register && length > 1 ? length + REGISTER_BONUS : length
}
