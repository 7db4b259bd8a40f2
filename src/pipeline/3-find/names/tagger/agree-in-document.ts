import { NAME_TYPES, type NameType, type TokenSpan } from './labels.ts'

type Sentences = readonly (readonly string[])[]

type Types = ReadonlyMap<string, NameType>

const wordsOf = (tokens: readonly string[], { first, last }: TokenSpan): string =>
  tokens.slice(first, last + 1).join(' ')

/**
 * Makes the names of one document agree: the same words bear the same type everywhere, the one they bear most often,
 * and are a name wherever they stand free.
 */
export function agreeInDocument(sentences: Sentences, found: readonly (readonly TokenSpan[])[]): TokenSpan[][] {
  const types = chooseTypes(sentences, found)
  return found.map((names, i) => {
    const tokens = sentences[i]!
    const settled = names.map((name) => ({ ...name, type: types.get(wordsOf(tokens, name)) ?? name.type }))
    return fillIn(tokens, settled, types)
  })
}

/** The type each wording bears most often; of two borne as often, the one that comes first in `NAME_TYPES`. */
function chooseTypes(sentences: Sentences, found: readonly (readonly TokenSpan[])[]): Types {
  const votes = new Map<string, number[]>()
  found.forEach((names, i) => {
    for (const name of names) {
      const words = wordsOf(sentences[i]!, name)
      const counts = votes.get(words) ?? NAME_TYPES.map(() => 0)
      counts[NAME_TYPES.indexOf(name.type)]! += 1
      votes.set(words, counts)
    }
  })
  return new Map([...votes].map(([words, counts]) => [words, NAME_TYPES[counts.indexOf(Math.max(...counts))]!]))
}

const LONGEST_NAME = 6
const CAPITAL = /^\p{Lu}/u

/** Beside another word with a capital, the words may be part of a longer name. */
function isPartOfMore(tokens: readonly string[], first: number, last: number): boolean {
  return CAPITAL.test(tokens[last + 1] ?? '') || (first > 1 && CAPITAL.test(tokens[first - 1]!))
}

/** Adds the wordings that are names elsewhere in the document, the longest first, where no name stands yet. */
function fillIn(tokens: readonly string[], names: readonly TokenSpan[], types: Types): TokenSpan[] {
  const free = tokens.map(() => true)
  for (const { first, last } of names) free.fill(false, first, last + 1)
  const added: TokenSpan[] = []
  for (let first = 0; first < tokens.length; first += 1) {
    if (!CAPITAL.test(tokens[first]!)) continue
    for (let last = Math.min(tokens.length, first + LONGEST_NAME) - 1; last >= first; last -= 1) {
      const type = types.get(tokens.slice(first, last + 1).join(' '))
      if (!type || free.slice(first, last + 1).includes(false) || isPartOfMore(tokens, first, last)) continue
      added.push({ first, last, type })
      first = last
      break
    }
  }
  return added.length === 0 ? [...names] : [...names, ...added].sort((a, b) => a.first - b.first)
}
