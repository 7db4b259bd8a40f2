import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { cleanText } from './csl.ts'
import type { CslName } from './csl.ts'

const lists: { organisation: string[]; particle: string[]; suffix: string[] } = parse(
  readFileSync(new URL('./name-words.yml', import.meta.url), 'utf8'),
)
const ORGANISATION = new Set(lists.organisation)
const PARTICLE = new Set(lists.particle)
const SUFFIX = new Set(lists.suffix)

/**
 * Reads an author as printed. The last word is the family name, with the particles before it and a suffix (Jr., III)
 * behind it; one word, or a line with a word that only organisations have, stays whole.
 */
export function parseName(printed: string): CslName {
  const name = cleanText(printed)
  const words = name.split(' ')
  const isOrganisation =
    words.length === 1 || words.some((word) => ORGANISATION.has(word.toLowerCase().replace(/,$/, '')))
  if (isOrganisation) return { literal: name.replace(/ ?, ?/g, ' · ') }
  const parts = name.split(/ ?, ?/)
  const [family = '', given = '', ...rest] = parts.filter((part) => !SUFFIX.has(part))
  const suffix = parts.find((part) => SUFFIX.has(part))
  if (given && rest.length === 0) return personOf(family, given, suffix)
  return splitWords(name.replace(/,/g, ' ').split(' ').filter(Boolean))
}

function splitWords(words: readonly string[]): CslName {
  const end = words.length > 2 && SUFFIX.has(words.at(-1)!) ? words.length - 1 : words.length
  let start = end - 1
  while (start > 1 && PARTICLE.has(words[start - 1]!)) start -= 1
  return personOf(words.slice(start, end).join(' '), words.slice(0, start).join(' '), words[end])
}

function personOf(family: string, given: string, suffix: string | undefined): CslName {
  return suffix === undefined ? { family, given } : { family, given, suffix }
}
