import type { Line } from '../../names/line.ts'
import { CLASSES } from './vocabulary.ts'

/** Words below which a text is too short to judge. */
const FEW = 60
/** Share of the commonest words: one word in eight of English prose, a few in a hundred of a recipe or a table, next to none of another language. */
const LEAST = 0.008

/** Whether a source is English enough for the layers that guess names from English words: else every German noun is one. */
export function isEnglish(lines: readonly Line[]): boolean {
  const words = lines.flatMap(({ tokens }) => tokens.filter(({ text }) => /^\p{L}+$/u.test(text)))
  const common = words.filter(({ text }) => CLASSES.commonest.has(text.toLowerCase()))
  return words.length < FEW || common.length >= LEAST * words.length
}
