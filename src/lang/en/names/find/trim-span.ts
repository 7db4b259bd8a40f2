import type { EntityKind } from '../../../../model/kind.ts'
import type { Range } from '../../../../model/passage.ts'
import { partitionPoint } from '../../../../text/partition-point.ts'
import { isAcronym, isCapitalised, type Line } from '../../../names/candidate.ts'
import { bare, isTitle, withArticle, withSecondHalf } from './name-bounds.ts'
import { isPersonNoun } from '../../roles/person-nouns.ts'
import { isPersonalName } from '../tagger/tag-names.ts'
import { CLASSES, LAST_WORDS, readWordSets } from '../lists/vocabulary.ts'

/** A run of tokens: first, and after the last. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

const PERSONAL = readWordSets('persons', 'personal').personal
const OFFICES = readWordSets('persons', 'offices').offices
const BENCHES = readWordSets('persons', 'benches').benches
const RANKS = readWordSets('persons', 'ranks').ranks
const ARTICLED = readWordSets('places', 'articled').articled
const TRIMMED = /^(?:['’"“”«»‘(),.;:–—―-]|['’]s)$/

/** The tokens of a tagged name without titles, determiners and marks around it, with an Arabic article; nothing when no name is left. */
export function trimSpan(line: Line, name: Range, kind: EntityKind): TokenRange | undefined {
  let from = tokenAt(line, name.start)
  let to = from
  while (to < line.tokens.length && line.tokens[to]!.start < name.end) to += 1
  to = trimEnd(line, from, to)
  if (from < to && isRank(line, from, to)) return undefined
  if (kind === 'organisation') to = trimOffice(line, from, to)
  from = skipOutside(line, from, to, kind)
  if (isAsked(line, from, to)) from += 1
  if (from >= to || !isName(line, from, to)) return undefined
  if (kind === 'place' && ARTICLED.has(line.tokens[from]!.text) && line.tokens[from - 1]?.text === 'The') from -= 1
  return { from: withArticle(line, from), to: kind === 'person' ? withSecondHalf(line, from, to) : to }
}

/** "May Vale leave?": the first word of the question is a verb. */
function isAsked({ tokens, openings }: Line, from: number, to: number): boolean {
  const end = tokens.slice(to).find(({ text }) => /^[.!?]$/.test(text))
  return to > from + 1 && openings.has(from) && tokens[from]!.text === 'May' && end?.text === '?'
}

/**
 * Start of the name after a title inside the span ("Northport Mayor Ada Vale") or after "Mrs" at its start: a name
 * tagged as a place is a person there.
 */
export function startAfterTitle(line: Line, { from, to }: TokenRange): number | undefined {
  const first = line.tokens[from + 1]?.text === '.' ? from + 2 : from + 1
  if (first < to && /^(?:Dr|Mr|Mrs|Ms)$/.test(line.tokens[from]!.text)) return first
  for (let at = to - 2; at > from + 1; at -= 1) {
    if (isTitle(line, at - 1) && line.tokens[at]!.text !== '-') return at
  }
  return undefined
}

/** Start of a person's name of two words or three behind a title, tagged as a body: "Major Ada Vale", not "General Vale Hospital". */
export function startOfTitled({ tokens }: Line, { from, to }: TokenRange): number | undefined {
  const words = tokens.slice(from, to).map(({ text }) => text)
  const isPerson = words.every((word) => isCapitalised(word) && !isAcronym(word) && !LAST_WORDS.has(word))
  return PERSONAL.has(bare(words[0]!)) && (words.length === 3 || words.length === 4) && isPerson ? from + 1 : undefined
}

/** First token that ends after the offset. */
function tokenAt({ tokens }: Line, offset: number): number {
  return partitionPoint(tokens.length, (at) => tokens[at]!.end <= offset)
}

/** Cuts off marks, a possessive and small words at the end, unless a hyphen ties them on. */
function trimEnd(line: Line, from: number, end: number): number {
  let to = end
  while (
    to > from &&
    (TRIMMED.test(line.tokens[to - 1]!.text) || isSmallWord(line, to - 1) || isOwnedNumber(line, to - 1))
  )
    to -= 1
  return to
}

/** "Northport's 17" towns. */
function isOwnedNumber(line: Line, at: number): boolean {
  return /^\d/.test(line.tokens[at]!.text) && /^['’]s$/.test(line.tokens[at - 1]?.text ?? '')
}

/** Cuts off who speaks for the organisation: "African League Chairwoman". */
function trimOffice(line: Line, from: number, end: number): number {
  const isOffice = OFFICES.has(bare(line.tokens[end - 1]?.text ?? '')) && end - from > 2
  return isOffice && /^\p{Lu}/u.test(line.tokens[end - 2]!.text) ? end - 1 : end
}

/** "District Police Officer" names nobody, "Northport Police Officer" holds the name of a body. */
function isRank(line: Line, from: number, to: number): boolean {
  return BENCHES.has(line.tokens[from]!.text) && RANKS.has(line.tokens[to - 1]!.text)
}

function isSmallWord(line: Line, at: number): boolean {
  return /^\p{Ll}/u.test(line.tokens[at]!.text) && line.tokens[at]!.start > (line.tokens[at - 1]?.end ?? 0)
}

/** First token from `start` on that belongs to the name. */
export function skipOutside(line: Line, start: number, to: number, kind: EntityKind): number {
  let from = start
  while (from < to && isLeftOutside(line, from, to, kind)) from += 1
  return from
}

function isLeftOutside(line: Line, at: number, to: number, kind: EntityKind): boolean {
  const word = line.tokens[at]!.text
  if (TRIMMED.test(word) || CLASSES.determiners.has(bare(word)) || isSmallOutside(word)) return true
  if (kind !== 'organisation' && CLASSES.faiths.has(word)) return true
  return kind === 'person' && to > at + 1 && (isTitle(line, at) || isOpeningRole(line, at))
}

/** "Defender" in "Defender Ada Vale said", but not "Hunter" in "Hunter Vale said". */
function isOpeningRole({ tokens, openings }: Line, at: number): boolean {
  const word = tokens[at]!.text
  return openings.has(at) && isPersonNoun(word.toLowerCase()) && !isPersonalName(word)
}

/** A small word in front that belongs to no name: "anti" and "communist", not "de" and "al". */
function isSmallOutside(word: string): boolean {
  return /^\p{Ll}+$/u.test(word) && !CLASSES.particles.has(word) && !CLASSES.links.has(word)
}

/** Whether the tokens can be a name at all: some capital, and more than a letter, a date, a title or a common opener. */
export function isName(line: Line, from: number, to: number): boolean {
  const words = line.tokens.slice(from, to).map((token) => token.text)
  const isCommon =
    words.every((word) => CLASSES.faiths.has(word)) || CLASSES.acronyms.has(words.join('').replaceAll('.', ''))
  if (!words.some(isCapitalised) || isCommon || /^[A-WYZ]$/.test(words.join(''))) return false
  if (
    to === from + 1 &&
    (CLASSES.starters.has(bare(words[0]!)) || isTitle(line, from)) &&
    words[0] !== words[0]!.toUpperCase()
  )
    return false
  return !words.every((word) => !isCapitalised(word) || CLASSES.calendar.has(bare(word)) || /^(?:Day|Eve)$/.test(word))
}
