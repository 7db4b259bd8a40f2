import { readData } from '../../../text/read-data.ts'
import { rememberWords } from '../../../text/tokens.ts'
import { keyPhrase } from '../../words.ts'

/** Form of a verb. `past` is also the participle. */
export type VerbForm = 'base' | 'present' | 'past' | 'ing'

/** A verb's lemma and form. */
export interface Verb {
  readonly lemma: string
  readonly form: VerbForm
}

const VOWEL = 'aeiou'

/**
 * Index from each form of the given verbs to its lemma.
 *
 * @param verbs lemma to its irregular pasts, separated by spaces (`show: showed shown`), or null for a regular one;
 *   a past that doubles the last letter (`admit: admitted`) doubles it in the -ing form too
 * @returns forms in lower case; a form that two lemmas share belongs to the first
 */
export function indexVerbForms(verbs: Readonly<Record<string, string | null>>): ReadonlyMap<string, Verb> {
  const index = new Map<string, Verb>()
  const add = (word: string, lemma: string, form: VerbForm) => {
    if (!index.has(word)) index.set(word, { lemma, form })
  }
  for (const [lemma, irregular] of Object.entries(verbs)) {
    const pasts = irregular?.split(' ') ?? [regularPast(lemma)]
    for (const past of pasts) add(past, lemma, 'past')
    add(lemma, lemma, 'base')
    add(thirdPerson(lemma), lemma, 'present')
    add(participle(lemma, pasts[0]!), lemma, 'ing')
  }
  return index
}

const endsInConsonantY = (lemma: string) => /[^aeiou]y$/.test(lemma)

function thirdPerson(lemma: string): string {
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

function regularPast(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`
  return `${withLastDoubled(lemma)}ed`
}

function participle(lemma: string, past: string): string {
  if (past === `${lemma}${lemma.at(-1)}ed`) return `${lemma}${lemma.at(-1)}ing`
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`
  return `${withLastDoubled(lemma)}ing`
}

/** One vowel between single consonants at the end of a word of one syllable doubles the last letter: "slam", "slammed". */
function withLastDoubled(lemma: string): string {
  const [before, vowel, last] = [lemma.at(-3), lemma.at(-2)!, lemma.at(-1)!]
  const isShort = [...lemma].filter((letter) => VOWEL.includes(letter)).length === 1
  const doubles = isShort && VOWEL.includes(vowel) && !`${VOWEL}wxy`.includes(last) && before !== undefined
  return doubles ? `${lemma}${last}` : lemma
}

/**
 * Strips the common endings of English nouns and verbs, so that "meeting", "meetings" and "meets" meet in one stem.
 * Weaker than Porter (1980) on purpose: it takes off one inflection, never a derivation ("govern" and "government" stay apart).
 *
 * @param word one lower-case word, as in `Word.key`
 * @returns a key for comparing, not a word
 */
export const stemWord: (word: string) => string = rememberWords((word) => {
  const base = stripEnding(stripPlural(word))
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base
})

function stripPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:x|z|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

function stripEnding(word: string): string {
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`
  const stem = /ed$/.test(word) ? word.slice(0, -2) : /ing$/.test(word) ? word.slice(0, -3) : word
  if (stem === word || stem.length < 3 || !/[aeiouy]/.test(stem)) return word
  return /([b-df-hj-km-npq-rtv-x])\1$/.test(stem) ? stem.slice(0, -1) : stem
}

const { common, openers, reporting }: { common: string[][]; openers: string[]; reporting: string[] } = readData(
  './common-words.yml',
  import.meta.url,
)

/** Stems of words which show nothing by standing in two texts. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(common.flat().map((word) => stemWord(keyPhrase(word))))

/** Words that begin a new clause. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(openers)

/** Stems of words that attribute speech in any report. */
export const REPORTING_STEMS: ReadonlySet<string> = new Set(reporting.map(stemWord))

/** Whether a token is the ending of a possessive, which the tokeniser parts from its word: "’s", or "’" behind a plural. */
export const isPossessive = (token: string): boolean => /^['’]s?$/u.test(token)
