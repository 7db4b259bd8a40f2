import type { Range } from '../../../model/passage.ts'
import type { Direction } from '../../dates/reading.ts'
import type { SpeechAct } from '../../pack.ts'
import { codeText } from './code.ts'
import type { Match } from './pattern.ts'
import { compilePattern } from './pattern.ts'

/** Tokens of a clause that are looked at before and after the date. */
const BEFORE = 22
const AFTER = 32

const BREAK = compilePattern('(?!as {previously}? {ahead}) {breaker}|{comma}{quote}').regex
/** Clause boundaries: a date never attaches across these. */
const STOP = compilePattern('{sentenceEnd}|{comma}{quote}').regex
const FUTURE = compilePattern(
  [
    '(?!due to {cause}) (?:{future}|{toInfinitive} to|{be} to|to be|(?<!as|as {previously}) {ahead})',
    '(?:{modal}|might|could|should) (?!have|{negation})',
    // The present of a timetable: "Parliament votes on Tuesday", "the ministers meet on Tuesday"
    '{presentEvent}|(?<!the|a|of|in|by|and|{number}|{cardinal}|{fewOf}|{possessive}) {presentEventOrNoun}',
    '(?:{plural}|they|we) (?:{scheduledVerb}|{scheduledNounVerb}|{openingVerb})|{name} {scheduledVerb}',
    // "Freedonia play Sylvania on Saturday", "the court rules on Wednesday", "shops close on Monday"
    '{name} (?:play|face|visit) {name}|{ruling} (?:rules|votes|sits)|(?<![^]) {name} (?:open|close|reopen)',
  ].join('|'),
).regex
/** "to open" and "will be held" are not past tense in spite of their form; "could not be reached" is. */
const PAST = compilePattern(
  '(?<!to|(?<!could|could {negation}) be) (?:{past}|{ed})|(?<!be|is|are|{modal}|to) set (?:aside|up|off|out|down)',
).regex
/** "due on", "scheduled for early": right before the date they decide. */
const AHEAD = compilePattern(
  [
    '(?:(?<!as|as {previously}) {ahead}|deadline) (?:{lead}){0,3} (?:{weekday} (?:and|or))?$',
    'as (?:early|soon) as$',
    'no later than$',
    'ahead of (?:the)?$',
    'set for$',
    '(?:is|are|be) (?:{negation})? {ed} by$',
    '(?:starting|beginning|effective) (?:on|from)?$',
    'deadline (?:is|of)$',
    '(?<!to) (?:{presentEvent}|continues|continue) (?:on)? $',
    // "is on Monday", "the vote is Friday", "set the recount for Monday", "to run through June"
    '(?:is|are) (?:out|open|back)? on $',
    '{scheduledNoun} is $',
    '{bookedVerb} [^]{1,5} for $',
    '(?<!{completedVerb}) to {endingVerb} (?:on|in|for|until|till|through|to) (?:the|early|late|mid)? $',
    // "told owners to move their boats by Friday"
    '{orderingVerb} (?:(?!{breaker}|{comma}) [^]){1,8} to (?:(?!{past}|{ed}|{breaker}|{comma}) [^]){1,12} (?:by|before) $',
    '{putOff}[^]{0,10}(?:until|till) (?:the|early|late)?$',
  ].join('|'),
).regex
/** "In cinemas from Friday", where no verb follows. */
const FROM_THEN = compilePattern('(?<![^]) (?:in|on|at) (?:(?!{past}|{ed}|{comma}) [^]){1,3} from $').regex
/** "said the concert on Sunday would go ahead": a scheduled event, and a modal verb after the date. */
const SCHEDULED = compilePattern('{scheduledNoun} (?:of|[^]){0,6} (?:on)? $').regex
const GOES_ON = compilePattern('^{modal} (?!have|{negation})').regex
/** "Talks to open Monday": the future of headlines. */
const OPENING = compilePattern('to {openingVerb}').regex
/** "Friday's": the verbs to its left need not be its own. */
const OWNED = compilePattern('{possessive}').regex
/** "the year ended", "since": what follows is over. */
const OVER = compilePattern(
  'last (?:seen|spoken|heard|known|{past}|{ed}) [^]{0,10}$|(?:ended|since) (?:on)?$|(?<!be|is|are|to|been|{ahead}) (?:{past}|{ed}) (?:(?!to (?!him|her|his|their|them|me|us|the|a|an|{name})|{future}|{ahead}|{modal}|{breaker}|{comma}) [^]){0,6} in (?:early|late|mid)? {dash}?$|(?<!be|is|are|get|{ahead}) (?:{past}|{ed}) (?:in|on) (?:early|late|mid)? {dash}?$',
).regex
/** "will be held in", "is to open in": what follows is yet to come. */
const SURELY_AHEAD = compilePattern(
  '(?:will|shall|(?:is|are) to|(?:is|are) (?:{negation})? {ahead} to) (?!have|{comma}) (?:be (?:{past}|{ed}))? (?:(?!{past}|{ed}|{breaker}|{comma}) [^]){0,4} (?:in|on) (?:early|late|mid)? {dash}?$',
).regex
/** "had been due to expire": a plan seen from later. */
const ONCE_AHEAD = compilePattern('had been (?:{ahead}|{toInfinitive})[^]{0,8}$').regex

