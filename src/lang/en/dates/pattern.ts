import { codeOfWord, codesOfClass } from './code.ts'

/** A compiled pattern over token codes, and the word class of each of its named groups. */
export interface Pattern {
  readonly regex: RegExp
  readonly classes: ReadonlyMap<string, string>
}

/**
 * Sub-patterns that many recognisers share, written `<name>` in a template.
 * `which` and `spoken` hold named groups and can stand in a pattern only once.
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
