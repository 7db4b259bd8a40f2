import type { Range } from '../../../model/passage.ts'
import { codeText } from './code.ts'
import { compilePattern } from './pattern.ts'

/** Words that part a verb from a date that is another's. */
const NEAR = '(?:(?!to|{future}|{ahead}|{modal}|{breaker}|{comma}|{quote}) [^])'
const LEAD = '(?:on|in|until|by|for)? (?:early|late|mid)? {dash}? (?:{weekday} {comma}?)?'

/** "said on January 16", "was held in Northport on January 21": the verb is the date's own. */
const OVER = compilePattern(
  `(?<!be|is|are|to|been|will|{ahead}) (?:{past}|{ed}) (?:on|in) (?:early|late|mid)? (?:{weekday} {comma}?)?$|(?:was|were) (?:{past}|{ed}) ${NEAR}{0,9} (?:on|in) (?:{weekday} {comma}?)?$`,
).regex
/** "On December 29, the council announced" */
const OPENING = compilePattern('(?:^|{sentenceEnd}) (?:on|in) (?:{weekday} {comma}?)?$').regex
const TOLD_AFTER = compilePattern(`^{comma}? ${NEAR}{0,5} (?<!be|to) (?:{past}|{ed})`).regex
/** "scheduled for January 23", "takes office on January 20", "will meet on January 29" */
const AHEAD = compilePattern(
  `(?:{ahead}|due|will|{presentEvent}) ${NEAR}{0,5} ${LEAD} $|(?:{ahead}|due|scheduled) to ${NEAR}{0,5} ${LEAD} $`,
).regex
/** "had been scheduled for", "was due on": a plan seen from later. */
const ONCE = compilePattern('(?:had|was|were|been) (?:{negation})? {ahead}').regex

/** Whether the words tell of a date as over or as still to come, where they leave no doubt. */
export function tellTense(text: string, words: Range): 'past' | 'future' | undefined {
  const { tokens, codes } = codeText(text)
  const from = tokens.findIndex(({ end }) => end > words.start)
  const to = tokens.findIndex(({ start }) => start >= words.end)
  if (from < 0) return undefined
  const left = codes.slice(Math.max(0, from - 16), from)
  const right = to < 0 ? '' : codes.slice(to, to + 12)
  if (left.search(OVER) >= 0 || (left.search(OPENING) >= 0 && right.search(TOLD_AFTER) >= 0)) return 'past'
  return left.search(AHEAD) >= 0 && left.search(ONCE) < 0 ? 'future' : undefined
}
