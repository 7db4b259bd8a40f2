import { sha256Of } from '../../../text/hash.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,:/]\p{N}+)*%?/gu
const NUMBER = /^\p{N}[\p{N}.,:/]*%?/u
const NAME = /^\p{Lu}./u
const OPENS = /(?:^|[.!?…:]["'”’»)\]]* )["'“‘«([]*$/u

/**
 * The numbers and names of a text, in order: what makes a sentence speak of another case. A name is a word that begins
 * with a capital or holds a number (HL7); a sentence's first word must hold one. A number goes without its unit.
 */
export function figuresOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '')
  return [...plain.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const figure = NUMBER.exec(word)?.[0] ?? (isName(word, plain.slice(Math.max(0, index - 6), index)) ? word : '')
    return figure === '' ? [] : [figure.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()]
  })
}

function isName(word: string, before: string): boolean {
  return /\p{N}/u.test(word) || (NAME.test(word) && !OPENS.test(before))
}

/** True for a figure that holds a number. */
export function isNumber(figure: string): boolean {
  return /\p{N}/u.test(figure)
}

/** What a sketch keeps of the numbers and names of a text: 16 bits of the hash of each, rising. */
export function hashFigures(text: string): number[] {
  return [...new Set(figuresOf(text).map((figure) => Number.parseInt(sha256Of(figure).slice(0, 4), 16)))].sort(
    (a, b) => a - b,
  )
}
