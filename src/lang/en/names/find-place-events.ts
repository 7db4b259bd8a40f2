import { type Candidate, RANK } from '../../names/candidate.ts'
import { readVocabulary } from './vocabulary.ts'

const events = readVocabulary<Record<'talks' | 'conflicts' | 'between' | 'finals', string[]>>('event-heads')
const works = readVocabulary<{ agreements: string[]; between: string[] }>('work-heads')
const TALKS = new Set(events.talks)
const FINALS = new Set(events.finals)
const CONFLICTS = new Set(events.conflicts)
const AGREEMENTS = new Set(works.agreements)
const BETWEEN = new Set([...events.between, ...works.between])

type Naming = Pick<Candidate, 'kind' | 'subtype' | 'rule'>

/**
 * Events and agreements named after a place ("the Northport peace talks", "the Freedonian war", "the Northport accords"),
 * which stays a mention of its own, and the last rounds of contests ("the Northport Cup final").
 *
 * @param names chosen names; those of places and events are looked at
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
