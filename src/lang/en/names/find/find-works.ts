import type { Candidate, Line } from '../../../names/candidate.ts'
import { isCapitalised, RANK } from '../../../names/candidate.ts'
import { indexSpans } from './known-names.ts'
import { endOfComplement, endOfName, isNameWord, isTitle } from './name-bounds.ts'
import { CLASSES, readVocabulary } from '../lists/vocabulary.ts'

const works =
  readVocabulary<Record<'genres' | 'introduced' | 'numbered' | 'prizes' | 'rendered' | 'shown' | 'titled', string[]>>(
    'work-heads',
  )
const GENRES = new Set(works.genres)
const PRIZES = new Set(works.prizes)
const RENDERED = new Set(works.rendered)
const NUMBERED = new Set(works.numbered)
const TITLED = new Set(works.titled)
const INTRODUCED = new Set(works.introduced)
const SHOWN = new Set(works.shown)
const NOTHING = indexSpans([])
const OPENING = /^["“‘'«]$/
const CLOSING = /^["”’'»]$/

/** Works named by a number ("resolution 1325") or by a title after their kind (the report “Salt Roads”, the film Salt Roads). */
export function findWorks(line: Line): Candidate[] {
  const found: Candidate[] = []
  for (let at = 0; at < line.tokens.length; at += 1) {
    const hit =
      numberedAt(line, at) ??
      titledAfter(line, at) ??
      shownAfter(line, at) ??
      articledAt(line, at) ??
      renderedAfter(line, at) ??
      markedTitleAt(line, at)
    if (hit) found.push(hit)
  }
  return found
}

function numberedAt(line: Line, at: number): Candidate | undefined {
  if (!NUMBERED.has(line.tokens[at]!.text) || !/^\d{1,5}$/.test(line.tokens[at + 1]?.text ?? '')) return undefined
  return work(line, at, at + 2, 'name/numbered', 'agreement')
}

function titledAfter(line: Line, at: number): Candidate | undefined {
  if (!TITLED.has(line.tokens[at]!.text)) return undefined
  let open = at + 1
  while (line.tokens[open]?.text === ',' || INTRODUCED.has(line.tokens[open]?.text ?? '')) open += 1
  return titleIn(line, open)
}

/** A recording of “Salt Roads”, the Vale Prize for “Salt Roads”. */
function renderedAfter(line: Line, at: number): Candidate | undefined {
  const [noun, link] = [line.tokens[at]!.text, line.tokens[at + 1]?.text]
  const isTitled = (link === 'of' && RENDERED.has(noun)) || (link === 'for' && PRIZES.has(noun))
  return isTitled ? titleIn(line, at + 2) : undefined
}

/** Words before a name in quotation marks that is not a title: "dubbed “Iron Vale”". */
const CALLED = /^(?:alias|as|call|called|calls|dubbed|is|name|named|nickname|nicknamed|said|shouting|was)$/

const isTitleWord = (word: string): boolean =>
  isCapitalised(word) ||
  CLASSES.links.has(word) ||
  CLASSES.prepositions.has(word) ||
  /^(?:an?|['’]s?|-|\d+)$/.test(word)

/** "In 2014" between marks is an answer, not a title. */
const isWordOfContent = (word: string): boolean => isCapitalised(word) && !CLASSES.prepositions.has(word.toLowerCase())

/** Two words or more in title case between marks, or one behind a possessive: "her first play, “Salt Roads”,", "Vale’s “Salt”". */
function markedTitleAt(line: Line, at: number): Candidate | undefined {
  if (line.letters !== 'sentence' || !/^["“]$/.test(line.tokens[at]!.text)) return undefined
  const before = line.tokens[at - 1]?.text ?? ''
  const isOwned = /^['’]s?$/.test(before)
  if (CALLED.test(before) || (isCapitalised(before) && !isOwned)) return undefined
  const found = titleIn(line, at)
  const words = found ? line.tokens.slice(found.from, found.to).map(({ text }) => text) : []
  const isTitle =
    words.length > 1
      ? words.length < 8 && words.every(isTitleWord) && words.some(isWordOfContent)
      : isOwned && words.length === 1
  return isTitle ? { ...found!, rank: RANK.weak } : undefined
}

/** The title between the marks that open at `open`. */
function titleIn(line: Line, open: number): Candidate | undefined {
  if (!OPENING.test(line.tokens[open]?.text ?? '')) return undefined
  let close = open + 1
  while (close < open + 16 && line.tokens[close] && !CLOSING.test(line.tokens[close]!.text)) close += 1
  const to = line.tokens[close - 1]?.text === ',' ? close - 1 : close
  if (!CLOSING.test(line.tokens[close]?.text ?? '') || !hasTitleCapitals(line, open + 1, to)) return undefined
  return work(line, open + 1, to, 'name/titled-work')
}

/** "the film Salt Roads", "the novel Roads of Salt" */
function shownAfter(line: Line, at: number): Candidate | undefined {
  if (!SHOWN.has(line.tokens[at]!.text) || !isNameWord(line, at + 1)) return undefined
  const to = endOfName(line, at + 1)
  const end = endOfComplement(line, to, NOTHING)
  return isTitle(line, at + 1) ? undefined : work(line, at + 1, end, 'name/titled-work')
}

/** "won with The Salt Road, a saga", "A Salt Road by Ada Vale", "her novel, The Salt Road": an article with a capital inside a sentence. */
function articledAt(line: Line, at: number): Candidate | undefined {
  const isArticle = /^(?:An?|The)$/.test(line.tokens[at]!.text) && !line.openings.has(at) && isNameWord(line, at + 1)
  if (line.letters !== 'sentence' || !isArticle) return undefined
  const to = endOfComplement(line, endOfName(line, at + 1), NOTHING)
  const next = line.tokens.slice(to, to + 6).map(({ text }) => text)
  const isBy = next[0] === 'by' && to > at + 2
  const isGenre =
    next[0] === ',' && /^(?:an?|her|his|the)$/.test(next[1] ?? '') && next.slice(2).some((one) => GENRES.has(one))
  const before = line.tokens.slice(Math.max(0, at - 2), at).map(({ text }) => text)
  const isSaid = before.at(-1) === ',' && GENRES.has(before[0] ?? '')
  return isBy || isGenre || isSaid ? work(line, at, to, 'name/titled-work') : undefined
}

function hasTitleCapitals(line: Line, from: number, to: number): boolean {
  const words = line.tokens.slice(from, to).filter((token) => /^\p{L}/u.test(token.text))
  const small = words.filter(
    (token) => !isCapitalised(token.text) && !CLASSES.links.has(token.text) && !CLASSES.starters.has(token.text),
  )
  return words.length > 0 && isCapitalised(words[0]!.text) && small.length === 0
}

function work(line: Line, from: number, to: number, rule: string, subtype?: string): Candidate {
  const base = { line, from, to, kind: 'work', form: 'name', certainty: 'stated', rule, rank: RANK.pattern } as const
  return subtype ? { ...base, subtype } : base
}
