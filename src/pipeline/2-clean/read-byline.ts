import { BYLINE_OPENERS, hasPost, hasRole, isAgency, isPersonName, splitNames } from './agencies.ts'
import { isEnded, isMediaName, isTitleCase, wordsOf } from './wording.ts'

const OPENER = new RegExp(`^(?:${BYLINE_OPENERS.join('|')})\\s*:?\\s+`, 'iu')
/** "byAda Vale": the page had a space of its own style between the two. */
const GLUED_OPENER = /^[Bb]y(?=\p{Lu}\p{Ll})/u

const PLACED = /^(\p{Lu}[^,]{3,60}) in (\p{Lu}[^,]{1,40})$/u

/** What a byline says: people, agencies, papers. */
export interface Byline {
  readonly authors: string[]
  readonly credits: string[]
}

/**
 * Reads a line such as "By Ada Vale and Femi Okafor, Staff Writers" or "by Reuters".
 *
 * @returns undefined when the line is not a byline: "By Friday the water had gone."
 */
export function readByline(text: string): Byline | undefined {
  if (wordsOf(text).length > 20) return undefined
  const opener = OPENER.exec(text) ?? GLUED_OPENER.exec(text)
  if (!opener) return readNameAndRole(text) ?? readPlacedNames(text)
  const rest = text
    .slice(opener[0].length)
    .replace(/\s(?:published|updated|posted)$/iu, '')
    .replace(/\s{1,4}(?:[Ii]n|IN|[Ff]or|FOR|[Aa]t|AT|[Ff]rom|FROM)\s{1,4}\p{Lu}[^,|]{0,60}/u, '')
  const [first, ...roles] = rest.split(', ')
  const isNameAndRole = isPersonName(first!) && roles.length > 0 && roles.every(hasRole) && !isEnded(rest)
  if (!isNameAndRole && !isAgency(rest) && (!isTitleCase(rest) || (isEnded(rest) && !/\.{3}|\p{Lu}\.$/u.test(rest))))
    return undefined
  const names = splitNames(rest).flatMap(splitAgency)
  const credits = names.filter((name) => isAgency(name) || isMediaName(name))
  const authors = names.filter((name) => !credits.includes(name) && isPersonName(name) && !hasRole(name))
  return authors.length + credits.length > 0 || hasRole(rest) ? { authors, credits } : undefined
}

/** "Ada Vale Associated Press" is a person and an agency. */
function splitAgency(name: string): string[] {
  const words = name.split(' ')
  const at = words.findIndex(
    (_, index) => index >= 2 && isAgency(words.slice(index).join(' ')) && isPersonName(words.slice(0, index).join(' ')),
  )
  return at < 0 ? [name] : [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

/** "Ada Vale Science correspondent": the role is what stands in small letters, with the word above it. */
const UNPARTED =
  /^(?<name>\p{Lu}\S{1,30}(?: \p{Lu}\S{1,30}){1,2}?) (?<role>(?:\p{Lu}[\p{L}-]{1,20} )?(?:\p{Ll}[\p{L}-]{1,20} ){0,2}\p{Ll}{4,20})$/u

/** "Ada Vale, crime correspondent" */
function readNameAndRole(text: string): Byline | undefined {
  const { name: own, role } = UNPARTED.exec(text)?.groups ?? {}
  if (own && role && hasPost(role.split(' ').at(-1)!) && isPersonName(own)) return { authors: [own], credits: [] }
  const [name, ...roles] = text.split(', ')
  const isByline =
    isPersonName(name!) &&
    roles.length > 0 &&
    roles.length <= 2 &&
    hasRole(roles[0]!) &&
    wordsOf(text).length <= 9 &&
    !isEnded(text)
  return isByline && !hasRole(name!) ? { authors: [name!], credits: roles.filter(isMediaName) } : undefined
}

/** True for "Ada Vale in Northport", which is a byline only beside a time of publication. */
export function isPlacedName(text: string): boolean {
  const [, name, place] = PLACED.exec(text) ?? []
  return name !== undefined && isPersonName(name) && isTitleCase(place!) && !isEnded(text)
}

/** "Ada Vale in Northport and Femi Okafor in Estmere", "Ada Vale in Northport and agencies" */
function readPlacedNames(text: string): Byline | undefined {
  if (!text.includes(' in ')) return undefined
  const parts = splitNames(text)
  const placed = parts.filter(isPlacedName)
  const isByline = parts.every((part) => isPlacedName(part) || isPersonName(part) || isCredited(part))
  if (placed.length === 0 || parts.length < 2 || !isByline) return undefined
  const authors = parts.filter((part) => !isCredited(part)).map((part) => PLACED.exec(part)?.[1] ?? part)
  return { authors, credits: parts.filter(isAgency) }
}

const isCredited = (name: string): boolean => isAgency(name) || /^(?:news )?agencies$/iu.test(name)
