import type { Candidate } from '../../names/candidate.ts'
import { RANK } from '../../names/candidate.ts'
import type { Line } from '../../names/line.ts'
import { isAcronym } from '../../names/line.ts'
import type { KnownSpans } from './known-names.ts'
import { isNameWord, isTitle, startOfName } from './name-bounds.ts'
import { readVocabulary } from './vocabulary.ts'

const events =
  readVocabulary<Record<'happenings' | 'named' | 'natural' | 'numbered' | 'summits', string[]>>('event-heads')
const HAPPENINGS = new Set(events.happenings)
const NAMED = new Set(events.named)
const NATURAL = new Set(events.natural)
const NUMBERED = new Set(events.numbered)
const SUMMITS = new Set(events.summits)
/** First words of all heads, so that other words are passed over at once. */
const BEGINNINGS = new Set([...events.happenings, ...events.summits].map((head) => head.split(' ')[0]))

/**
 * Events that a small-letter noun makes of whatever name stands before it ("the Salt Tower fire", "COVID-19 pandemic",
 * "AU summit"), and those that a number makes ("COP28", "Operation 12").
 *
 * @param known names of the line that the register or a list knows
 */
export function findHappenings(line: Line, known: KnownSpans): Candidate[] {
  if (line.letters === 'upper') return []
  return line.tokens.flatMap((_, at) => numberedAt(line, at) ?? happeningAt(line, at, known) ?? [])
}

function numberedAt(line: Line, at: number): Candidate | undefined {
  const word = line.tokens[at]!.text
  if (NUMBERED.has(word.replace(/\d{1,4}$/, '')) && /\d$/.test(word))
    return event(line, at, at + 1, 'name/numbered-event')
  return NUMBERED.has(word) && /^\d{1,4}$/.test(line.tokens[at + 1]?.text ?? '')
    ? event(line, at, at + 2, 'name/numbered-event')
    : undefined
}

function happeningAt(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  if (!BEGINNINGS.has(line.tokens[at]!.text)) return undefined
  const [one, two] = [1, 2].map((count) =>
    line.tokens
      .slice(at, at + count)
      .map((token) => token.text)
      .join(' '),
  )
  const head = HAPPENINGS.has(two!) || SUMMITS.has(two!) ? two! : one!
  if (!HAPPENINGS.has(head) && !SUMMITS.has(head)) return undefined
  const from = startOfNamed(line, at)
  const isWhere =
    NATURAL.has(head) && known.endingAt(at).some((name) => name.subtype === 'country' && name.from === from)
  if (from === undefined || isWhere || !isNamedBy(line, from, at, head)) return undefined
  return event(line, from, head === one ? at + 1 : at + 2, 'name/of-event')
}

/** First token of the name before the head; a number may end it ("COVID-19"). */
function startOfNamed(line: Line, at: number): number | undefined {
  const [hyphen, number] = [line.tokens[at - 2]?.text, line.tokens[at - 1]?.text]
  const last = hyphen === '-' && /^\d+$/.test(number ?? '') ? at - 3 : at - 1
  return isNameWord(line, last) && !isTitle(line, last) ? startOfName(line, last) : undefined
}

function isNamedBy(line: Line, from: number, at: number, head: string): boolean {
  const before = line.tokens[from - 1]?.text ?? ''
  if (SUMMITS.has(head)) return at - from === 1 && isAcronym(line.tokens[from]!.text)
  return (
    NAMED.has(head) ||
    /^the$/i.test(before) ||
    /^\d{4}$/.test(before) ||
    (line.passage.kind === 'headline' && from === 0)
  )
}

function event(line: Line, from: number, to: number, rule: string): Candidate {
  return { line, from, to, kind: 'event', form: 'name', certainty: 'stated', rule, rank: RANK.pattern }
}
