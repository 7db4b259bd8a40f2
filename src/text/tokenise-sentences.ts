import { splitSentences } from './sentences.ts'
import { type Token, tokenise } from './tokens.ts'

/**
 * Splits a passage into sentences and each sentence into tokens. All lists together are the tokens of the passage: one
 * that reaches over the end of a sentence, as where a run of thousands of letters is read in parts, is in the first.
 *
 * @returns for each sentence in which a token begins its tokens, with their offsets in the passage
 */
export function tokeniseSentences(text: string): Token[][] {
  const tokens = tokenise(text)
  let next = 0
  const sentences = splitSentences(text).map(({ end }) => {
    const first = next
    while (next < tokens.length && tokens[next]!.start < end) next += 1
    return tokens.slice(first, next)
  })
  return sentences.filter((sentence) => sentence.length > 0)
}
