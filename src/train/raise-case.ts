import type { Corpus } from './read-corpus.ts'
import type { Random } from './random.ts'

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
