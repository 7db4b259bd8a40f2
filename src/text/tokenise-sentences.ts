import { splitSentences } from './sentences.ts'
import { type Token, tokenise } from './tokens.ts'

/**
 * Splits a passage into sentences and each sentence into tokens. No token reaches over the end of a sentence, so that
 * all lists together are the tokens of the passage.
 *
 * @returns for each sentence its tokens, with their offsets in the passage
 */
export function tokeniseSentences(text: string): Token[][] {
  const tokens = tokenise(text)
  let next = 0
  return splitSentences(text).map(({ end }) => {
    const first = next
    while (next < tokens.length && tokens[next]!.start < end) next += 1
    return tokens.slice(first, next)
  })
}
