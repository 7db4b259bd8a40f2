import type { Candidate, Line } from '../../../names/candidate.ts'
import { readWordSets } from '../lists/vocabulary.ts'
import { POSSESSIVE, type WordAt } from './judgement.ts'

const { clubs, games, matches, played, sport } = readWordSets(
  'organisation-heads',
  'clubs',
  'games',
  'matches',
  'played',
  'sport',
)

/** Different words of games from which on a source is about a sport. */
const ENOUGH = 4

/**
 * Takes a place that plays in a source about a sport for its team: "Freedonia lead the table", "eight caps for
 * Freedonia", "Northport 2-1 Vale", but not "the match in Freedonia".
 *
 * @param names the names of a source, their kinds decided
 */
export function markTeams(lines: readonly Line[], names: readonly Candidate[]): Candidate[] {
  const spoken = new Set(lines.flatMap(({ tokens }) => tokens.flatMap(({ text }) => (games.has(text) ? [text] : []))))
  if (spoken.size < ENOUGH) return [...names]
  return names.map((name) => (name.kind === 'place' && name.form === 'name' && plays(name) ? asTeam(name) : name))
}

function asTeam({ line, from, to, form, rank }: Candidate): Candidate {
  return { line, from, to, form, rank, kind: 'organisation', certainty: 'inferred', rule: 'name/team' }
}

function plays({ line, from, to }: Candidate): boolean {
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  const behind = POSSESSIVE.test(word(to)) ? to + 1 : to
  const isOwner = clubs.has(word(behind))
  const isSubject = (line.openings.has(from) || /^[,;:.]?$/.test(word(from - 1))) && matches.has(word(to))
  const isObject = matches.has(word(from - 1)) && !/^(?:,|and)$/.test(word(to))
  const isOpponent =
    /^(?:against|by|for|over|to)$/.test(word(from - 1)) && [2, 3].some((back) => isPlayed(word(from - back)))
  return isOwner || isSubject || isObject || isOpponent || isScored(word, from - 3) || isScored(word, to)
}

const isPlayed = (word: string): boolean => played.has(word) || sport.has(word)

/** "2-1", as three tokens. */
function isScored(word: WordAt, at: number): boolean {
  return /^\d{1,2}$/.test(word(at)) && /^[-–]$/.test(word(at + 1)) && /^\d{1,2}$/.test(word(at + 2))
}
