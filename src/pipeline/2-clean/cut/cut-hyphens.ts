import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Cut } from '../trace/trace.ts'

/** A word that the end of a line broke, with what stands before it: a hyphen there makes it the last part of a compound. */
const BROKEN =
  /(?<before>[-‐]?)(?<![\p{L}\p{M}])(?<first>[\p{L}\p{M}]{1,30})(?<hyphen>[-‐])(?:\r\n|[\n\r])[ \t]{0,20}(?<second>\p{Ll}[\p{L}\p{M}]{0,30})/gu
const WORD = /[\p{L}\p{M}]{1,40}(?:[-‐][\p{L}\p{M}]{1,40}){0,5}/gu

/**
 * Finds the hyphens that only the end of a line put into a word: "minis-" above "ter". The word without its hyphen must
 * stand elsewhere in the text or be known to the language; true hyphens stay.
 *
 * @param text the seed's decoded text
 * @param pack without one only the words of the text are known
 */
export function cutHyphens(text: string, pack: Boilerplate | undefined): Cut[] {
  const broken = [...text.matchAll(BROKEN)]
  if (broken.length === 0) return []
  const words = new Set(text.toLowerCase().match(WORD))
  return broken.flatMap(({ index, groups }) => {
    const { before, first, second } = groups!
    if (before !== '' || !isOneWord(first!.toLowerCase(), second!, words, pack)) return []
    const start = index + first!.length
    return [{ start, end: start + 1, kind: 'markup', rule: 'boilerplate/hyphen', isGlue: true }]
  })
}

function isOneWord(first: string, second: string, words: ReadonlySet<string>, pack: Boilerplate | undefined): boolean {
  if (words.has(`${first}${second}`)) return true
  if (!pack || words.has(`${first}-${second}`) || pack.wording.halves.has(first)) return false
  return pack.isWord(`${first}${second}`)
}
