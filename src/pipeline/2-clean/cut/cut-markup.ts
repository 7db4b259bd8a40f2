import { readFileSync } from 'node:fs'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { parse } from 'yaml'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Cut } from '../trace/trace.ts'

interface MarkupRule {
  rule: string
  kind: string
  isGlue: boolean
  patterns: string[]
}

const rules: MarkupRule[] = parse(readFileSync(new URL('./markup.yml', import.meta.url), 'utf8'))
const RULES = rules.map(({ patterns, ...rest }) => ({
  ...rest,
  pattern: new RegExp(patterns.join('|'), 'giu'),
}))

/**
 * Finds what is markup and not words: tags, comments, shortcodes, entities that stand for a space, invisible characters.
 *
 * @param text the seed's decoded text
 * @param known cuts made before, as by Markdown
 * @returns all cuts, in order and apart from each other: where two overlap, the one that begins first stays
 */
export function cutMarkup(text: string, known: readonly Cut[]): Cut[] {
  const found = RULES.flatMap(({ rule, kind, isGlue, pattern }) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
      kind,
      rule,
      isGlue,
    })),
  )
  const cuts: Cut[] = []
  for (const cut of [...known, ...cutEntities(text), ...found].sort((a, b) => a.start - b.start)) {
    if (cut.start >= (cuts.at(-1)?.end ?? 0)) cuts.push(cut)
  }
  return cuts
}

/** What follows the "&"; a page that was encoded twice has "&amp;#8217;". */
const ENTITY = /(?<=&)(?:amp;)?(?:(?<name>[a-z]{2,31}\d{0,2})|#(?<decimal>\d{2,5})|#x(?<hexadecimal>[\da-f]{2,4}));/giu
/** A number may stand for a character that is seen, and for nothing that directs the writing or ends a line. */
const SEEN = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u

/** Finds the characters that are written as entities. The "&" of each stays and is shown as the character, the rest is cut. */
export function cutEntities(text: string): Cut[] {
  return [...text.matchAll(ENTITY)].flatMap(({ 0: words, index, groups }) => {
    const { name, decimal, hexadecimal } = groups!
    const stands = name
      ? decodeNamedCharacterReference(name) || undefined
      : String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16))
    if (stands?.length !== 1 || !SEEN.test(stands)) return []
    return [
      { start: index, end: index + words.length, kind: 'markup', rule: 'boilerplate/entity', isGlue: true, stands },
    ]
  })
}

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
