import { foldName } from '../../text/fold.ts'

const LINKS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'de', 'du', 'des', 'la', '&'])

/** Whether a printed name is an acronym: capitals, two at least. */
export function isAcronym(words: string): boolean {
  return /^(?:\p{Lu}\.?){2,9}$/u.test(words)
}

/** Initials of a name of two words or more, with and without its small words, in small letters. */
export function initialsOf(name: string): string[] {
  const words = foldName(name).split(' ')
  if (words.length < 2) return []
  const full = words.filter((word) => !LINKS.has(word))
  return [...new Set([words, full].map((list) => list.map((word) => word[0]).join('')))]
}

/** Whether the acronym is made of the initials of the name's words. */
export function isInitialsOf(acronym: string, name: string): boolean {
  return initialsOf(name).includes(foldName(acronym))
}
