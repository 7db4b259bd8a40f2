import { type Candidate, RANK } from '../../names/candidate.ts'
import { keyOf } from './settle-kinds.ts'

const BY_HEAD = new Set(['name/of-event', 'name/numbered-event', 'name/final'])

/**
 * Lets go of names that are only a part of an event's name: "Okafor" in "the Okafor scandal". What more than the tagger
 * vouches for stays, and so does a place that the source names by itself too.
 *
 * @param names names that do not overlap
 * @param named events and works over them
 */
export function dropParts(names: readonly Candidate[], named: readonly Candidate[]): Candidate[] {
  const covered = new Set(
    named.filter(({ rule }) => BY_HEAD.has(rule)).flatMap(({ line, from, to }) => line.tokens.slice(from, to)),
  )
  const isPart = ({ line, from }: Candidate): boolean => covered.has(line.tokens[from]!)
  const alone = new Set(names.filter((name) => name.kind === 'place' && !isPart(name)).map(keyOf))
  const isOwn = (name: Candidate): boolean =>
    name.kind !== 'event' && (name.rank >= RANK.pattern || alone.has(keyOf(name)))
  return names.filter((name) => !isPart(name) || isOwn(name))
}
