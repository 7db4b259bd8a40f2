import { sha256 } from '../mint-id.ts'

/** A number, or a word that begins with a capital; a sentence's first word counts only when it is a number. */
const FIGURE = /\p{N}+(?:[.,:/]\p{N}+)*%?|\p{Lu}[\p{L}\p{M}\p{N}]+/gu
const OPENS = /(?:^|[.!?…:]["'”’»)\]]* )["'“‘«([]*$/u

/** The numbers and capitalised words of a text, in order: what makes a sentence speak of another case. */
export function figuresOf(text: string): string[] {
  const figures: string[] = []
  for (const match of text.matchAll(FIGURE)) {
    const isNumber = /^\p{N}/u.test(match[0])
    if (!isNumber && OPENS.test(text.slice(Math.max(0, match.index - 6), match.index))) continue
    figures.push(match[0].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
  }
  return figures
}

/** The 16 bits of a figure's hash that a sketch keeps. */
export function hashFigure(figure: string): number {
  return Number.parseInt(sha256(figure).slice(0, 4), 16)
}
