import type { Candidate, Line } from '../../../names/candidate.ts'
import { isCapitalised, isInnerStop } from '../../../names/candidate.ts'
import type { KnownSpans } from './known-names.ts'
import { CLASSES, readWordSets } from '../lists/vocabulary.ts'

const HYPHEN = /^[-‐‑]$/
/** Tokens that a name may reach to either side of its head; keeps work linear on lists in capitals. */
const LONGEST = 10
/** Complements of complements that a name may have: "Ministry of the Interior of the Republic of …". */
const DEEPEST = 4
const { titles, personal } = readWordSets('persons', 'titles', 'personal')
const TITLES = titles.union(personal)

/** A word's form for asking a word list: lower case, no final stop. */
export function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

/** Whether the token is a title such as "Mr" or "President", written with a capital. */
export function isTitle(line: Line, at: number): boolean {
  const word = line.tokens[at]?.text
  return word !== undefined && isCapitalised(word) && TITLES.has(bare(word))
}

/** Whether a token can be part of a name: a capital that is neither a calendar word nor owed to the start of a sentence. */
export function isNameWord(line: Line, at: number): boolean {
  const word = line.tokens[at]?.text
  if (word === undefined || !isCapitalised(word)) return false
  const lower = bare(word)
  return (
    !CLASSES.calendar.has(lower) &&
    !(CLASSES.starters.has(lower) && (line.openings.has(at) || CLASSES.determiners.has(lower)))
  )
}

/** First token of the name that the token `at` belongs to, going left over capitals, hyphens and Arabic articles; at most ten tokens. */
export function startOfName(line: Line, at: number): number {
  let from = at
  while (at - from < LONGEST) {
    const step = stepLeft(line, from)
    if (step === undefined) break
    from = step
  }
  return from
}

function stepLeft(line: Line, from: number): number | undefined {
  const before = line.tokens[from - 1]
  if (!before) return undefined
  if (isNameWord(line, from - 1) && !isTitle(line, from - 1)) return from - 1
  const isJoined = HYPHEN.test(before.text) && before.end === line.tokens[from]!.start
  if (isJoined && (isNameWord(line, from - 2) || isParticle(line, from - 2))) return from - 2
  return isParticle(line, from - 1) ? from - 1 : undefined
}

/** Token after the name that begins at `at`, going right over capitals, hyphens and particles; at most ten tokens. */
export function endOfName(line: Line, at: number): number {
  let to = at + 1
  while (to - at < LONGEST) {
    const step = stepRight(line, to)
    if (step === undefined) break
    to = step
  }
  return to
}

function stepRight(line: Line, to: number): number | undefined {
  if (isNameWord(line, to)) return to + 1
  const word = line.tokens[to]
  if (!word) return undefined
  const isJoined = HYPHEN.test(word.text) && word.start === line.tokens[to - 1]!.end
  if (isJoined && isNameWord(line, to + 1)) return to + 2
  if (!isParticle(line, to)) return undefined
  const next = HYPHEN.test(line.tokens[to + 1]?.text ?? '') ? to + 2 : to + 1
  if (isNameWord(line, next)) return next + 1
  return isParticle(line, next) && isNameWord(line, next + 1) ? next + 2 : undefined
}

/** Whether the token is a small word inside names ("al", "de", "bin"); one that is also an English word needs a hyphen. */
export function isParticle(line: Line, at: number): boolean {
  const word = line.tokens[at]?.text
  if (word === undefined || !CLASSES.particles.has(word)) return false
  return !CLASSES.starters.has(word) || HYPHEN.test(line.tokens[at + 1]?.text ?? '')
}

/**
 * Token after the complement of a head: "… of the Interior", "… for Trade and Industry"; `at` if there is none. Words
 * after "and" are another name if the first part is a listed place.
 */
export function endOfComplement(line: Line, at: number, known: KnownSpans, depth = 1): number {
  const link = line.tokens[at]?.text
  if (link !== 'of' && link !== 'for' && link !== 'on' && link !== 'against') return at
  const first = line.tokens[at + 1]?.text === 'the' ? at + 2 : at + 1
  if (!isNameWord(line, first)) return at
  const end = endBeforeTitle(line, first)
  const joins = line.tokens[end]?.text === 'and' || line.tokens[end]?.text === '&'
  const isPlace = known.endingAt(end).some((name) => name.kind === 'place' && name.from === first)
  const last =
    joins && link !== 'on' && !isPlace && isNameWord(line, end + 1) && !isTitle(line, end + 1)
      ? endOfName(line, end + 1)
      : end
  const further =
    line.tokens[last]?.text === 'of' && depth < DEEPEST ? endOfComplement(line, last, known, depth + 1) : last
  return Math.max(last, further)
}

