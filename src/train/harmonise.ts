import { readVocabulary } from '../lang/en/names/lists/vocabulary.ts'
import type { NameType, TokenSpan } from '../lang/tagger/labels.ts'
import { readData } from '../text/read-data.ts'
import { tokenise } from '../text/tokens.ts'
import type { AnnotatedSentence } from './corpora.ts'
import { isPossessive } from '../lang/en/words/verb-forms.ts'

const lists: { affiliations: string[]; ambiguous: string[]; feasts: string[]; prefixes: string[] } = readData(
  './harmonise.yml',
  import.meta.url,
)
const withPlural = (word: string): string[] => [word, `${word}s`]
const AMBIGUOUS = new Set(lists.ambiguous)
const cut = (phrase: string): string =>
  tokenise(phrase)
    .map(({ text }) => text)
    .join(' ')
const FEASTS = new Set(lists.feasts.map(cut))
/** Days of the calendar, which are no names. */
export const isFeast = (phrase: string): boolean => FEASTS.has(cut(phrase))
/** What a hyphen ties to a word of belonging. */
export const PREFIXES: readonly string[] = lists.prefixes
const TITLES = new Set(
  readVocabulary<{ annotated: string[] }>('persons').annotated.map((title) => title[0]!.toUpperCase() + title.slice(1)),
)

/**
 * Makes the function that brings a sentence to the common scheme.
 *
 * @param demonyms words for the people of a place, in the singular
 */
export function makeHarmoniser(demonyms: readonly string[]) {
  const belonging = new Set([...demonyms, ...lists.affiliations].flatMap(withPlural))
  return ({ tokens, names, origins }: AnnotatedSentence): AnnotatedSentence => {
    const trimmed = names.flatMap((name) => splitAtStroke(tokens, name)).flatMap((name) => trimName(tokens, name))
    const kept = trimmed.filter((name) => !isBelonging(tokens, name, belonging) && !FEASTS.has(wordsOf(tokens, name)))
    return {
      tokens,
      origins,
      names: [...kept, ...findBelonging(tokens, kept, belonging)]
        .map((name) => withPrefix(tokens, name))
        .sort((a, b) => a.first - b.first),
    }
  }
}

type Words = ReadonlySet<string>

const wordsOf = (tokens: readonly string[], { first, last }: TokenSpan): string =>
  tokens.slice(first, last + 1).join(' ')

/** Names with a stroke between them are several: "Northport/Vale". */
function splitAtStroke(tokens: readonly string[], { first, last, type }: TokenSpan): TokenSpan[] {
  const at = tokens.indexOf('/', first + 1)
  if (at < 0 || at >= last) return [{ first, last, type }]
  return [{ first, last: at - 1, type }, ...splitAtStroke(tokens, { first: at + 1, last, type })]
}

/** Leaves a leading article, a person's titles and a possessive ending outside; nothing may be left. */
function trimName(tokens: readonly string[], { first, last, type }: TokenSpan): TokenSpan[] {
  let from = first
  let to = last
  while (to >= from && isPossessive(tokens[to]!)) to -= 1
  while (from <= to && isOutside(tokens[from]!, type)) from += 1
  return from > to ? [] : [{ first: from, last: to, type }]
}

function isOutside(token: string, type: NameType): boolean {
  return /^(?:the|a|an)$/u.test(token) || (type === 'PER' && (TITLES.has(token) || token === '.'))
}

function isBelonging(tokens: readonly string[], name: TokenSpan, belonging: Words): boolean {
  const words = wordsOf(tokens, name)
  return belonging.has(words) && !(AMBIGUOUS.has(words) && (name.type === 'PER' || name.type === 'ORG'))
}

/** Takes in what a hyphen ties to a word of belonging. */
function withPrefix(tokens: readonly string[], name: TokenSpan): TokenSpan {
  const isTied =
    name.type === 'MISC' && tokens[name.first - 1] === '-' && PREFIXES.includes(tokens[name.first - 2] ?? '')
  return isTied ? { ...name, first: name.first - 2 } : name
}

/** Finds the words of belonging outside all names, two words before one. */
function findBelonging(tokens: readonly string[], names: readonly TokenSpan[], belonging: Words): TokenSpan[] {
  const found: TokenSpan[] = []
  const isFree = (at: number): boolean => !names.some(({ first, last }) => first <= at && at <= last)
  for (let at = 0; at < tokens.length; at += 1) {
    for (const last of [at + 1, at]) {
      const span: TokenSpan = { first: at, last, type: 'MISC' }
      if (last >= tokens.length || !isFree(at) || !isFree(last) || !belonging.has(wordsOf(tokens, span))) continue
      found.push(span)
      at = last
      break
    }
  }
  return found
}
