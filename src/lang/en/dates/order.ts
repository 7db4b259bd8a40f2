import type { Range } from '../../../model/passage.ts'
import type { SpeechAct } from '../../pack.ts'
import { codeText } from './code.ts'
import { compilePattern } from './pattern.ts'

/** "began on Wednesday after talks broke down on Monday", "on Wednesday, two days after" */
const AFTER = compilePattern('^{comma}? (?:<count> {units}|a {unit}|just|shortly|hours|days)? after (?!{dash})').regex
const BEFORE = compilePattern('^{comma}? (?:<count> {units}|a {unit}|just|shortly|hours|days)? before (?!{dash})').regex
/** "After talks broke down on Monday, crews walked out on Wednesday" */
const FIRST = compilePattern('^(?:<count> {units}|a {unit}|just|shortly|hours|days)? after (?!{dash}|{comma})').regex
const CLOSED = compilePattern('^{comma}').regex
/** A clause of a plan, or of what did not happen, has no day. */
const UNSURE = compilePattern('{ahead}|{future}|{toInfinitive} to|{negation}|{modal}|to be|until|by {dayNumber}').regex

/**
 * The order of two dates of a sentence, as its words give it.
 *
 * @returns -1: the first day is not later than the second; 1: it is not earlier
 */
export function readDateOrder(sentence: string, first: Range, second: Range): -1 | 1 | undefined {
  const { tokens, codes } = codeText(sentence)
  const from = tokens.findIndex(({ start }) => start >= first.end)
  const to = tokens.findIndex(({ end }) => end > second.start)
  const at = tokens.findIndex(({ end }) => end > first.start)
  if (from < 0 || to < from) return undefined
  const between = codes.slice(from, to)
  if (has(UNSURE, between) || has(UNSURE, codes.slice(0, at))) return undefined
  if (has(AFTER, between)) return 1
  return has(BEFORE, between) || (has(FIRST, codes) && has(CLOSED, between)) ? -1 : undefined
}

const has = (regex: RegExp, codes: string): boolean => codes.search(regex) >= 0

const MADE_KNOWN = compilePattern('(?<!{helping}) {madeKnown}').regex
const ANSWERED = compilePattern('(?<!{helping}) (?:{answered}|{voiced} (?:its|their|his|her)? {stance})').regex
/** "The union welcomed it": the announcement right before. */
const BACKWARDS = compilePattern('^(?:it|(?:the|this|that) {madeThing})').regex

/** Whether a sentence announces something or reacts to an announcement; undefined when it does neither. */
export function readSpeechAct(sentence: string): SpeechAct | undefined {
  const { tokens, codes } = codeText(sentence)
  const [made, answered] = [MADE_KNOWN, ANSWERED].map((verb) => codes.matchAll(verb).next().value)
  const verb = answered ?? made
  if (!verb || (made && answered)) return undefined
  const end = verb.index + verb[0].length
  const object = { start: tokens[end - 1]!.end, end: sentence.length }
  return { answers: verb === answered, object, pointsBack: has(BACKWARDS, codes.slice(end)) }
}

/** "had told the court", "said then": words that were not new when they were printed. */
const RECALLED = compilePattern(
  'had (?:also|already|earlier|previously)? (?:{past}|{ed}|written)|(?:{sayingVerb}|wrote) (?:then|earlier|before|at the time)|(?:earlier|previously) {sayingVerb}',
).regex

/** Whether a sentence recalls what somebody said before. */
export function recallsWords(sentence: string): boolean {
  return has(RECALLED, codeText(sentence).codes)
}
