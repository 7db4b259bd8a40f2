import { DATE_WORD_CLASSES } from './lexicon.ts'
import type { Match } from './pattern.ts'

/** Where the part `<which>` of a pattern points: "last" -1, "this" 0, "next" 1. */
export function readShift(match: Match): -1 | 0 | 1 {
  if (match.has('before')) return -1
  return match.has('after') ? 1 : 0
}

/** Whether the words say "last", "this" or "next" at all. */
export function hasShift(match: Match): boolean {
  return match.has('before') || match.has('during') || match.has('after')
}

const CARDINALS = DATE_WORD_CLASSES.get('cardinal')!
const VAGUE = DATE_WORD_CLASSES.get('fewOf')!

/**
 * The number that the words of a count stand for: "12", "twenty-four", "a hundred", "2 1/2", "a couple of", "half a".
 *
 * @param words lower-case tokens joined by spaces
 * @returns the number, or nothing for "several", "a few", "many"
 */
export function readCount(words: string): number | undefined {
  const tokens = words.split(' ').filter((word) => word !== '-' && word !== 'of')
  if (tokens[0] === 'half') return 0.5
  const vague = tokens.map((word) => VAGUE.get(word)).find((value) => value !== undefined)
  if (vague) return vague === 'many' ? undefined : Number(vague)
  if (/^\d/.test(tokens[0] ?? '')) return readDigits(tokens)
  return tokens.reduce(addCardinal, 0) || 1
}

function readDigits(tokens: readonly string[]): number {
  const whole = Number(tokens[0]!.replaceAll(',', ''))
  return tokens.length === 4 ? whole + Number(tokens[1]) / Number(tokens[3]) : whole
}

function addCardinal(sum: number, word: string): number {
  const value = Number(CARDINALS.get(word) ?? 0)
  return value >= 100 ? Math.max(sum, 1) * value : sum + value
}
