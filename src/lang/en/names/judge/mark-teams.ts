import { type Candidate, type Line, wordsOfCandidate } from '../../../names/candidate.ts'
import { readWordSets } from '../lists/vocabulary.ts'
import { POSSESSIVE, type WordAt } from './judgement.ts'

const { clubs, games, matches, played, sport, sides } = readWordSets(
  'organisation-heads',
  'clubs',
  'games',
  'matches',
  'played',
  'sport',
  'sides',
)
const OWNED = clubs.union(sides)

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
  const isPlace = (name: Candidate): boolean => name.kind === 'place' && name.form === 'name'
  const teams = new Set(names.filter((name) => isPlace(name) && plays(name)).map(wordsOfCandidate))
  const isTeam = (name: Candidate): boolean => plays(name) || (teams.has(wordsOfCandidate(name)) && isDoer(name))
  return names.map((name) => (isPlace(name) && isTeam(name) ? asTeam(name) : name))
}

/** "Northport had looked tired", "Northport, who were last": what plays elsewhere in the source does something here. */
function isDoer({ line, from, to }: Candidate): boolean {
  const [next, second] = [line.tokens[to]?.text ?? '', line.tokens[to + 1]?.text]
  const isActing = /^(?:are|go|had|have|need|never|took|were|will|\p{Ll}{2,}ed)$/u.test(next)
  return isOpening(line, from) && (isActing || (next === ',' && second === 'who'))
}

const isOpening = ({ openings, tokens }: Line, from: number): boolean =>
  openings.has(from) || /^[,;:.]?$/.test(tokens[from - 1]?.text ?? '')

function asTeam({ line, from, to, form, rank }: Candidate): Candidate {
  return { line, from, to, form, rank, kind: 'organisation', certainty: 'inferred', rule: 'name/team' }
}

function plays({ line, from, to }: Candidate): boolean {
  const word = (at: number): string => line.tokens[at]?.text ?? ''
  const behind = POSSESSIVE.test(word(to)) ? to + 1 : to
  const isOwner = OWNED.has(word(behind))
  const isSubject = isOpening(line, from) && matches.has(word(to))
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