/** Tense direction of the clause around a date: the nearest verb to its left decides, else the first to its right. */
export function findDirection(match: Match): Direction {
  const { codes } = match.coded
  const left = codes.slice(Math.max(0, match.from - BEFORE), match.from)
  const right = codes.slice(match.to, match.to + AFTER)
  const clause = left.slice(lastIndex(BREAK, left) + 1)
  const sentence = left.slice(lastIndex(STOP, left) + 1)
  if (sentence.search(ONCE_AHEAD) >= 0) return -1
  if (clause.search(SURELY_AHEAD) >= 0) return 2
  if (sentence.search(AHEAD) >= 0) return 1
  if (sentence.search(OVER) >= 0) return -2
  if (clause.search(SCHEDULED) >= 0 && right.search(GOES_ON) === 0) return 1
  if (sentence.search(FROM_THEN) >= 0 && lookRight(upTo(BREAK, right)) >= 0) return 1
  if (right.search(OWNED) === 0) return lookRight(upTo(BREAK, right)) || -1
  return (
    lookLeft(clause) ||
    lookRight(upTo(BREAK, right)) ||
    lookLeft(sentence) ||
    lookRight(upTo(STOP, right)) ||
    (sentence.search(OPENING) < 0 ? 0 : 1)
  )
}

function lookLeft(clause: string): -1 | 0 | 1 {
  return compare(lastIndex(FUTURE, clause), lastIndex(PAST, clause))
}

function lookRight(clause: string): -1 | 0 | 1 {
  const [future, past] = [clause.search(FUTURE), clause.search(PAST)]
  return future < 0 || past < 0 ? compare(future, past) : compare(past, future)
}

function upTo(regex: RegExp, codes: string): string {
  const end = codes.search(regex)
  return end < 0 ? codes : codes.slice(0, end)
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

/** Words between a verb and a date of another verb. */
const NEAR = '(?:(?!to|{future}|{ahead}|{modal}|{breaker}|{comma}|{quote}) [^])'
const LEAD = '(?:on|in|until|by|for)? (?:early|late|mid)? {dash}? (?:{weekday} {comma}?)?'

/** "said on January 16", "was held in Northport on January 21": the verb is the date's own. */
const HAPPENED = compilePattern(
  `(?<!be|is|are|to|been|will|{ahead}) (?:{past}|{ed}) (?:on|in) (?:early|late|mid)? (?:{weekday} {comma}?)?$|(?:was|were) (?:{past}|{ed}) ${NEAR}{0,9} (?:on|in) (?:{weekday} {comma}?)?$`,
).regex
/** "On December 29, the council announced" */
const DATE_FIRST = compilePattern('(?:^|{sentenceEnd}) (?:on|in) (?:{weekday} {comma}?)?$').regex
const TOLD_AFTER = compilePattern(`^{comma}? ${NEAR}{0,5} (?<!be|to) (?:{past}|{ed})`).regex
/** "scheduled for January 23", "takes office on January 20", "will meet on January 29" */
const PLANNED = compilePattern(
  `(?:{ahead}|due|will|{presentEvent}) ${NEAR}{0,5} ${LEAD} $|(?:{ahead}|due|scheduled) to ${NEAR}{0,5} ${LEAD} $`,
).regex
/** "had been scheduled for", "was due on": a plan seen from later. */
const ONCE_PLANNED = compilePattern('(?:had|was|were|been) (?:{negation})? {ahead}').regex

/** Whether the text puts a date in the past or in the future, where it leaves no doubt. */
export function readTense(text: string, words: Range): 'past' | 'future' | undefined {
  const { tokens, codes } = codeText(text)
  const from = tokens.findIndex(({ end }) => end > words.start)
  const to = tokens.findIndex(({ start }) => start >= words.end)
  if (from < 0) return undefined
  const left = codes.slice(Math.max(0, from - 16), from)
  const right = to < 0 ? '' : codes.slice(to, to + 12)
  if (left.search(HAPPENED) >= 0 || (left.search(DATE_FIRST) >= 0 && right.search(TOLD_AFTER) >= 0)) return 'past'
  return left.search(PLANNED) >= 0 && left.search(ONCE_PLANNED) < 0 ? 'future' : undefined
}

/** How long before or after: "two days", "shortly". */
const LAG = '(?:<count> {units}|a {unit}|just|shortly|hours|days)?'
/** "began on Wednesday after talks broke down on Monday", "on Wednesday, two days after" */
const SECOND_EARLIER = compilePattern(`^{comma}? ${LAG} after (?!{dash})`).regex
const FIRST_EARLIER = compilePattern(`^{comma}? ${LAG} before (?!{dash})`).regex
/** "After talks broke down on Monday, crews walked out on Wednesday" */
const FIRST = compilePattern(`^${LAG} after (?!{dash}|{comma})`).regex
const CLOSED = compilePattern('^{comma}').regex
/** A clause about a plan, or about something that did not happen, has no day. */
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
  if (has(SECOND_EARLIER, between)) return 1
  return has(FIRST_EARLIER, between) || (has(FIRST, codes) && has(CLOSED, between)) ? -1 : undefined
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

/** "had told the court", "said then": the words were not new at the time of the report. */
const RECALLED = compilePattern(
  'had (?:also|already|earlier|previously)? (?:{past}|{ed}|written)|(?:{sayingVerb}|wrote) (?:then|earlier|before|at the time)|(?:earlier|previously) {sayingVerb}',
).regex

/** Whether a sentence recalls what somebody said before. */
export function recallsWords(sentence: string): boolean {
  return has(RECALLED, codeText(sentence).codes)
}
