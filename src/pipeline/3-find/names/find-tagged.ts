import type { EntityKind } from '../../../model/kind.ts'
import { type Candidate, RANK } from './candidate.ts'
import { isCapitalised, type Line } from './line.ts'
import { bare, isTitle, withArticle, withSecondHalf } from './name-bounds.ts'
import type { TaggedName } from './tagger/tag-names.ts'
import { CLASSES } from './vocabulary.ts'

const KIND_OF: Readonly<Record<string, EntityKind>> = { PER: 'person', ORG: 'organisation', LOC: 'place' }
const PLACE_RULES = new Set(['names/demonym', 'names/country'])
const POSSESSIVE = /^['’]s$/
const SAINT = /^(?:St|Saint)$/
const TRIMMED = /^(?:['’"“”‘(),.;:–—-]|['’]s)$/

interface Found {
  readonly from: number
  readonly to: number
}

/**
 * What the statistical tagger found in a line, with titles, determiners and marks cut off and an Arabic article taken in.
 * Its fourth type says only "some other name", so it makes no candidate of its own.
 *
 * @param known what the lists and heads already know in the line
 */
export function findTagged(line: Line, names: readonly TaggedName[], known: readonly Candidate[]): Candidate[] {
  if (line.letters !== 'sentence') return []
  return names.flatMap((name) => {
    const tagged = KIND_OF[name.type]
    const whole = tagged && trim(line, name, tagged)
    const start = whole && tagged !== 'organisation' ? startAfterTitle(line, whole) : undefined
    const kind = start === undefined ? tagged : 'person'
    const found = kind && cutDemonym(whole && { from: start ?? whole.from, to: whole.to }, kind, known)
    return found ? [{ line, ...found, kind, form: 'name', certainty: 'stated', rule: 'names/tagger', rank: RANK.tagger }] : []
  })
}

function trim(line: Line, name: TaggedName, kind: EntityKind): Found | undefined {
  let from = tokenAt(line, name.start)
  let to = from
  while (to < line.tokens.length && line.tokens[to]!.start < name.end) to += 1
  to = trimEnd(line, from, to)
  from = skipOutside(line, from, to, kind)
  if (from >= to || !isName(line, from, to)) return undefined
  return { from: withArticle(line, from), to: kind === 'person' ? withSecondHalf(line, from, to) : to }
}

/** Start of the full name behind a title inside the span ("Northport Mayor Ada Vale"): what is called a place there is a person. */
function startAfterTitle(line: Line, { from, to }: Found): number | undefined {
  for (let at = to - 2; at > from + 1; at -= 1) {
    if (isTitle(line, at - 1) && !SAINT.test(line.tokens[at - 1]!.text)) return at
  }
  return undefined
}

/** First token that ends after the offset, by halving. */
function tokenAt({ tokens }: Line, offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Cuts off marks, a possessive and small words at the end, unless a hyphen ties them on. */
function trimEnd(line: Line, from: number, end: number): number {
  let to = end
  while (to > from && (TRIMMED.test(line.tokens[to - 1]!.text) || isSmallWord(line, to - 1))) to -= 1
  return to
}

function isSmallWord(line: Line, at: number): boolean {
  return /^[\p{Ll}\d]/u.test(line.tokens[at]!.text) && line.tokens[at]!.start > (line.tokens[at - 1]?.end ?? 0)
}

/** A demonym or country in front of a person's or a place's name is a name of its own, and so it is before a known name. */
function cutDemonym(found: Found | undefined, kind: EntityKind, known: readonly Candidate[]): Found | undefined {
  const first = found && known.find(({ from, rule }) => from === found.from && PLACE_RULES.has(rule))
  if (!found || !first || first.to >= found.to) return found
  const isKnown = known.some(({ from, to, form }) => from === first.to && to === found.to && form === 'name')
  const isOwner = POSSESSIVE.test(first.line.tokens[first.to]!.text)
  return kind === 'person' || isKnown || isOwner ? cutDemonym(trimStart(found, first, kind), kind, known) : found
}

function trimStart(found: Found, { line, to: after }: Candidate, kind: EntityKind): Found | undefined {
  const from = skipOutside(line, after, found.to, kind)
  return from < found.to && isName(line, from, found.to) ? { from, to: found.to } : undefined
}

function skipOutside(line: Line, start: number, to: number, kind: EntityKind): number {
  let from = start
  while (from < to && isLeftOutside(line, from, to, kind)) from += 1
  return from
}

function isLeftOutside(line: Line, at: number, to: number, kind: EntityKind): boolean {
  const word = line.tokens[at]!.text
  if (TRIMMED.test(word) || CLASSES.determiners.has(bare(word))) return true
  return kind === 'person' && to > at + 1 && isTitle(line, at)
}

function isName(line: Line, from: number, to: number): boolean {
  const words = line.tokens.slice(from, to).map((token) => token.text)
  if (!words.some(isCapitalised)) return false
  if (to === from + 1 && (CLASSES.starters.has(bare(words[0]!)) || isTitle(line, from)) && words[0] !== words[0]!.toUpperCase()) return false
  return !words.every((word) => !isCapitalised(word) || CLASSES.calendar.has(bare(word)))
}
