import type { Token } from '../../../text/tokens.ts'
import { rememberWords, tokenise } from '../../../text/tokens.ts'
import { ABBREVIATED, BEFORE_NAMES, CAPITALISED, DATE_WORD_CLASSES } from './lexicon.ts'

/**
 * Shapes of digits; a token of digits belongs to each shape that fits. The counts are bounded, so every test is
 * linear.
 */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['dayNumber', /^(?:0?[1-9]|[12]\d|3[01])$/],
  ['monthNumber', /^(?:0?[1-9]|1[0-2])$/],
  ['hour', /^(?:[01]?\d|2[0-4])$/],
  ['sixty', /^[0-5]\d$/],
  ['year', /^(?:1[0-9]\d\d|20\d\d)$/],
  ['modernYear', /^(?:1[89]\d\d|20[0-4]\d)$/],
  ['twoDigits', /^\d\d$/],
  ['decade', /^(?:1[5-9]|20)\d0$/],
  ['tens', /^[1-9]0$/],
  ['clock24', /^(?:[01]\d|2[0-3])[0-5]\d$/],
  ['dottedClock', /^(?:[01]?\d|2[0-3])\.[0-5]\d$/],
  ['dottedIso', /^(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\.(?:[0-2]\d|3[01])$/],
  ['dottedDate', /^\d{1,2}\.\d{1,2}\.(?:\d\d|\d{4})$/],
  ['number', /^\d/],
])

/** One number for each set of shapes that digits can have, so that every code is known before any text is read. */
export const SAMPLES: readonly string[] =
  '0 00 000 0000 1 01 10 13 20 25 30 32 40 60 61 1000 1060 2050 2060 1800 1870 1861 1801 00.00 0.0.17 2000.01.00'.split(
    ' ',
  )

/** The shapes that a token of digits fits, in a fixed order. */
export function shapesOf(text: string): string[] {
  return [...SHAPES].filter(([, shape]) => shape.test(text)).map(([name]) => name)
}

/** Whether a pattern may ask for this shape. */
function isShape(name: string): boolean {
  return SHAPES.has(name)
}

/**
 * Each word that a pattern can match has a code of one character, so that a passage becomes a short string for
 * ordinary regular expressions: one character per token. Codes are from the private use area and are assigned when
 * the patterns are compiled, before any text is read.
 */
const codes = new Map<string, string>()

/** Unknown words, by their form. */
const OTHER = codeOfWord('<other>')
const NAME = codeOfWord('<name>')
const ENDS_IN_ED = codeOfWord('<ed>')
const ENDS_IN_S = codeOfWord('<s>')
/** "may" in small letters is the verb, not the month. */
const MODAL = codeOfWord('<modal>')

/** Classes of words in -ed that are not past tense. */
const NOT_PAST = ['wordsNotPast', 'ahead', 'future']
/** Listed words that are past tense nevertheless. */
const PAST_FORMS = [...DATE_WORD_CLASSES.values()].flatMap((words) => [...words.keys()].filter(isPastForm))

/** Listed words that look like plurals. */
const PLURALS = [...DATE_WORD_CLASSES.values()].flatMap((words) => [...words.keys()].filter(isPlural))

/** Codes of numbers met before; digits are coded by the set of shapes they fit. */
const numberCodes = new Map<string, string>()

/** The code of a literal word (lower case); the same word always has the same code. */
export function codeOfWord(word: string): string {
  let code = codes.get(word)
  if (!code) {
    code = String.fromCharCode(0xe000 + codes.size)
    codes.set(word, code)
  }
  return code
}

/** Every code of a class: its words, or the digits of its shape. */
export function codesOfClass(name: string): string[] {
  if (name === 'name') return [NAME]
  if (name === 'modal') return [MODAL]
  if (name === 'ed') return [ENDS_IN_ED, ...PAST_FORMS.map(codeOfWord)]
  if (name === 'plural') return [ENDS_IN_S, ...PLURALS.map(codeOfWord), ...codesOfClass('pluralNoun')]
  if (isShape(name)) return SAMPLES.filter((sample) => shapesOf(sample).includes(name)).map(codeOfNumber)
  const words = DATE_WORD_CLASSES.get(name)
  if (!words) throw new Error(`No word class {${name}} in lexicon.yml`)
  return [...words.keys()].map(codeOfWord)
}

/** A passage as tokens and as codes, one code a token. */
export interface CodedText {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly codes: string
}

