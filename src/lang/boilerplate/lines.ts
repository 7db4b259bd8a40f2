import { wordsOf } from '../../text/line-shape.ts'
import type { LineRule } from './schema.ts'

/** Gives, for line rules, the function that tells the first of them that excludes a whole line. */
export function findLineRule(rules: readonly LineRule[]): (text: string) => LineRule | undefined {
  return (text) => {
    const plain = text
      .toLowerCase()
      .replace('’', "'")
      .replace(/^[^\p{L}\p{N}]{1,20}|[^\p{L}\p{N}]{1,20}$/gu, '')
    const bare = text.replace(/^[^\p{L}\p{N}([@.]{1,8}|^\((?=\p{Lu}[^()]{8,400}\)$)/u, '').trim()
    const count = wordsOf(text).length
    return rules.find(
      ({ words, isUnended, lines, patterns }) =>
        count <= words && !(isUnended && text.endsWith('.')) && (lines.has(plain) || patterns?.test(bare)),
    )
  }
}

/** Gives, for line rules, the function that tells whether a word of a text stands in one of their lines. */
export function listLineWords(rules: readonly LineRule[]): (text: string) => boolean {
  const words = new Set(rules.flatMap(({ lines }) => [...lines]).flatMap((line) => line.split(/[^\p{L}]+/u)))
  return (text) =>
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .some((word) => word.length > 1 && words.has(word))
}
