import { hasRole } from './agencies.ts'
import { aside, decideOpen, type Block, type Draft } from './block.ts'
import { wordsOf } from './wording.ts'

/** Sets aside the lines that present an author of the byline: the name alone, "Ada Vale is a reporter in Northport." */
export function setAsideAuthorNotes(draft: Draft): Draft {
  const authors = draft.metadata.authors?.value ?? []
  return decideOpen(draft, ({ text }, index, blocks) =>
    authors.some(
      (author) => presents(text, author) || isBelowName(text, author, blocks.slice(Math.max(0, index - 2), index)),
    )
      ? aside('credit', 'clean/author-note')
      : undefined,
  )
}

/** "Ada joined the Gazette in 2017." below a line with nothing but her name. */
function isBelowName(text: string, author: string, above: readonly Block[]): boolean {
  const name = [author, author.split(' ')[0]!, author.split(' ').at(-1)!].find((one) =>
    text.toLowerCase().startsWith(`${one.toLowerCase()} `),
  )
  const told = name ? text.slice(name.length + 1) : text.replace(/^(?:She|He) /u, '')
  const isTold =
    told !== text && /^(?:is|was|has|holds|joined|studied|graduated|worked|writes|lives|covers)\b/u.test(told)
  return isTold && above.some((block) => block.text.toLowerCase() === author.toLowerCase())
}

function presents(text: string, author: string): boolean {
  const plain = text.toLowerCase()
  const name = author.toLowerCase()
  if (plain === name || (plain.startsWith(name) && /^ ?[|–—-] ?[\p{L} ]{3,40}$/u.test(plain.slice(name.length))))
    return true
  if (plain.startsWith(`${name} can be reached `) && wordsOf(text).length <= 20) return true
  const isNamed = plain.startsWith(name) || plain.startsWith(`${name.split(' ')[0]} `)
  return (
    isNamed &&
    wordsOf(text).length <= 45 &&
    / (?:is (?:an?|our|the)|covers|reports on|writes about) /.test(text.slice(0, author.length + 20)) &&
    (hasRole(text.slice(0, 160)) || / (?:covers|reports on|writes about) /.test(text))
  )
}
