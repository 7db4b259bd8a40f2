import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isEnded, wordsOf } from '../../../text/lines.ts'

/** "Ada Vale Science correspondent": the role is the words in lower case and the word before them. */
const UNPARTED =
  /^(?<name>\p{Lu}\S{1,30}(?: \p{Lu}\S{1,30}){1,2}?) (?<role>(?:\p{Lu}[\p{L}-]{1,20} )?(?:\p{Ll}[\p{L}-]{1,20} ){0,2}\p{Ll}{4,20})$/u
/** A line of more words is no byline. */
const LONGEST = 20

/** Contents of a byline: people, agencies, papers. */
export interface Byline {
  readonly authors: string[]
  readonly credits: string[]
}

/**
 * Reads a line such as "By Ada Vale and Femi Okafor, Staff Writers" or "by Reuters".
 *
 * @returns undefined when the line is not a byline: "By Friday the water had gone."
 */
export function readByline(text: string, pack: Boilerplate): Byline | undefined {
  if (wordsOf(text).length > LONGEST) return undefined
  const opener = pack.bylineOpener.exec(text) ?? pack.people.gluedOpener.exec(text)
  if (!opener) return readNameAndRole(text, pack) ?? readPlacedNames(text, pack)
  const rest = text.slice(opener[0].length).replace(pack.people.bylineEnds, '').replace(pack.people.bylinePlaces, '')
  const [first, ...roles] = rest.split(', ')
  const isNameAndRole = pack.isPersonName(first!) && roles.length > 0 && roles.every(pack.hasRole) && !isEnded(rest)
  const isNames = pack.isTitleCase(rest) && (!isEnded(rest) || /\.{3}|\p{Lu}\.$/u.test(rest))
  if (!isNameAndRole && !pack.isAgency(rest) && !isNames) return undefined
  const names = pack.splitNames(rest).flatMap((name) => splitAgency(dropPost(name, pack), pack))
  const credits = names.filter((name) => pack.isAgency(name) || pack.isMediaName(name))
  const authors = names.filter((name) => !credits.includes(name) && pack.isPersonName(name) && !pack.hasRole(name))
  return authors.length + credits.length > 0 || pack.hasRole(rest) ? { authors, credits } : undefined
}

/** "Ada Vale Crime Correspondent": a section and a post behind the name. */
function dropPost(name: string, pack: Boilerplate): string {
  const words = name.split(' ')
  if (words.length < 3 || !pack.hasPost(words.at(-1)!)) return name
  const at = words.findIndex((word, index) => index >= 2 && (pack.isSection(word) || pack.hasRole(word)))
  return words.slice(at).every((word) => pack.isSection(word) || pack.hasRole(word))
    ? words.slice(0, at).join(' ')
    : name
}

/** "Ada Vale Associated Press" is a person and an agency. */
function splitAgency(name: string, pack: Boilerplate): string[] {
  const words = name.split(' ')
  const at = words.findIndex(
    (_, index) =>
      index >= 2 && pack.isAgency(words.slice(index).join(' ')) && pack.isPersonName(words.slice(0, index).join(' ')),
  )
  return at < 0 ? [name] : [words.slice(0, at).join(' '), words.slice(at).join(' ')]
}

/** "Ada Vale, crime correspondent" */
function readNameAndRole(text: string, pack: Boilerplate): Byline | undefined {
  const { name: own, role } = UNPARTED.exec(text)?.groups ?? {}
  if (own && role && pack.hasPost(role.split(' ').at(-1)!) && pack.isPersonName(own))
    return { authors: [own], credits: [] }
  const [name, ...roles] = text.split(', ')
  const isByline =
    pack.isPersonName(name!) &&
    roles.length > 0 &&
    roles.length <= 2 &&
    pack.hasRole(roles[0]!) &&
    wordsOf(text).length <= 9 &&
    !isEnded(text)
  return isByline && !pack.hasRole(name!) ? { authors: [name!], credits: roles.filter(pack.isMediaName) } : undefined
}

/** True for "Ada Vale in Northport", which is a byline only beside a time of publication. */
export function isPlacedName(text: string, pack: Boilerplate): boolean {
  const { name, place } = pack.people.placedName.exec(text)?.groups ?? {}
  return name !== undefined && pack.isPersonName(name) && pack.isTitleCase(place!) && !isEnded(text)
}

/** "Ada Vale in Northport and Femi Okafor in Estmere", "Ada Vale in Northport and agencies" */
function readPlacedNames(text: string, pack: Boilerplate): Byline | undefined {
  const parts = pack.splitNames(text)
  if (parts.length < 2) return undefined
  const isCredited = (name: string): boolean => pack.isAgency(name) || pack.people.namelessAgencies.test(name)
  const isPlaced = (part: string): boolean => isPlacedName(part, pack)
  if (!parts.some(isPlaced)) return undefined
  if (!parts.every((part) => isPlaced(part) || pack.isPersonName(part) || isCredited(part))) return undefined
  const authors = parts
    .filter((part) => !isCredited(part))
    .map((part) => pack.people.placedName.exec(part)?.groups!.name ?? part)
  return { authors, credits: parts.filter(pack.isAgency) }
}
