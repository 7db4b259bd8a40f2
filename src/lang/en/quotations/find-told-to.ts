import type { Span } from '../../../model/passage.ts'
import type { MentionsIn } from './mentions-in.ts'
import {
  AUDIENCES,
  CONJUNCTIONS,
  DETERMINERS,
  isAdverb,
  OUTLET_NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  SPEECH,
  TIME_WORDS,
} from './vocabulary.ts'

const OUTLET =
  /^\s(?:the\s)?(\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}\p{N}.’'&-]{0,30}){0,4})(?:\s(\p{L}+))?/u

/**
 * The outlet that was told: "Reuters" in "told Reuters", "Northport Herald" in "told the Northport Herald on Monday".
 * Neither an audience ("told Parliament") nor a person, nor the beginning of a longer phrase ("told French lawmakers").
 */
export function findToldTo(text: string, cue: Span, mentionsIn: MentionsIn): string | undefined {
  if (SPEECH.get(text.slice(cue.start, cue.end).toLowerCase())?.lemma !== 'tell') return undefined
  const match = OUTLET.exec(text.slice(cue.end, cue.end + 160))
  if (!match || !canFollow(match[2]?.toLowerCase())) return undefined
  const words = match[1]!.replace(/['’]s$|[.]$/u, '')
  const start = cue.end + match[0].indexOf(match[1]!)
  const [mention] = mentionsIn({ passage: cue.passage, start, end: start + 1 })
  const isOutlet = !mention || (mention.form === 'name' && /^(?:organisation|work)$/.test(mention.kind))
  return isOutlet && !AUDIENCES.has(words.toLowerCase()) ? words : undefined
}

const canFollow = (next: string | undefined) =>
  next === undefined ||
  [OUTLET_NOUNS, PREPOSITIONS, CONJUNCTIONS, PRONOUNS, DETERMINERS, TIME_WORDS].some((words) => words.has(next)) ||
  isAdverb(next) ||
  /^(?:last|late|early|next)$/.test(next)
