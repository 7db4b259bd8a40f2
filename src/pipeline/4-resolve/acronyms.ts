import { foldName } from '../../text/characters.ts'

const LINKS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'de', 'du', 'des', 'la', '&'])

/** Whether a printed name is an acronym: capitals, two at least. */
export function isPrintedAcronym(words: string): boolean {
  return /^(?:\p{Lu}[.&]?){2,9}$/u.test(words)
}

/** Initials of a name of two words or more, with and without its small words, in small letters; an acronym in it counts whole. */
export function initialsOfName(name: string): string[] {
  const words = foldName(name).split(' ')
  if (words.length < 2) return []
  const acronyms = new Set(name.split(/[ -]/).filter(isPrintedAcronym).map(foldName))
  const full = words.filter((word) => !LINKS.has(word))
  return [...new Set([words, full].map((list) => list.map((word) => (acronyms.has(word) ? word : word[0])).join('')))]
}

/** Whether the acronym is made of the initials of the name's words. */
export function isInitialsOf(acronym: string, name: string): boolean {
  return initialsOfName(name).includes(foldName(acronym))
}

/** Whether a name ends in the initials of another that begins like it, one initial fewer at most: "Vale NPA" for "Vale National Pilots' Association". */
export function isPartlyInitialsOf(short: string, name: string): boolean {
  const words = short.split(' ')
  const begin = words.slice(0, -1).join(' ')
  const acronym = words.at(-1)!
  if (words.length < 2 || acronym.length < 3 || !isPrintedAcronym(acronym) || !name.startsWith(`${begin} `))
    return false
  return initialsOfName(name.slice(begin.length + 1)).some(
    (initials) => initials.startsWith(foldName(acronym)) && initials.length <= acronym.length + 1,
  )
}
