import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { rememberWords } from '../../../text/tokens.ts'
import { keyPhrase } from '../../words.ts'

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

const common: string[][] = parse(readFileSync(new URL('./common-words.yml', import.meta.url), 'utf8'))

/** Stems of the words of `common-words.yml`, which show nothing by standing in two texts. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(common.flat().map((word) => stemWord(keyPhrase(word))))
