import type { Candidate, Line } from '../../../names/candidate.ts'
import { isAcronym, RANK } from '../../../names/candidate.ts'
import type { KnownSpans } from './known-names.ts'
import { isNameWord, isTitle, startOfName } from './name-bounds.ts'
import { readVocabulary } from '../lists/vocabulary.ts'

type Heads = 'incidents' | 'named' | 'natural' | 'numbered' | 'summits' | 'talks' | 'conflicts' | 'between' | 'finals'
const events = readVocabulary<Record<Heads, string[]>>('event-heads')
const INCIDENTS = new Set(events.incidents)
const NAMED = new Set(events.named)
const NATURAL = new Set(events.natural)
const NUMBERED = new Set(events.numbered)
const SUMMITS = new Set(events.summits)
/** First words of all heads, so that other words are passed over at once. */
const BEGINNINGS = new Set([...events.incidents, ...events.summits].map((head) => head.split(' ')[0]))

/**
 * Events named by a lower-case noun after a name ("the Salt Tower fire", "COVID-19 pandemic",
 * "AU summit"), or by a number ("COP28", "Operation 12").
 *
 * @param known names of the line that the register or a list knows
 */
export function findIncidents(line: Line, known: KnownSpans): Candidate[] {
  if (line.letters === 'upper') return []
  return line.tokens.flatMap((_, at) => numberedAt(line, at) ?? incidentAt(line, at, known) ?? [])
}

function numberedAt(line: Line, at: number): Candidate | undefined {
  const word = line.tokens[at]!.text
  if (NUMBERED.has(word.replace(/\d{1,4}$/, '')) && /\d$/.test(word))
    return event(line, at, at + 1, 'name/numbered-event')
  return NUMBERED.has(word) && /^\d{1,4}$/.test(line.tokens[at + 1]?.text ?? '')
    ? event(line, at, at + 2, 'name/numbered-event')
    : undefined
}

function incidentAt(line: Line, at: number, known: KnownSpans): Candidate | undefined {
  if (!BEGINNINGS.has(line.tokens[at]!.text)) return undefined
  const [one, two] = [1, 2].map((count) =>
    line.tokens
      .slice(at, at + count)
      .map((token) => token.text)
      .join(' '),
  )
  const head = INCIDENTS.has(two!) || SUMMITS.has(two!) ? two! : one!
  if (!INCIDENTS.has(head) && !SUMMITS.has(head)) return undefined
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

const works = readVocabulary<{ agreements: string[]; between: string[] }>('work-heads')
const TALKS = new Set(events.talks)
const FINALS = new Set(events.finals)
const CONFLICTS = new Set(events.conflicts)
const AGREEMENTS = new Set(works.agreements)
/** Heads that may come before “between” and two names. */
const BETWEEN = new Set([...events.between, ...works.between])

type Naming = Pick<Candidate, 'kind' | 'subtype' | 'rule'>

/**
 * Events and agreements named after a place ("the Northport peace talks", "the Freedonian war", "the Northport
 * accords"),
 * which stays a separate mention, and final rounds of contests ("the Northport Cup final").
 *
 * @param names chosen names; only places and events are used
 */
export function findPlaceEvents(names: readonly Candidate[]): Candidate[] {
  return names.flatMap((place) => {
    if (place.kind === 'event') return finalOf(place)
    if (place.kind !== 'place') return []
    const head = place.line.letters === 'upper' ? undefined : headAfter(place)
    return head ? [named(place, head.to, head.naming)] : []
  })
}

function finalOf(contest: Candidate): Candidate[] {
  const { line, to } = contest
  const isFinal = FINALS.has(line.tokens[to]?.text ?? '') && contest.form === 'name'
  return isFinal ? [named(contest, to + 1, { kind: 'event', rule: 'name/final' })] : []
}

function headAfter(place: Candidate): { to: number; naming: Naming } | undefined {
  const words = place.line.tokens.slice(place.to, place.to + 4).map((token) => token.text.toLowerCase())
  const skipped = BETWEEN.has(words[0] ?? '') ? 1 : 0
  for (const [from, length] of [
    [0, 2],
    [0, 1],
    [skipped, 1],
  ] as const) {
    const taken = words.slice(from, from + length)
    const naming = taken.length === length ? nameOf(taken.join(' '), place.form === 'demonym') : undefined
    if (naming?.subtype === 'talks' && isAnyOne(place)) return undefined
    if (naming && !isFollowedByName(place, place.to + from + length)) return { to: place.to + from + length, naming }
  }
  return undefined
}

function nameOf(head: string, isDemonym: boolean): Naming | undefined {
  if (CONFLICTS.has(head)) return { kind: 'event', subtype: 'conflict', rule: 'name/place-conflict' }
  if (TALKS.has(head) && (!isDemonym || head.startsWith('peace ')))
    return { kind: 'event', subtype: 'talks', rule: 'name/place-talks' }
  if (AGREEMENTS.has(head) && !isDemonym) return { kind: 'work', subtype: 'agreement', rule: 'name/place-agreement' }
  return undefined
}

/** "a Northport conference" is one of several. */
function isAnyOne({ line, from }: Candidate): boolean {
  return /^an?$/i.test(line.tokens[from - 1]?.text ?? '')
}

/** "Geneva Convention Centre", "peace process envoy": the noun belongs to a longer name or compound. */
function isFollowedByName({ line }: Candidate, at: number): boolean {
  return line.letters === 'sentence' && /^(?:\p{Lu}\p{Ll}+|-)$/u.test(line.tokens[at]?.text ?? '')
}

function named(place: Candidate, to: number, naming: Naming): Candidate {
  const { line, from } = place
  const { kind, subtype, rule } = naming
  return {
    line,
    from,
    to,
    kind,
    form: 'name',
    certainty: 'stated',
    rule,
    rank: RANK.pattern,
    ...(subtype ? { subtype } : {}),
  }
}
