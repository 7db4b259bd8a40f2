import type { Resolve } from '../../dates/reading.ts'
import type { CodedText } from './code.ts'
import { codeOfWord, codesOfClass } from './code.ts'
import { DATE_WORD_CLASSES } from './lexicon.ts'

/** A compiled pattern over token codes, and the word class of each of its named groups. */
export interface Pattern {
  readonly regex: RegExp
  readonly classes: ReadonlyMap<string, string>
}

/**
 * Sub-patterns that many recognisers share, written `<name>` in a template. `which` and `spoken` contain named
 * groups, so a pattern can use them only once.
 */
const PARTS: Readonly<Record<string, string>> = {
  count:
    '(?:{number}(?:{dayNumber}{slash}{dayNumber})?|half (?:a|an)|(?:a|an)? {fewOf} of?|(?:a|an)? {cardinal}(?:{dash}?{cardinal}){0,4}|a|an|another)',
  approx:
    '(?:{approximate}|(?:more|less|fewer|longer|later) than|at least|up to|no (?:more|less) than|as (?:many|long|much|little) as)',
  edge: '(?:(?:early|late|mid) {dash}? (?:in)?|(?:earlier|later|sometime) (?:in|on)?|(?:the)? (?:very)? (?:end|beginning|start|middle|close|rest|turn) of)',
  which: '(?:{before:before}|{during:during}|{after:after})',
  spoken: '{century:spokenCentury} {dash}? {tens:spokenTens} (?:{dash}? {digit:spokenDigit})?',
  day: '(?:{dayNumber} {suffix}?|{ordinal})',
  through: '(?:{dash}|to|through|until|till|thru)',
  and: '(?:{dash}|to|through|until|till|thru|and|{slash})',
}

const ITEM = /\{(?:(\w+):)?(\w+)\}|(?<!\?)<(\w+)>|\(\?<(\w+)>|\(\?[:=!]|\(\?<[=!]|\{\d+(?:,\d*)?\}|\p{L}[\p{L}']*/gu

/**
 * Compiles a template to a regular expression over token codes.
 *
 * In a template a bare word stands for that word, `{class}` for any word of a class, `{group:class}` captures it
 * as `group`, `<part>` is a shared sub-pattern, and the rest is ordinary regular-expression syntax. Spaces are for
 * the reader only.
 *
 * @throws when a class does not exist: a template is code, and its fault must show at once
 */
export function compilePattern(template: string): Pattern {
  const classes = new Map<string, string>()
  return { regex: new RegExp(expand(template, classes), 'gd'), classes }
}

function expand(template: string, classes: Map<string, string>): string {
  const source = template.replace(ITEM, (item: string, group?: string, name?: string, part?: string) => {
    if (name && !/^\d/.test(name)) return expandClass(group, name, classes)
    if (part) return expand(PARTS[part]!, classes)
    return /^\p{L}/u.test(item) ? codeOfWord(item) : item
  })
  return source.replaceAll(' ', '')
}

function expandClass(group: string | undefined, name: string, classes: Map<string, string>): string {
  const set = `[${codesOfClass(name).join('')}]`
  if (!group) return set
  classes.set(group, name)
  return `(?<${group}>${set})`
}

/** A place where a pattern fits, with its named groups as words. */
export interface Match {
  /** First token and the one after the last. */
  readonly from: number
  readonly to: number
  readonly coded: CodedText
  /** The words a group caught, lower case, one space between them; empty when it caught none. */
  words(group: string): string
  /** The lexicon's value of a captured group (`{month:month}` on "Feb." gives "2"), else the word itself. */
  value(group: string): string | undefined
  /** The value of a captured group as a whole number, from the lexicon or from its digits. */
  number(group: string): number
  has(group: string): boolean
}

/** Finds every place where a pattern matches, left to right, without overlaps. Empty matches are skipped. */
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

/** One kind of wording. */
export interface Recogniser {
  /** Permanent name, as `date/month-day`. */
  readonly rule: string
  readonly pattern: Pattern
  /** Reads the match; nothing when the words are no date after all (February 31). */
  readonly read: (match: Match) => Resolve | undefined
}

/** Makes a recogniser of a rule name, a template and a reader. */
export function recognise(rule: string, template: string, read: Recogniser['read']): Recogniser {
  return { rule: `date/${rule}`, pattern: compilePattern(template), read }
}

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
 * The number that count words mean: "12", "twenty-four", "a hundred", "2 1/2", "a couple of", "half a".
 *
 * @param words lower-case tokens joined by spaces
 * @returns the number; undefined for "several", "a few", "many"
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
