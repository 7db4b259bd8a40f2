import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { cleanText } from './clean-text.ts'
import type { CslName } from './csl.ts'

const lists: { organisation: string[]; particle: string[]; suffix: string[] } = parse(readFileSync(new URL('./name-words.yml', import.meta.url), 'utf8'))
const ORGANISATION = new Set(lists.organisation)
const PARTICLE = new Set(lists.particle)
const SUFFIX = new Set(lists.suffix)

/**
 * Reads an author as printed. The last word is the family name, with the particles before it; one word, or a line with
 * a word that only organisations have, stays whole.
 */
export function parseName(printed: string): CslName {
  const name = cleanText(printed)
  const words = name.split(' ')
  const isOrganisation = words.length === 1 || words.some((word) => ORGANISATION.has(word.toLowerCase().replace(/,$/, '')))
  if (isOrganisation) return { literal: name.replace(/ ?, ?/g, ' · ') }
  const [family = '', given = '', ...rest] = name.split(/ ?, ?/)
  if (given && rest.length === 0 && !SUFFIX.has(given)) return { family, given }
  return splitWords(name.replace(/,/g, ' ').split(/ +/).filter(Boolean))
}

function splitWords(words: readonly string[]): CslName {
  const suffix = words.length > 2 && SUFFIX.has(words.at(-1)!) ? 1 : 0
  let start = words.length - 1 - suffix
  while (start > 1 && PARTICLE.has(words[start - 1]!)) start -= 1
  const given = [...words.slice(0, start), ...words.slice(words.length - suffix)]
  return { family: words.slice(start, words.length - suffix).join(' '), given: given.join(' ') }
}
