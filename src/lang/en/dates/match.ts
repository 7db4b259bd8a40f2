import type { CodedText } from './code.ts'
import { DATE_WORD_CLASSES } from './lexicon.ts'
import type { Pattern } from './pattern.ts'

/** A place where a pattern fits, with its named groups as words. */
export interface Match {
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  readonly coded: CodedText
  /** The words a group caught, lower case, one space between them; empty when it caught none. */
  words(group: string): string
  /** The lexicon's value of what a group caught (`{month:month}` on "Feb." gives "2"), else the word itself. */
  value(group: string): string | undefined
  /** The same as a whole number; digits stand for themselves. */
  number(group: string): number
  has(group: string): boolean
}

/** Finds every place in a text where a pattern fits, left to right, without overlaps; one that takes no token is none. */
export function matchPattern(pattern: Pattern, coded: CodedText): Match[] {
  const matches: Match[] = []
  const { regex } = pattern
  regex.lastIndex = 0
  for (let found = regex.exec(coded.codes); found; found = regex.exec(coded.codes)) {
    if (found[0] === '') regex.lastIndex += 1
    else matches.push(toMatch(pattern, coded, found))
  }
  return matches
}

function toMatch(pattern: Pattern, coded: CodedText, found: RegExpExecArray): Match {
  const bounds = (group: string): [number, number] | undefined => found.indices?.groups?.[group]
  const words = (group: string): string => {
    const at = bounds(group)
    return at
      ? coded.tokens
          .slice(at[0], at[1])
          .map((token) => token.text.toLowerCase().replace(/\.$/, ''))
          .join(' ')
      : ''
  }
  const value = (group: string): string | undefined => {
    const at = bounds(group)
    if (!at) return undefined
    const lower = coded.tokens[at[0]]!.text.toLowerCase()
    const list = DATE_WORD_CLASSES.get(pattern.classes.get(group) ?? '')
    return list?.get(lower) ?? list?.get(lower.replace(/\.$/, '')) ?? lower
  }
  return {
    from: found.index,
    to: found.index + found[0].length,
    coded,
    words,
    value,
    number: (group) => Number(value(group)),
    has: (group) => bounds(group) !== undefined,
  }
}