/**
 * End of a complement's name; directly before an office and its holder: "the Vale Party of Prime Minister Ada
 * Okafor".
 */
function endBeforeTitle(line: Line, first: number): number {
  const end = endOfName(line, first)
  const office = line.tokens[first]!.text === 'Prime' ? first + 1 : first
  return isTitle(line, office) && isNameWord(line, office + 1) && end > office + 2 ? first - 1 : end
}

/** Takes in the Arabic article before a name: "al-", "Al ". */
export function withArticle(line: Line, from: number): number {
  const at = HYPHEN.test(line.tokens[from - 1]?.text ?? '') ? from - 2 : from - 1
  const article = at < from - 1 ? /^[AEae]l$/ : /^[ae]l$/
  return article.test(line.tokens[at]?.text ?? '') ? at : from
}

/** Takes in the second half of a given name: "Okafor Ji-" and "won". */
export function withSecondHalf(line: Line, from: number, to: number): number {
  const [hyphen, half] = [line.tokens[to], line.tokens[to + 1]]
  if (to - from < 2 || !hyphen || !half || !HYPHEN.test(hyphen.text) || half.start !== hyphen.end) return to
  return /^\p{Ll}{2,5}$/u.test(half.text) && !CLASSES.compounds.has(half.text) ? to + 2 : to
}

const SUFFIXES = readWordSets('persons', 'suffixes').suffixes
const ABBREVIATED = readWordSets('organisation-heads', 'abbreviated').abbreviated

/** Whether a printed word is a person's suffix ("Jr", "III"), which is never a surname. */
export function isSuffix(word: string): boolean {
  return SUFFIXES.has(word)
}

/** Takes in what ends a name and is part of it: "Ada Vale Jr.", "Vale, Sr.", "Vale & Co.", the stop of "Vale Inc." inside a sentence. */
export function withEnding(candidate: Candidate): Candidate {
  const { line, kind, form, to } = candidate
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  if (form !== 'name') return candidate
  if (isHouse(candidate)) return { ...candidate, to: to + 1 }
  if (kind !== 'person' && kind !== 'organisation') return candidate
  let end = to
  if (kind === 'person') {
    if (isSuffix(word(to))) end = to + 1
    else if (word(to) === ',' && /^[JS]n?r$/.test(word(to + 1))) end = to + 2
  } else if (word(to) === '&' && word(to + 1) === 'Co') end = to + 2
  const isShort = kind === 'person' ? /^[JS]n?r$/.test(word(end - 1)) : ABBREVIATED.has(word(end - 1))
  return { ...candidate, to: isShort && isInnerStop(line, end) ? end + 1 : end }
}

/** "St Vale's, the church", "Vale's has put": a possessive that owns nothing behind it is part of the name. */
function isHouse({ line, kind, from, to }: Candidate): boolean {
  const [sign, next] = [line.tokens[to]?.text ?? '', line.tokens[to + 1]?.text ?? '']
  if (!/^['’]s$/.test(sign)) return false
  const isSaint = /^St$/.test(line.tokens[from]!.text) && to > from + 1
  const isVerb = /^(?:ha[sd]|is|said|says|was|will)$/.test(next)
  const isEnd = /^(?:[,.;:)]|during|on|today|tomorrow|tonight|yesterday|when|where|which|)$/.test(next)
  return isSaint ? isVerb || isEnd || CLASSES.prepositions.has(next) : kind === 'organisation' && isVerb
}

/** "Okafor Tae-sik": a surname and a given name of two syllables, the second in small letters. */
export function isSurnameFirst({ line, from, to }: Pick<Candidate, 'line' | 'from' | 'to'>): boolean {
  return to - from === 4 && line.tokens[to - 2]!.text === '-' && /^\p{Ll}/u.test(line.tokens[to - 1]!.text)
}
