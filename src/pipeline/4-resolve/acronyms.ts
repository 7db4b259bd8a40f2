import { foldName } from '../../text/fold.ts'

const LINKS = new Set(['of', 'the', 'for', 'and', 'on', 'in', 'to', 'de', 'du', 'des', 'la', '&'])

/** Whether a printed name is an acronym: capitals, two at least. */
export function isAcronym(words: string): boolean {
  return /^(?:\p{Lu}\.?){2,9}$/u.test(words)
}

/** Whether the acronym is made of the initials of the name's words, with or without its small words. */
export function isInitialsOf(acronym: string, name: string): boolean {
  const letters = foldName(acronym)
  const words = foldName(name).split(' ')
  if (words.length < 2) return false
  const full = words.filter((word) => !LINKS.has(word))
  return [words, full].some((list) => list.map((word) => word[0]).join('') === letters)
}
