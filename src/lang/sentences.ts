import type { Range } from '../model/passage.ts'
import { tokenise, type Token } from '../text/tokens.ts'
import { readLanguageFile } from './language-files.ts'

/** Abbreviations whose full stop does not end a sentence, as in `abbreviations.yml` of a language's folder. */
interface Abbreviations {
  readonly beforeName: ReadonlySet<string>
  readonly any: ReadonlySet<string>
  readonly opening: RegExp
  readonly naming: RegExp
}

const known = new Map<string, Abbreviations | undefined>()

/** A stop with the quotation marks and brackets that close after it, then space, then what opens the next sentence. */
const BREAK = /([.!?…]{1,9})(["'”’»)\]]{0,9})(\s{1,9})(?=["'“‘«([]{0,9}[\p{Lu}\p{Lt}\p{N}])/gu

/**
 * Maximum length of a sentence, in UTF-16 code units. The pairs that share a sentence grow with the
 * square of its length, so a text without full stops is read in parts.
 */
export const MAX_SENTENCE = 1000

/**
 * Splits a passage into sentences.
 *
 * @param text text of one passage
 * @param language tag of its language; where no pack has its abbreviations, only initials keep a stop from ending a sentence
 * @returns ranges in order (UTF-16 code units), without the space between them; together they hold every other character
 */
export function splitSentences(text: string, language: string): Range[] {
  return splitAtStops(text, language).flatMap((sentence) => partLong(text, sentence))
}

/** Whether a sentence of a passage is so long that it is read in parts. */
export function hasLongSentence(text: string, language: string): boolean {
  return text.length > MAX_SENTENCE && splitAtStops(text, language).some(({ start, end }) => end - start > MAX_SENTENCE)
}

function partLong(text: string, { start, end }: Range): Range[] {
  const parts: Range[] = []
  let from = start
  while (end - from > MAX_SENTENCE) {
    const to = from + cutIn(text.slice(from, from + MAX_SENTENCE))
    parts.push({ start: from, end: to })
    from = to
    while (/\s/.test(text[from]!)) from += 1
  }
  return [...parts, { start: from, end }]
}

/** Where to cut a run: after the last comma or semicolon of its second half, else at the last space there, else at its end. */
function cutIn(run: string): number {
  const half = run.length / 2
  const comma = Math.max(run.lastIndexOf(', '), run.lastIndexOf('; ')) + 1
  const space = run.lastIndexOf(' ')
  const isPairParted = /[\uD800-\uDBFF]$/.test(run)
  return comma > half ? comma : space > half ? space : run.length - (isPairParted ? 1 : 0)
}

function splitAtStops(text: string, language: string): Range[] {
  const abbreviations = abbreviationsOf(language)
  const sentences: Range[] = []
  let start = text.length - text.trimStart().length
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[1]!.length + match[2]!.length
    if (end <= start || !endsSentence(text, match.index, match[1]!, match[2]!, abbreviations)) continue
    sentences.push({ start, end })
    start = end + match[3]!.length
  }
  const end = text.trimEnd().length
  if (end > start) sentences.push({ start, end })
  return sentences
}

function endsSentence(
  text: string,
  at: number,
  stop: string,
  closing: string,
  abbreviations: Abbreviations | undefined,
): boolean {
  if (stop !== '.' || closing.includes('"') || closing.includes('”')) return true
  const word = lastWord(text, at)
  const isInitial = /^\p{Lu}$/u.test(word)
  if (!abbreviations) return !isInitial
  const lower = word.toLowerCase()
  if (abbreviations.beforeName.has(lower)) return false
  const rest = text.slice(at + 1, at + 12)
  const isOpened = abbreviations.opening.test(rest)
  if (isInitial) {
    const before = text.slice(Math.max(0, at - 20), at - 1)
    const isNamed = abbreviations.naming.test(before)
    // An initial comes after a capital: "hepatitis A. The", but "Ada B. Vale".
    return isNamed ? isOpened || /^\s+["“]/u.test(rest) : isOpened && !/\p{Lu}[\p{L}.]*\s$/u.test(before)
  }
  return !abbreviations.any.has(lower) || isOpened
}

/** The word that ends at `at`, with inner full stops. */
function lastWord(text: string, at: number): string {
  let start = at
  while (start > 0 && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start -= 1
  return text.slice(start, at)
}

/** The sentence of `sentences` that holds the offset, or the nearest one before it (binary search). */
export function sentenceAt<T extends Range>(sentences: readonly T[], offset: number): T | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return sentences[Math.max(0, low - 1)]
}

/**
 * Splits a passage into sentences and each sentence into tokens. All lists together are the tokens of the passage: one
 * that reaches over the end of a sentence, as where a run of thousands of letters is read in parts, is in the first.
 *
 * @returns for each sentence in which a token begins its tokens, with their offsets in the passage
 */
export function tokeniseSentences(text: string, language: string): Token[][] {
  const tokens = tokenise(text)
  let next = 0
  const sentences = splitSentences(text, language).map(({ end }) => {
    const first = next
    while (next < tokens.length && tokens[next]!.start < end) next += 1
    return tokens.slice(first, next)
  })
  return sentences.filter((sentence) => sentence.length > 0)
}

function abbreviationsOf(language: string): Abbreviations | undefined {
  if (!known.has(language)) known.set(language, readAbbreviations(language))
  return known.get(language)
}

function readAbbreviations(language: string): Abbreviations | undefined {
  const data = readLanguageFile<Record<'beforeName' | 'any' | 'opening' | 'naming', string[]>>(
    language,
    'abbreviations.yml',
  )
  return (
    data && {
      beforeName: new Set(data.beforeName),
      any: new Set(data.any),
      opening: new RegExp(`^\\s+["“]?(?:${data.opening.join('|')})\\s`, 'u'),
      naming: new RegExp(`\\b(?:${data.naming.join('|')})\\s$`, 'u'),
    }
  )
}
