import type { NameType, TokenSpan } from './labels.ts'
import { NAME_TYPES } from './labels.ts'
import type { TaggerWord } from './word.ts'

/** The spellings of a word in a whole document, ignoring case. */
export interface Usage {
  count: number
  inLowerCase: number
  /** Capitalised where nothing but being a name asks for a capital. */
  capitalisedInside: number
  afterCapital: number
  beforeCapital: number
  /** Words that stood before and after it where it was capitalised, by hash in lower case; at most five each. */
  readonly before: number[]
  readonly after: number[]
}

const MOST_NEIGHBOURS = 5
const OPENS = /^["“”'‘’(:«]$/u

/** A sentence can open with a mark, and a word after an opening mark is written as at the start. */
export function isAtStart(words: readonly TaggerWord[], at: number): boolean {
  return at === 0 || (at === 1 && !words[0]!.isAlphabetic) || OPENS.test(words[at - 1]!.text)
}

/** Counts over all sentences of a document how each word is written, by the hash of its lower case. */
export function observeDocument(sentences: readonly (readonly TaggerWord[])[]): Map<number, Usage> {
  const usages = new Map<number, Usage>()
  for (const words of sentences) {
    const isAllCapitals = !words.some((word) => word.isLowerCase)
    for (let at = 0; at < words.length; at += 1) {
      if (words[at]!.isAlphabetic) observeWord(usageOf(usages, words[at]!), words, at, isAllCapitals)
    }
  }
  return usages
}

function usageOf(usages: Map<number, Usage>, word: TaggerWord): Usage {
  let usage = usages.get(word.lower)
  if (usage) return usage
  usage = { count: 0, inLowerCase: 0, capitalisedInside: 0, afterCapital: 0, beforeCapital: 0, before: [], after: [] }
  usages.set(word.lower, usage)
  return usage
}

function observeWord(usage: Usage, words: readonly TaggerWord[], at: number, isAllCapitals: boolean): void {
  const word = words[at]!
  usage.count += 1
  if (word.isLowerCase) usage.inLowerCase += 1
  if (!word.isCapitalised || isAllCapitals) return
  if (!isAtStart(words, at)) usage.capitalisedInside += 1
  if (at > 1 && words[at - 1]!.isCapitalised) usage.afterCapital += 1
  if (words[at + 1]?.isCapitalised) usage.beforeCapital += 1
  remember(usage.before, words[at - 1]?.lower ?? 1)
  remember(usage.after, words[at + 1]?.lower ?? 2)
}

function remember(neighbours: number[], hash: number): void {
  if (neighbours.length < MOST_NEIGHBOURS && !neighbours.includes(hash)) neighbours.push(hash)
}

type Sentences = readonly (readonly string[])[]

/** The type of each wording that is a name somewhere, and the capitalised words that such a wording begins with. */
interface Types {
  readonly of: ReadonlyMap<string, NameType>
  readonly openers: ReadonlySet<string>
}

const wordsOf = (tokens: readonly string[], { first, last }: TokenSpan): string =>
  tokens.slice(first, last + 1).join(' ')

/**
 * Makes the names of one document agree: the same words have the same type everywhere, their most frequent one, and
 * are a name wherever they are not part of another.
 */
export function agreeInDocument(sentences: Sentences, found: readonly (readonly TokenSpan[])[]): TokenSpan[][] {
  const types = chooseTypes(sentences, found)
  return found.map((names, i) => {
    const tokens = sentences[i]!
    const settled = names.map((name) => ({ ...name, type: types.of.get(wordsOf(tokens, name)) ?? name.type }))
    return fillIn(tokens, settled, types)
  })
}

/** The most frequent type of each wording; of two equally frequent ones, the first in `NAME_TYPES`. */
function chooseTypes(sentences: Sentences, found: readonly (readonly TokenSpan[])[]): Types {
  const votes = new Map<string, number[]>()
  const openers = new Set<string>()
  found.forEach((names, i) => {
    for (const name of names) {
      const words = wordsOf(sentences[i]!, name)
      const counts = votes.get(words) ?? NAME_TYPES.map(() => 0)
      counts[NAME_TYPES.indexOf(name.type)]! += 1
      votes.set(words, counts)
      if (isCapitalised(sentences[i]![name.first]!)) openers.add(sentences[i]![name.first]!)
    }
  })
  const of = new Map([...votes].map(([words, counts]) => [words, NAME_TYPES[counts.indexOf(Math.max(...counts))]!]))
  for (const [words, type] of [...of]) addInCapitals(words, type, of, openers)
  return { of, openers }
}

const SHORTEST_IN_CAPITALS = 4

/** A name may be in capitals elsewhere: "Reuters" in the text as "REUTERS" below a picture. */
function addInCapitals(words: string, type: NameType, of: Map<string, NameType>, openers: Set<string>): void {
  const capitals = words.toUpperCase()
  if (words.length < SHORTEST_IN_CAPITALS || of.has(capitals)) return
  of.set(capitals, type)
  openers.add(capitals.split(' ', 1)[0]!)
}

const LONGEST_NAME = 6
const isCapitalised = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word)

/** Beside another word with a capital, the words may be part of a longer name. */
function isPartOfMore(tokens: readonly string[], first: number, last: number): boolean {
  return isCapitalised(tokens[last + 1]) || (first > 1 && isCapitalised(tokens[first - 1]))
}

/** Adds the wordings that are names elsewhere in the document, the longest first, where there is no name yet. */
function fillIn(tokens: readonly string[], names: readonly TokenSpan[], types: Types): TokenSpan[] {
  const free = tokens.map(() => true)
  for (const { first, last } of names) free.fill(false, first, last + 1)
  const added: TokenSpan[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    if (!types.openers.has(tokens[first]!)) continue
    for (let last = Math.min(tokens.length, first + LONGEST_NAME) - 1; last >= first; last -= 1) {
      const type = types.of.get(tokens.slice(first, last + 1).join(' '))
      if (!type || free.slice(first, last + 1).includes(false) || isPartOfMore(tokens, first, last)) continue
      added.push({ first, last, type })
      first = last
      break
    }
  }
  return added.length === 0 ? [...names] : [...names, ...added].sort((a, b) => a.first - b.first)
}
