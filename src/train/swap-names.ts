import type { ListName } from '../lang/tagger/lexicon.ts'
import type { NameType, TokenSpan } from '../lang/tagger/labels.ts'
import { tokenise } from '../text/tokens.ts'
import type { ListedPhrase } from './collect-phrases.ts'
import type { Random } from './random.ts'
import type { AnnotatedSentence, Corpus } from './corpora.ts'
import { isFeast, PREFIXES } from './harmonise.ts'

/** Makes another name for one of a type and a number of tokens; nothing where such a name is better left. */
export type MakeName = (type: NameType, size: number, random: Random) => readonly string[] | undefined

/**
 * Copies sentences with other names in place of their own, so that the tagger learns to recognise a name by the
 * words around it and by the lists that hold it.
 *
 * @param every one sentence in this many is taken, drawn by chance
 * @returns the sentences in which a name was swapped, each in a document of its own
 */
export function swapNames(corpus: Corpus, every: number, makeName: MakeName, random: Random): Corpus {
  const drawn = corpus.flat().filter(({ names }) => names.length > 0 && random() % every === 0)
  return drawn.flatMap((sentence) => {
    const swapped = swapIn(sentence, makeName, random)
    return swapped.tokens === sentence.tokens ? [] : [[swapped]]
  })
}

function swapIn(sentence: AnnotatedSentence, makeName: MakeName, random: Random): AnnotatedSentence {
  return sentence.names.reduceRight((changed, name) => {
    const other = makeName(name.type, name.last - name.first + 1, random)
    return other ? replaceName(changed, name, other) : changed
  }, sentence)
}

/** Replaces a name by `words`; the names after it are shifted. */
function replaceName(sentence: AnnotatedSentence, name: TokenSpan, words: readonly string[]): AnnotatedSentence {
  const { tokens, names } = sentence
  const shift = words.length - (name.last - name.first + 1)
  const moved = names.map((other) => {
    if (other.first < name.first) return other
    const first = other === name || other.first === name.first ? other.first : other.first + shift
    return { ...other, first, last: other.last + shift }
  })
  const changed = [...tokens.slice(0, name.first), ...words, ...tokens.slice(name.last + 1)]
  return { tokens: changed, names: moved, origins: changed.map((_, i) => i) }
}

/**
 * Writes a share of a corpus in capitals, as headlines and datelines are, so that the tagger learns to read them.
 *
 * @param every one sentence in this many is taken, drawn by chance
 * @returns the raised sentences, each in a document of its own
 */
export function raiseCase(corpus: Corpus, every: number, random: Random): Corpus {
  const drawn = corpus.flat().filter(() => random() % every === 0)
  return drawn.map((sentence) => [{ ...sentence, tokens: sentence.tokens.map((token) => token.toUpperCase()) }])
}

const LISTS_OF: Partial<Record<NameType, readonly ListName[]>> = {
  ORG: ['known-organisation'],
  MISC: ['known-event', 'demonym'],
  LOC: ['country', 'region', 'city'],
}

/** One word of belonging in so many is tied to a prefix: "pro-Northporter". */
const TIED_EVERY = 10

/** Makes names by drawing from the phrases of the lists; every other organisation is a made-up acronym. */
export function makeNameMaker(phrases: readonly ListedPhrase[]): MakeName {
  const drawn = new Map(
    Object.entries(LISTS_OF).map(([type, lists]) => {
      const listed = phrases.filter(([list, phrase]) => lists.includes(list) && !isFeast(phrase))
      return [type, listed.map(([, phrase]) => phrase)]
    }),
  )
  return (type, _size, random) => {
    const list = drawn.get(type)
    if (!list) return undefined
    if (type === 'ORG' && random() % 2 === 0) return [makeAcronym(random)]
    const words = tokenise(list[random() % list.length]!).map(({ text }) => text)
    const isTied = type === 'MISC' && words.length === 1 && random() % TIED_EVERY === 0
    return isTied ? [PREFIXES[random() % PREFIXES.length]!, '-', ...words] : words
  }
}

function makeAcronym(random: Random): string {
  const letters = Array.from({ length: 2 + (random() % 3) }, () => String.fromCharCode(65 + (random() % 26)))
  return letters.join('')
}
