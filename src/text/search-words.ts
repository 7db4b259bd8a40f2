import { stemmer } from 'stemmer'
import { ARTICLE, JOINED, LETTERS, SIGNS } from './search-letters.ts'
import { rememberWords } from './tokens.ts'

/**
 * A word of a text as searches compare it. Index and browser read words with this same function, so that the places
 * the index gives are those of the text.
 */
export interface SearchWord {
  /** In lower case, in plain letters, without marks: "Łódź’s" as "lodz". */
  readonly form: string
  /** Range in the text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

const LONGEST_WORD = 64
const escape = (text: string) => text.replace(/[$.]/g, '\\$&')
const SIGN = `[${Object.keys(SIGNS).map(escape).join('')}]`
const JOIN = Object.keys(JOINED)
  .map((words) => words.replace(' ', '[\\s-]+'))
  .join('|')
/** A letter of a script that writes no spaces between words is a word. */
const UNSPACED =
  '(?=[\\p{L}\\p{N}])[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}]'
const LETTER = `(?!${UNSPACED})[\\p{L}\\p{N}]`
const NUMBER = '(?<![\\p{L}\\p{N}])\\p{Nd}{1,3}(?:[,\\u202F]\\p{Nd}{3})+(?![\\p{L}\\p{N}])'
const INITIALS = '(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])\\.?'
const WORD = new RegExp(
  `(?<sign>${SIGN})|(?<joined>(?<![\\p{L}\\p{N}])(?:${JOIN})(?![\\p{L}\\p{N}]))|${NUMBER}|${INITIALS}` +
    `|(?:${UNSPACED})\\p{M}*|${LETTER}(?:${LETTER}|[\\p{M}'’‘ʿʾʼ＇\`])*|(?<emoji>\\p{Extended_Pictographic})`,
  'giu',
)
const MARK_ON_LETTER = /(?<=[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}\p{scx=Arab}\p{scx=Hebr}\p{N}]\p{M}*)\p{M}/gu
const APOSTROPHES = /[.,\u202F'’‘ʿʾʼ＇`]/g

/** A word in lower case and plain letters, without marks, apostrophes and a possessive "s". */
export const foldQueried: (word: string) => string = rememberWords((word) => {
  const letters = word
    .replace(/['’＇]s?$/i, '')
    .normalize('NFKD')
    .replace(MARK_ON_LETTER, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
  return [...letters]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(ARTICLE, '')
    .slice(0, LONGEST_WORD)
})

/** The words of a text in order. */
export function listWords(text: string): SearchWord[] {
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index, groups }) => {
    const form = readMatch(word, groups!)
    return form ? [{ form, start: index, end: index + word.length }] : []
  })
}

function readMatch(word: string, { sign, joined, emoji }: Readonly<Record<string, string | undefined>>): string {
  if (sign) return SIGNS[sign]!
  if (joined) return JOINED[joined.toLowerCase().replace(/[\s-]+/, ' ')]!
  return emoji ? `u${emoji.codePointAt(0)!.toString(16)}` : foldQueried(word)
}

const SIGNS_WITHIN = new RegExp(`(${SIGN})`, 'u')

/** A word without the signs that are words themselves, and these: "$3" as "$" and "3". */
export const splitSigns = (word: string): string[] => word.split(SIGNS_WITHIN).filter((part) => part !== '')

const HYPHEN = /^[-‐‑]$/

/** Words that hyphens join, each as the one word that others print: "cease-fire" as "ceasefire". */
export function joinHyphens(text: string, words: readonly SearchWord[]): SearchWord[] {
  const runs: SearchWord[][] = []
  words.forEach((word, at) => {
    const before = words[at - 1]
    if (before && HYPHEN.test(text.slice(before.end, word.start))) runs.at(-1)!.push(word)
    else runs.push([word])
  })
  return runs
    .filter((run) => run.length > 1)
    .map((run) => ({ form: run.map(({ form }) => form).join(''), start: run[0]!.start, end: run.at(-1)!.end }))
}

/** The text as folded words between spaces: two names are spelled alike when it is the same. */
export const foldText = (text: string): string =>
  listWords(text)
    .map(({ form }) => form)
    .join(' ')

/** The stem of a word's forms; only English words are stemmed (Porter, 1980). */
export function stemOf(form: string, language: string): string {
  return language.startsWith('en') ? stemEnglish(form) : form
}

const stemEnglish = rememberWords((form) => (/^[a-z]{3,}$/.test(form) ? stemmer(form) : form))

/** Ends a word in the index. A letter, so that the engine keeps it, of no word that people write. */
const END = 'ˑ'

/**
 * A word as the index stores it: its stem, then the rest of the form. The engine matches prefixes, so the same index
 * answers for a form, for a stem and for a beginning.
 */
export function indexKey(form: string, language: string): string {
  const stem = stemOf(form, language)
  return `${stem}${END}${form.startsWith(stem) ? form.slice(stem.length) : form}${END}`
}

/** The key that matches every form of a word. */
export const stemKey = (form: string, language: string): string => stemOf(form, language) + END

/** The longest ending that a stem lacks of the beginnings that people type. */
const LONGEST_ENDING = 7
const SHORTEST_STEM = 3

/**
 * The keys that match words with a prefix. A prefix may be longer than the stem of its words, and English stems may
 * end in a letter that their words do not have: "negotiati", "hopin" of "hope", "carryi" of "carri".
 */
export function beginningKeys(beginning: string, language: string): string[] {
  if (!language.startsWith('en')) return [beginning]
  const ends = Array.from({ length: LONGEST_ENDING }, (_, step) => beginning.length - step)
  const past = ends
    .filter((end) => end >= SHORTEST_STEM)
    .flatMap((end) => {
      const stem = beginning.slice(0, end)
      return [`${stem}${END}${beginning.slice(end)}`, `${stem}e${END}${beginning}`, `${stem}i${END}${beginning}`]
    })
  return [beginning, ...past]
}

/** The index word for mentions of an entity, whatever their words. */
export const entityKey = (id: string): string => `${END}e${id}${END}`

/**
 * The index keys of a day or month, and the key to look it up by.
 *
 * @param date `2017-02-13`, `2017-02`, or `--02-13` for a day of any year
 */
export function dateKeys(date: string): { readonly held: readonly string[]; readonly asked: string } {
  const digits = date.replaceAll('-', '')
  if (date.startsWith('--')) return { held: [], asked: `${END}m${digits}${END}` }
  const isDay = digits.length === 8
  const held = `${END}d${digits}${END}`
  return { held: isDay ? [held, `${END}m${digits.slice(4)}${END}`] : [held], asked: isDay ? held : `${END}d${digits}` }
}

/** Separates texts that are not adjacent, so that no phrase matches across it. */
const GAP = END + END

/** Facts of a passage that are indexed with its words. */
export interface PassageFacts {
  readonly text: string
  /** Ids of the entities that it names. */
  readonly entities?: readonly string[]
  /** Days and months that it means. */
  readonly dates?: readonly string[]
}

/**
 * A passage as the index stores it: its words in order, then its facts.
 *
 * @param words the words of its text, if they are read already
 */
export function listKeys(
  { text, entities = [], dates = [] }: PassageFacts,
  language: string,
  words: readonly SearchWord[] = listWords(text),
): string[] {
  return [
    ...words.map(({ form }) => indexKey(form, language)),
    ...joinHyphens(text, words).flatMap(({ form }) => [GAP, indexKey(form, language)]),
    ...[...new Set([...entities.map(entityKey), ...dates.flatMap((date) => dateKeys(date).held)])],
  ]
}