/** Tokenises a text and codes it; a full stop that belongs to an abbreviation is part of its token. */
export function codeText(text: string): CodedText {
  const tokens = joinAbbreviations(tokenise(text)).flatMap(splitGlued)
  let coded = ''
  for (const token of tokens) coded += codeOfToken(token.text)
  return { text, tokens, codes: coded }
}

/** Whether an abbreviation's full stop is part of its token. */
export function hasStop(token: Token): boolean {
  return token.end - token.start > token.text.length
}

function joinAbbreviations(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  tokens.forEach((token, at) => {
    const last = joined.at(-1)
    if (token.text === '.' && last?.end === token.start && ownsStop(last.text, tokens[at + 1]))
      joined[joined.length - 1] = { text: last.text, start: last.start, end: token.end }
    else joined.push(token)
  })
  return joined
}

/** "Feb. 3", "Gen. Vale", "vs. Vale", but not "said no.": listed short forms. "Salem, Ore., fell": no sentence ends before a comma or a small letter. */
function ownsStop(word: string, next: Token | undefined): boolean {
  const lower = word.toLowerCase()
  if (ABBREVIATED.has(lower) || (BEFORE_NAMES.has(lower) && !(word === lower && VOWEL.test(word)))) return true
  return WORD.test(word) && next !== undefined && MIDDLE.test(next.text)
}

const WORD = /^\p{L}{2,}$/u
const VOWEL = /[aeiou]/
const MIDDLE = /^[,\p{Ll}]/u

const MONTHS = [...DATE_WORD_CLASSES.get('month')!.keys()].join('|')
const DAY_AND_YEAR = /^(\d{1,2})(,)((?:1\d|20)\d\d)$/
const WORD_AND_NUMBER = new RegExp(`^(?:(${MONTHS}|fy)(\\d{4})|(fy)(\\d\\d)|(${MONTHS})(\\d{1,2}))$`, 'i')

/** "May 17,2017", "17May2017", "May17, 2017", "FY2017": what a missing space glued together are tokens of their own. */
function splitGlued(token: Token, at: number, tokens: readonly Token[]): Token | Token[] {
  if (!isDigit(token.text, token.text.length - 1)) return token
  const isDay = token.text.includes(',') && /^\p{L}/u.test(tokens[at - 1]?.text ?? '')
  const parts = (isDay ? DAY_AND_YEAR : WORD_AND_NUMBER).exec(token.text)?.slice(1).filter(Boolean)
  if (
    !parts ||
    (parts[1]!.length < 3 && parts.length === 2 && !/^fy$/i.test(parts[0]!) && !isYearAhead(tokens, at + 1))
  )
    return token
  let { start } = token
  return parts.map((text) => ({ text, start, end: (start += text.length) }))
}

function isYearAhead(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]?.text === ',' ? at + 1 : at
  return /^(?:1\d|20)\d\d$/.test(tokens[next]?.text ?? '')
}

const isDigit = (text: string, at: number): boolean => {
  const letter = text.charCodeAt(at)
  return letter >= 48 && letter <= 57
}

const codeOfToken = (text: string): string => (isDigit(text, 0) ? codeOfNumber(text) : codeOfForm(text))

/** Each word of a text is asked for, once all patterns are compiled. */
const codeOfForm = rememberWords((text) => {
  const lower = text.toLowerCase()
  const isCapital = lower !== text && text[0] !== lower[0]
  const code = codes.get(lower)
  if (code && (isCapital || !CAPITALISED.has(lower))) return code
  if (isCapital) return NAME
  if (lower === 'may') return MODAL
  if (isPastForm(lower)) return ENDS_IN_ED
  return isPlural(lower) ? ENDS_IN_S : OTHER
})

function isPlural(lower: string): boolean {
  return lower.length > 3 && /[^isu]s$/.test(lower)
}

/** Whether a word looks like a past tense and no list says otherwise. */
function isPastForm(lower: string): boolean {
  return lower.length > 3 && lower.endsWith('ed') && !NOT_PAST.some((name) => DATE_WORD_CLASSES.get(name)!.has(lower))
}

function codeOfNumber(text: string): string {
  const known = numberCodes.get(text)
  if (known) return known
  const code = codeOfWord(`<${shapesOf(text).join(' ')}>`)
  // Only short numbers repeat; long ones would fill the memory of a long run.
  if (text.length <= 4) numberCodes.set(text, code)
  return code
}
