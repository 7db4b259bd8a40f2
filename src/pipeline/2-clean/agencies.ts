import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const people: { agencies: string[][]; roles: string[]; posts: string[]; sections: string[]; openers: string[] } = parse(
  readFileSync(new URL('./people.yml', import.meta.url), 'utf8'),
)
const AGENCIES = new Map(
  people.agencies.flatMap((names) => names.map((name) => [name.toLowerCase(), names[0]!] as const)),
)
const ROLES = new Set(people.roles)
const POSTS = new Set(people.posts)
const SECTIONS = new Set(people.sections)

/** The words that open a byline, in small letters. */
export const BYLINE_OPENERS: readonly string[] = people.openers

/** True for a name by which a news agency is credited. */
export function isAgency(name: string): boolean {
  return agencyOf(name) !== undefined
}

/** True when two names credit one agency: "AP" and "The Associated Press". */
export function isSameCredit(first: string, second: string): boolean {
  return first === second || (agencyOf(first) !== undefined && agencyOf(first) === agencyOf(second))
}

function agencyOf(name: string): string | undefined {
  const plain = name.toLowerCase()
  return AGENCIES.get(plain) ?? AGENCIES.get(plain.replace(/^the /, ''))
}

/** True when one of the words names an office or a place of work: "Staff Writer". */
export function hasRole(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => ROLES.has(word))
}

/** True when one of the words names a person's work at a paper, alone or in the plural: "Senior Reporter". */
export function hasPost(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => POSTS.has(word.replace(/s$/, '')))
}

/** True when one of the words names a section of a page: "Middle East", "Climate Change". */
export function isSection(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => SECTIONS.has(word))
}

/** The names of a list such as "Reuters, AFP, and TASS". */
export function splitNames(text: string): string[] {
  return text
    .split(/\s{0,4}[,;/|&]\s{0,4}(?:and\s{1,4})?|\s{1,4}and\s{1,4}/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** True for two to five capitalised words that can be a person's name; an acronym is in none, unless all is in capitals. */
export function isPersonName(text: string): boolean {
  if (/\p{Ll}/u.test(text) && /\b\p{Lu}{3,}\b/u.test(text)) return false
  return /^\p{Lu}[\p{L}.'’-]*(?: (?:(?:al|bin|ibn|da|de|del|der|di|dos|du|el|la|le|van|von)[ -])?\p{Lu}[\p{L}.'’-]*){1,4}$/u.test(
    text,
  )
}
