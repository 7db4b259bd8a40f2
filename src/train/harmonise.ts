import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { NameType, TokenSpan } from '../lang/tagger/labels.ts'
import type { AnnotatedSentence } from './corpora.ts'

const lists: { affiliations: string[]; ambiguous: string[]; titles: string[] } = parse(
  readFileSync(new URL('./harmonise.yml', import.meta.url), 'utf8'),
)
const withPlural = (word: string): string[] => [word, `${word}s`]
const AMBIGUOUS = new Set(lists.ambiguous)
const TITLES = new Set(lists.titles)

/**
 * Makes the function that brings a sentence to the common scheme.
 *
 * @param demonyms words for the people of a place, in the singular
 */
export function makeHarmoniser(demonyms: readonly string[]) {
  const belonging = new Set([...demonyms, ...lists.affiliations].flatMap(withPlural))
  return ({ tokens, names, origins }: AnnotatedSentence): AnnotatedSentence => {
    const trimmed = names.flatMap((name) => trimName(tokens, name))
    const kept = trimmed.filter((name) => !isBelonging(tokens, name, belonging))
    return {
      tokens,
      origins,
      names: [...kept, ...findBelonging(tokens, kept, belonging)].sort((a, b) => a.first - b.first),
    }
  }
}

type Words = ReadonlySet<string>

const wordsOf = (tokens: readonly string[], { first, last }: TokenSpan): string =>
  tokens.slice(first, last + 1).join(' ')

/** Leaves a leading article, a person's titles and a possessive ending outside; nothing may be left. */
function trimName(tokens: readonly string[], { first, last, type }: TokenSpan): TokenSpan[] {
  let from = first
  let to = last
  while (to >= from && /^['’]s?$/u.test(tokens[to]!)) to -= 1
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
