import type { Match } from './match.ts'
import { compilePattern } from './pattern.ts'

/** Tokens of a clause that are looked at before and after the date. */
const BEFORE = 22
const AFTER = 10

const BREAK = compilePattern('{breaker}').regex
const FUTURE = compilePattern('{future}|{toInfinitive} to|{be} to|to be|{ahead}|{presentEvent}').regex
const PAST = compilePattern('{past}|{ed}').regex
/** "due on", "scheduled for early": right before the date they settle it. */
const AHEAD = compilePattern('(?:{ahead}|deadline) (?:{lead}){1,3}$|{ahead}$|as (?:early|soon) as$|no later than$|set for$|{putOff}[^]{0,10}(?:until|till) (?:the|early|late)?$').regex
/** "the year ended", "since": what follows is over. */
const OVER = compilePattern('(?:ended|since) (?:on)?$').regex

/**
 * Which way the clause around a date looks: the nearest verb to its left decides, else the first to its right.
 *
 * @returns -1 past, 1 future, 0 when no verb shows it
 */
export function findDirection(match: Match): -1 | 0 | 1 {
  const { codes } = match.coded
  const left = codes.slice(Math.max(0, match.from - BEFORE), match.from)
  const clause = left.slice(lastIndex(BREAK, left) + 1)
  if (lastIndex(OVER, left) >= 0) return -1
  if (lastIndex(AHEAD, left) >= 0) return 1
  return compare(lastIndex(FUTURE, clause), lastIndex(PAST, clause)) || lookRight(codes.slice(match.to, match.to + AFTER))
}

function lookRight(right: string): -1 | 0 | 1 {
  const end = right.search(BREAK)
  const clause = end < 0 ? right : right.slice(0, end)
  const [future, past] = [clause.search(FUTURE), clause.search(PAST)]
  if (future < 0 || past < 0) return compare(future, past)
  return compare(past, future)
}

function compare(future: number, past: number): -1 | 0 | 1 {
  if (future === past) return 0
  return future > past ? 1 : -1
}

function lastIndex(regex: RegExp, codes: string): number {
  let last = -1
  for (const found of codes.matchAll(regex)) last = found.index
  return last
}
